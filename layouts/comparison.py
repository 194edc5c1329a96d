"""Tables of areas side by side: the parts of an area, its peers and its neighbours."""

from collections.abc import Sequence

from dash import html

from geo.areas import Area, ancestors
from layouts import paths
from layouts.area_types import swatch
from layouts.language import text
from layouts.numbers import number
from layouts.readings import Compared, Profile, Reading, SmallArea
from layouts.tables import Cell, Head, reading, table
from layouts.view import name

POPULATION_COLUMN = 1


def small_area_table(
    profile: Profile,
    language: str,
    shown: Sequence[SmallArea] | None = None,
    caption: str | None = None,
) -> html.Div:
    """The RegSO of the municipality, the most populous first; or only some of them."""
    first = profile.small_areas[0]
    span = f"{first.type_before.year}–{first.readings[-1].year}"
    contributions = text(language, "percent_in", year=profile.contributions_year)
    heads = [
        Head(text(language, "table_area")),
        *(_head(value, language) for value in first.readings),
        Head(text(language, "type_change"), span),
        Head(text(language, "contribution"), contributions),
    ]
    rows = [_small_area(area, language) for area in shown or profile.small_areas]
    caption = caption or text(language, "small_areas", area=profile.place.name)
    return table(caption, heads, rows, sorted_by=None if shown else POPULATION_COLUMN)


def parts_table(inside: Sequence[Area], profile: Profile, language: str) -> html.Div:
    """The counties or municipalities of an area, the most populous first."""
    found = [profile.compared[one.code] for one in inside]
    found.sort(key=lambda one: -(one.readings[POPULATION_COLUMN - 1].value or 0))
    plural = inside[0].level.plural[language]
    caption = text(language, "parts_caption", plural=plural, area=name(profile.place, language))
    rows = [_compared(one, profile, language) for one in found]
    return table(caption, _heads(found[0], language), rows, sorted_by=POPULATION_COLUMN)


def comparison_table(
    caption: str, others: Sequence[Area], profile: Profile, language: str
) -> html.Div:
    """The area itself first, then others, by the same figures."""
    own = profile.compared[profile.place.code]
    rows = [_compared(own, profile, language, link=False)]
    rows += [_compared(profile.compared[one.code], profile, language) for one in others]
    return table(caption, _heads(own, language), rows, chosen=0)


def _heads(one: Compared, language: str) -> list[Head]:
    values = (_head(value, language) for value in one.readings)
    return [Head(text(language, "table_area")), *values]


def _head(value: Reading, language: str) -> Head:
    label, unit = (named.label[language] for named in (value.indicator, value.indicator.unit))
    return Head(label, str(value.year) if value.indicator.categories else f"{unit}, {value.year}")


def _compared(one: Compared, profile: Profile, language: str, link: bool = True) -> list[Cell]:
    place = one.area
    named = html.A(place.name, href=paths.profile(language, place)) if link else place.name
    elsewhere = place.level.editions and place.parent != profile.place.parent
    around = ancestors(place)[-1:] if elsewhere else ()
    shown = [named, *(html.Small(wider.name) for wider in around)]
    return [Cell(shown, place.name), *(_cell(value, language) for value in one.readings)]


def _small_area(one: SmallArea, language: str) -> list[Cell]:
    area_type, share = one.readings[-1], one.part.share if one.part else None
    part = text(language, "few_areas") if share is None else number(100 * share, 1, language)
    return [
        Cell(html.A(one.area.name, href=paths.profile(language, one.area)), one.area.name),
        *(_cell(value, language) for value in one.readings),
        _type_change(one.type_before, area_type, language),
        Cell(part, share),
    ]


def _cell(found: Reading, language: str) -> Cell:
    """A value; a category as its colour and number, its name for those who do not see them."""
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
