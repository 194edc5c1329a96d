"""Tables of areas side by side: a municipality's RegSO, its peers and its neighbours."""

from collections.abc import Sequence

from dash import html

from geo.areas import Area
from layouts.area_types import swatch
from layouts.language import text
from layouts.numbers import number
from layouts.paths import PROFILE, on_map, path
from layouts.readings import Compared, Profile, Reading, SmallArea
from layouts.tables import Cell, Head, reading, table

POPULATION_COLUMN = 1


def small_area_table(profile: Profile, language: str) -> html.Div:
    """The RegSO of the municipality, the most populous first."""
    first = profile.small_areas[0]
    span = f"{first.type_before.year}–{first.readings[-1].year}"
    contributions = text(language, "percent_in", year=profile.contributions_year)
    heads = [
        Head(text(language, "table_area")),
        *(_head(value, language) for value in first.readings),
        Head(text(language, "type_change"), span),
        Head(text(language, "contribution"), contributions),
    ]
    rows = [_small_area(area, language) for area in profile.small_areas]
    caption = text(language, "small_areas", area=profile.municipality.name)
    return table(caption, heads, rows, sorted_by=POPULATION_COLUMN)


def comparison_table(
    caption: str, areas: Sequence[Area], profile: Profile, language: str
) -> html.Div:
    """The municipality first, then others, by the same figures."""
    by_code = {one.area.code: one for one in profile.compared}
    own = by_code[profile.municipality.code]
    heads = [
        Head(text(language, "table_area")),
        *(_head(value, language) for value in own.readings),
    ]
    rows = [_compared(own, language, link=False)]
    rows += [_compared(by_code[area.code], language) for area in areas]
    return table(caption, heads, rows, chosen=0)


def _head(value: Reading, language: str) -> Head:
    label, unit = (named.label[language] for named in (value.indicator, value.indicator.unit))
    return Head(label, str(value.year) if value.indicator.categories else f"{unit}, {value.year}")


def _compared(one: Compared, language: str, link: bool = True) -> list[Cell]:
    where = path(PROFILE, language, one.area)
    named = html.A(one.area.name, href=where) if link else one.area.name
    return [Cell(named), *(reading(value, language) for value in one.readings)]


def _small_area(one: SmallArea, language: str) -> list[Cell]:
    *values, area_type = one.readings
    share = one.contribution
    part = text(language, "few_areas") if share is None else number(100 * share, 1, language)
    return [
        Cell(html.A(one.area.name, href=on_map(language, area=one.area.code)), one.area.name),
        *(reading(value, language) for value in values),
        _type(area_type, language),
        _type_change(one.type_before, area_type, language),
        Cell(part, share),
    ]


def _type(found: Reading, language: str) -> Cell:
    category = next((c for c in found.indicator.categories if c.value == found.value), None)
    if category is None:
        return reading(found, language)
    said = html.Span(found.written(language), className="visually-hidden")
    seen = html.Span(category.value, **{"aria-hidden": "true"})
    return Cell([swatch(category), seen, said], found.value)


def _type_change(before: Reading, now: Reading, language: str) -> Cell:
    if before.value is None or now.value is None:
        return Cell(text(language, "missing"))
    if before.value == now.value:
        return Cell(text(language, "type_same"), 0)
    said = text(language, "type_changed", before=int(before.value), now=int(now.value))
    return Cell(said, now.value - before.value)
