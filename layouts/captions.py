"""What the chart of an area is captioned with, and its numbers as a table."""

from collections.abc import Sequence

import pandas

from geo.areas import ancestors
from layouts.labels import Line
from layouts.language import text
from layouts.numbers import NOTHING, number, numbered
from layouts.series import Band
from layouts.view import View, name


def around(view: View) -> str:
    """The name of the area whose parts the map draws."""
    scope = next(each for each in (view.area, *ancestors(view.area)) if each.code == view.scope)
    return name(scope, view.language)


def median_name(view: View) -> str:
    return text(view.language, "median_of", plural=view.level.plural[view.language])


def band_name(view: View) -> str:
    return text(view.language, "band_of", plural=view.level.plural[view.language])


def chance_name(view: View) -> str:
    return text(view.language, "chance_of")


def range_name(view: View) -> str:
    return text(view.language, "range_of_chance")


def spread_name(view: View, count: int) -> str:
    written = number(count, 0, view.language)
    plural = view.level.plural[view.language]
    unit = view.indicator.unit.label[view.language]
    return text(view.language, "spread_of", count=written, plural=plural, unit=unit)


def counted_name(view: View, within: str) -> str:
    plural = view.level.plural[view.language]
    return text(view.language, "counted_in", plural=plural, area=within)


def table(view: View, lines: Sequence[Line], band: Band | None) -> dict[str, list[str]]:
    """The numbers of the chart: a column of years, then one a line."""
    years = sorted({int(year) for line in lines for year in line.values.index})
    columns = [(line.name, line.values) for line in lines]
    if band is not None:
        columns += [
            (text(view.language, "band_low", band=band.name), band.low),
            (text(view.language, "band_high", band=band.name), band.high),
        ]
    return {text(view.language, "year"): [str(year) for year in years]} | {
        head: [_cell(view, values.get(year)) for year in years] for head, values in columns
    }


def category_table(view: View, counts: pandas.DataFrame) -> dict[str, list[str]]:
    return {text(view.language, "year"): [str(year) for year in counts.index]} | {
        numbered(category, view.language): [
            number(int(n), 0, view.language) for n in counts[category.value]
        ]
        for category in view.indicator.categories
    }


def _cell(view: View, value: float | None) -> str:
    if value is None or pandas.isna(value):
        return NOTHING
    return number(float(value), view.indicator.decimals, view.language)
