"""What only the profile of a RegSO has: its type, its part in the segregation, its border."""

from collections.abc import Iterable

from dash import html

from data.profile import contents
from geo.areas import Area, area
from geo.crosswalk import Change
from layouts.area_summary import part_sentence, type_sentence
from layouts.area_types import swatch
from layouts.language import text
from layouts.numbers import numbered
from layouts.readings import Figure, Profile
from layouts.tables import Cell, Head, table
from layouts.theme_tables import change_since_first

NEWER, OLDER = "2025", "2020"


def type_over_time(profile: Profile, language: str) -> list[object]:
    """The area type of every year that there is one for."""
    figure = profile.figures[contents().small_areas[-1].id]
    own, indicator = profile.own, figure.indicator
    assert own is not None
    gone = gone_since(profile.place)
    said = text(language, "area_gone", year=gone) if gone else type_sentence(own, language)
    place = profile.place
    items = [html.Li(_type(figure, int(year), place, language)) for year in figure.values.index]
    return [
        html.P(said),
        html.Ol(items, className="types-by-year"),
        html.P(indicator.about[language]),
        html.P(indicator.caveat[language], className="note"),
    ]


def _type(figure: Figure, year: int, place: Area, language: str) -> list[object]:
    if area(place.code, place.level.edition(year)) is None:
        return [html.Strong(str(year)), html.Span(text(language, "area_not_there"))]
    value = figure.at(year)
    category = next((c for c in figure.indicator.categories if c.value == value.value), None)
    said = (
        [swatch(category), numbered(category, language)] if category else [_why(figure, language)]
    )
    return [html.Strong(str(year)), html.Span(said)]


def _why(figure: Figure, language: str) -> str:
    return text(language, figure.reason if figure.reason != "ok" else "missing")


def part(profile: Profile, language: str) -> list[object]:
    """What the RegSO adds to the segregation, and how far its own mix is from the municipality's."""
    own = profile.own
    assert own is not None
    local = [figure for figure in profile.figures.values() if figure.indicator.measure.inside]
    heads = [Head(text(language, key)) for key in ("indicator", "newest_value", "change")]
    rows = [
        [
            Cell([one.indicator.label[language], html.Small(one.indicator.about[language])]),
            Cell([one.newest.written(language), html.Small(one.year)]),
            Cell(change_since_first(one, language)),
        ]
        for one in local
    ]
    caption = text(language, "section_part", plural="", area=profile.place.name)
    gone = gone_since(profile.place)
    said = text(language, "area_gone", year=gone) if gone else part_sentence(own, profile, language)
    return [
        html.P(said),
        html.P(text(language, "part_note"), className="note"),
        table(caption, heads, rows, kind="stacked"),
    ]


def borders(profile: Profile, language: str) -> list[object]:
    """How the border of the RegSO differs between the editions of 2020 and 2025."""
    code = profile.place.code
    said = [*_given(profile.borders, code, language), *_taken(profile.borders, code, language)]
    newer, older = area(code, NEWER), area(code, OLDER)
    if newer and older and newer.name != older.name:
        said.append(text(language, "border_renamed", name=newer.name))
    lines = [html.Ul([html.Li(line) for line in said])] if said else []
    key = "border_changed" if profile.borders else "border_same"
    return [html.P(text(language, key)), *lines]


def gone_since(place: Area) -> int | None:
    """The first year in which there was no such area any more; None where there still is."""
    newest = next(reversed(place.level.editions), None)
    if newest is None or area(place.code, newest):
        return None
    return place.level.editions[newest][0]


def _given(changes: Iterable[Change], code: str, language: str) -> list[str]:
    """What the area of 2020 became, or gave to others."""
    return [
        text(language, f"border_{one.change}", other=_named(one.code_2025, NEWER))
        for one in changes
        if one.code_2020 == code
    ]


def _taken(changes: Iterable[Change], code: str, language: str) -> list[str]:
    """What others of 2020 gave to the area."""
    return [
        text(language, "border_got_part", other=_named(one.code_2020, OLDER))
        for one in changes
        if one.code_2025 == code and one.code_2020 != code
    ]


def _named(code: str, edition: str) -> str:
    found = area(code, edition)
    return f"{found.name} ({code})" if found else code
