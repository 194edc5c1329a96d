"""What the chart of a view shows as a table: lines, medians, limits of chance, counts."""

from collections.abc import Iterator

import pandas

from callbacks.charted import charted
from data import store
from data.catalogue import Indicator
from data.edition import current_edition
from geo.areas import Area, ancestors, area
from layouts.charted import Charted
from layouts.labels import Line
from layouts.language import text
from layouts.numbers import numbered
from layouts.sharing import readme, series_taken
from layouts.view import View
from sending.tables import Cell, Table

COLUMNS = ("indicator", "area", "name", "year", "value", "status")
Row = tuple[Cell, ...]


def table(view: View) -> Table:
    """A row for each point that is drawn; where it is of no single area, the area is empty."""
    rows = list(_rows(view, charted(view)))
    return Table(COLUMNS, rows, readme(series_taken(view), current_edition()))


def _rows(view: View, chart: Charted) -> Iterator[Row]:
    id_ = view.indicator.id
    around = {each.level.id: each for each in ancestors(view.area)} | {"chosen": view.area}
    for line in chart.lines:
        yield from line_rows(view.indicator, line, around.get(line.role))
    if chart.band is not None:
        for key, values in (("band_low", chart.band.low), ("band_high", chart.band.high)):
            named = text(view.language, key, band=chart.band.name)
            for year, value in values.dropna().items():
                yield id_, "", named, int(str(year)), float(value), "ok"
    if chart.values is not None:
        for code, value in chart.values.items():
            known = area(str(code))
            yield id_, str(code), known.name if known else "", view.years[0], float(value), "ok"
    if chart.counts is not None:
        for year, row in chart.counts.iterrows():
            for category in view.indicator.categories:
                named = numbered(category, view.language)
                yield id_, view.scope, named, int(str(year)), int(row[category.value]), "ok"


def line_rows(indicator: Indicator, line: Line, place: Area | None) -> Iterator[Row]:
    """A row for each year of a line, with why a value is missing; a median is of no area."""
    for year, value in line.values.items():
        shown, missing, status = int(str(year)), pandas.isna(value), "ok"
        if missing:
            status = "missing"
            if place:
                statuses = store.status(indicator, place.level, shown)
                status = str(statuses[place.code])
        code = place.code if place else ""
        yield indicator.id, code, line.name, shown, None if missing else float(value), status
