"""How much of the segregation of a county or of Sweden lies between and within municipalities."""

from dash import html

from layouts.area_summary import percent
from layouts.language import text
from layouts.readings import Profile, Split
from layouts.tables import Cell, Head, table
from layouts.view import name


def split(profile: Profile, language: str) -> list[object]:
    place = name(profile.place, language)
    if not profile.splits:
        return [html.P(text(language, "split_none", area=place))]
    return [
        html.P(text(language, "split_note")),
        *(part for one in profile.splits for part in _split(one, place, language)),
    ]


def _split(one: Split, place: str, language: str) -> list[object]:
    groups = one.grouping.label[language]
    caption = text(language, "split_caption", groups=groups, area=place)
    years = [int(year) for year in one.shares.index]
    heads = [Head(text(language, "split_part")), *(Head(str(year)) for year in years)]
    rows = [
        [
            Cell(text(language, f"part_{part}")),
            *(Cell(percent(float(share), language)) for share in one.shares[part]),
        ]
        for part in one.shares
    ]
    title = text(language, "split_title", groups=groups)
    return [html.H3(title), _bar(one, language), table(caption, heads, rows)]


def _bar(one: Split, language: str) -> html.Div:
    """The newest year as a divided bar; its numbers are those of the table below."""
    newest = one.shares.iloc[-1]
    pieces = [
        html.Span(
            percent(float(share), language),
            className=str(part).replace("_", "-"),
            style={"flexGrow": round(float(share), 4)},
            title=text(language, f"part_{part}"),
        )
        for part, share in newest.items()
    ]
    keys = [
        html.Li([html.Span(className=str(part).replace("_", "-")), text(language, f"part_{part}")])
        for part in newest.index
    ]
    return html.Div(
        [html.Div(pieces, className="split-bar"), html.Ul(keys, className="split-key")],
        **{"aria-hidden": "true"},
    )
