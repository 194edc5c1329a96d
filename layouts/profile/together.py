"""A RegSO and those that it exchanged land with, counted together: our estimate, and named as that."""

from dash import html

from geo.areas import area
from geo.united import EDITIONS, United
from layouts import open_data, paths
from layouts.language import text
from layouts.numbers import with_unit
from layouts.readings import Figure, Profile
from layouts.tables import Cell, Head, table


def together(profile: Profile, language: str) -> list[object]:
    """Which areas kept their outer border together, and what is estimated of them."""
    union = profile.united
    if union is None:
        return []
    if not union.complete:
        return [html.P(text(language, "united_unknown"))]
    named: list[object] = [text(language, "united_areas"), " "]
    for place, code in enumerate(union.codes):
        named += [", " if place else "", _link(code, language)]
    return [html.P([*named, "."]), *_estimates(profile, union, language)]


def _link(code: str, language: str) -> object:
    found = next((one for edition in reversed(EDITIONS) if (one := area(code, edition))), None)
    known = area(code)
    said = f"{found.name} ({code})" if found else code
    return html.A(said, href=paths.profile(language, known)) if known else said


def _estimates(profile: Profile, union: United, language: str) -> list[object]:
    if not profile.together:
        return []
    years = sorted({int(year) for one in profile.together for year in one.values.index})
    heads = [Head(text(language, "indicator")), *(Head(str(year)) for year in years)]
    rows = [
        [Cell(one.indicator.label[language]), *(_cell(one, year, language) for year in years)]
        for one in profile.together
    ]
    caption = text(language, "united_caption", codes=", ".join(union.codes))
    address = open_data.united(profile.place.code)
    return [
        html.H3(text(language, "united_title")),
        html.P(text(language, "united_note"), className="note"),
        table(caption, heads, rows),
        html.P(html.A(text(language, "united_file"), href=address)),
    ]


def _cell(figure: Figure, year: int, language: str) -> Cell:
    value = figure.known.get(year)
    if value is None:
        return Cell(text(language, figure.reason if figure.reason != "ok" else "missing"))
    return Cell(with_unit(value, figure.indicator, language), value)
