"""Sends what the chart of a view shows as a table: lines, medians, limits of chance, counts."""

from collections.abc import Iterator

import pandas
from dash import Dash
from flask import Response

from callbacks.charted import charted
from callbacks.wanted import Wanted, answered, wanted
from data import store
from data.edition import Edition
from geo.areas import Area, ancestors, area
from layouts.charted import Charted
from layouts.labels import Line
from layouts.language import languages, text
from layouts.numbers import numbered
from layouts.sharing import filename, readme
from layouts.sharing_paths import FORMS, SERIES, SUBJECTS, TABLE, folder
from layouts.view import View
from sending.kept import Kept
from sending.problems import Problem
from sending.tables import Cell, Table, written

MOST_BYTES = 4_000_000
KEPT = Kept(MOST_BYTES)
FORM = f"<any({','.join(FORMS[TABLE])}):form>"
COLUMNS = ("indicator", "area", "name", "year", "value", "status")
Row = tuple[Cell, ...]


def register(app: Dash) -> None:
    for language in languages():
        app.server.add_url_rule(
            f"{folder(TABLE, language)}{SUBJECTS[SERIES][language]}.{FORM}",
            f"table-{language}",
            show,
            defaults={"language": language},
        )


def show(language: str, form: str) -> Response:
    try:
        asked = wanted(language)
    except Problem as problem:
        return problem.response()
    view, edition = asked.view, asked.edition
    named = filename(view, SERIES, edition, form)
    key = (edition.id, form, view.without_year())
    return answered(asked, KEPT.answer(key, lambda: written(table(asked), form, named)))


def table(asked: Wanted) -> Table:
    """A row for each point that is drawn; where it is of no single area, the area is empty."""
    view, edition = asked.view, asked.edition
    rows = list(_rows(view, charted(view, edition), edition))
    return Table(COLUMNS, rows, readme(view, SERIES, edition))


def _rows(view: View, chart: Charted, edition: Edition) -> Iterator[Row]:
    id_ = view.indicator.id
    for line in chart.lines:
        yield from _line(view, line, edition)
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


def _line(view: View, line: Line, edition: Edition) -> Iterator[Row]:
    place = _area(view, line)
    for year, value in line.values.items():
        shown, missing, status = int(str(year)), pandas.isna(value), "ok"
        if missing:
            status = "missing"
            if place:
                statuses = store.status(view.indicator, place.level, shown, edition)
                status = str(statuses[place.code])
        code = place.code if place else ""
        yield view.indicator.id, code, line.name, shown, None if missing else float(value), status


def _area(view: View, line: Line) -> Area | None:
    """The area that a line is of; none for a median."""
    around = {each.level.id: each for each in ancestors(view.area)}
    return view.area if line.role == "chosen" else around.get(line.role)
