"""How much of the segregation of a county or of Sweden lies between and within municipalities."""

from dash import html

from geo.areas import Area
from layouts.area_summary import percent
from layouts.drawings.fitting import fitting
from layouts.language import text
from layouts.profile.question import OfArea
from layouts.profile.taken import divided, divided_said, split_bars
from layouts.readings import Profile, Split
from layouts.sharing_bar import bar
from layouts.sharing_paths import SPLIT
from layouts.tables import Cell, Head, table
from layouts.view import name


def split(profile: Profile, language: str) -> list[object]:
    if not profile.splits:
        none = text(language, "split_none", area=name(profile.place, language))
        return [html.P(none)]
    return [
        html.P(text(language, "split_note")),
        *(part for one in profile.splits for part in _split(one, profile.place, language)),
    ]


def _split(one: Split, place: Area, language: str) -> list[object]:
    groups = one.grouping.label[language]
    caption = text(language, "split_caption", groups=groups, area=name(place, language))
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
    return [html.H3(title), _figure(one, place, caption, language), table(caption, heads, rows)]


def _figure(one: Split, place: Area, said: str, language: str) -> html.Figure:
    """A divided bar a year; its numbers are those of the table below."""
    rows, unit = split_bars(one, language), text(language, "split_unit")
    told = divided_said(said, unit, rows)
    drawn = fitting(lambda width: divided(rows, unit, width).markup(told))
    asked = OfArea(language, place, one.indicator)
    return html.Figure([drawn, bar(language, SPLIT, asked.query)], className="split-figure")
