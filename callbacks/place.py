"""The chosen area: its facts of every year, its time series, and the sources of both."""

from typing import Any

from dash import Dash, Input, Output

from callbacks.cache import remembered
from callbacks.charted import charted
from callbacks.told import told
from data import evidence
from data.borders import comparable
from layouts import captions, category_chart, ids, place, series, spread_chart, why
from layouts.chart import Figure
from layouts.charted import Charted
from layouts.language import text
from layouts.profile.question import INDEX_OF_PARTS
from layouts.said import chart_said
from layouts.view import View, read

MUNICIPALITY = 4  # letters of its code


def register(app: Dash) -> None:
    app.callback(
        Output(ids.PLACE, "children"), Output(ids.FACTS, "data"), Input(ids.ASKED, "data")
    )(show_place)
    app.callback(
        Output(ids.SERIES_STORE, "data"), Output(ids.SOURCES, "children"), Input(ids.ASKED, "data")
    )(show_series)


def show_place(asked: str | None) -> tuple[list[object], dict[str, Any]]:
    view, _ = read(asked)
    return place.place(view), remembered("facts", view, facts_of)


def show_series(asked: str | None) -> tuple[dict[str, Any], list[object]]:
    view, _ = read(asked)
    figure, table = remembered("series", view, series_of)
    return figure, place.sources(view, table, reasons(view))


def reasons(view: View) -> list[object]:
    """Where the segregation that an index shows lies, and why it changed."""
    grouping = view.indicator.grouping
    if grouping is None or not grouping.decomposed or not view.indicator.is_index:
        return []
    if view.area.level.id == grouping.over:
        return []
    code, last = view.area.code, view.years[-1]
    span = comparable(view.indicator, code)
    return why.why(
        view,
        evidence.contributions(grouping, code, last) if len(code) == MUNICIPALITY else (),
        evidence.between_within(grouping, code) if len(code) < MUNICIPALITY else None,
        evidence.parts(grouping, INDEX_OF_PARTS, code, *span) if span else None,
        span,
    )


def facts_of(view: View) -> dict[str, Any]:
    """What the panel says of each year that the map can show, ready to be shown."""
    return {"years": {year: told(view, year) for year in view.years}, "year": view.years[-1]}


def series_of(view: View) -> tuple[Figure, dict[str, list[str]]]:
    """The chart of the area and the same numbers as columns of a table."""
    chart = charted(view)
    indicator, language = view.indicator, view.language
    if chart.counts is not None:
        counted = category_chart.category_counts(chart.counts, chart.heading, indicator, language)
        return said(counted, view, chart), captions.category_table(view, chart.counts)
    if chart.values is not None:
        line = chart.lines[0]
        figure = spread_chart.spread(chart.values, line, chart.heading, indicator, language)
    else:
        figure = series.series(chart.lines, chart.band, indicator, language)
    return said(figure, view, chart), captions.table(view, chart.lines, chart.band)


def said(figure: Figure, view: View, chart: Charted) -> Figure:
    """The figure, which says in words what it shows."""
    words = " ".join([chart_said(view, chart), text(view.language, "series")])
    return figure | {"layout": figure["layout"] | {"meta": words}}
