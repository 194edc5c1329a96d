"""The chosen area: its facts of every year, its time series, and the sources of both."""

from typing import Any

import pandas
from dash import Dash, Input, Output

from callbacks.cache import remembered
from callbacks.charted import charted, has_own, inside
from data import evidence, store
from geo.areas import ancestors
from geo.levels import SWEDEN
from layouts import captions, category_chart, facts, ids, place, series, spread_chart, why
from layouts.view import View, name, read

INDEX_OF_PARTS = "mutual_information"
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
    code, (first, *_, last) = view.area.code, view.years
    return why.why(
        view,
        evidence.contributions(grouping, code, last) if len(code) == MUNICIPALITY else (),
        evidence.between_within(grouping, code) if len(code) < MUNICIPALITY else None,
        evidence.parts(grouping, INDEX_OF_PARTS, code, first, last),
    )


def facts_of(view: View) -> dict[str, Any]:
    """What the panel says of each year that the map can show, ready to be shown."""
    if has_own(view, view.area):
        own = store.series(view.indicator, view.area.code)
        told = {year: _year(view, year, own) for year in view.years}
    else:
        told = {year: facts.spread(view, year, inside(view, year)) for year in view.years}
    return {"years": told, "year": view.years[-1]}


def _year(view: View, year: int, own: pandas.Series) -> dict[str, str]:
    if year not in own.index:
        return facts.nothing(view, year, "missing")
    if pandas.isna(own[year]):
        reason = store.status(view.indicator, view.area.level, year)[view.area.code]
        return facts.nothing(view, year, str(reason))
    return facts.own(view, year, own, _rank(view, year), _exceeds_chance(view, year, own))


def _exceeds_chance(view: View, year: int, own: pandas.Series) -> bool | None:
    """Whether the change since the first year is more than chance gives; None where not known."""
    first = int(own.dropna().index[0])
    if not view.indicator.is_index or first >= year:
        return None
    change = evidence.change(view.indicator, view.area.code, first, year)
    return change.exceeds_chance if change else None


def _rank(view: View, year: int) -> facts.Ranked | None:
    """The place among all areas of its level; for a RegSO among those of its municipality."""
    area = view.area
    if area.code == SWEDEN or view.indicator.categories:
        return None
    around = ancestors(area)[-1] if area.level.id == "regso" else ancestors(area)[0]
    rank = store.rank(view.indicator, area.level, year, area.code, within=around.code)
    if rank is None:
        return None
    within = None if around.code == SWEDEN else name(around, view.language)
    return facts.Ranked(rank.position, rank.of, within)


def series_of(view: View) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """The chart of the area and the same numbers as columns of a table."""
    chart = charted(view)
    indicator, language = view.indicator, view.language
    if chart.counts is not None:
        counted = category_chart.category_counts(chart.counts, chart.heading, indicator, language)
        return counted.to_plotly_json(), captions.category_table(view, chart.counts)
    if chart.values is not None:
        line = chart.lines[0]
        figure = spread_chart.spread(chart.values, line, chart.heading, indicator, language)
    else:
        figure = series.series(chart.lines, chart.band, indicator, language)
    return figure.to_plotly_json(), captions.table(view, chart.lines, chart.band)
