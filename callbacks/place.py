"""The chosen area: its facts of every year, its time series, and the sources of both."""

from typing import Any

import pandas
from dash import Dash, Input, Output

from callbacks.cache import remembered
from data import evidence, store
from geo.areas import Area, ancestors
from geo.levels import SWEDEN
from layouts import captions, category_chart, facts, ids, place, series, spread_chart, why
from layouts.drawn import years
from layouts.labels import Line
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
    if _has_own(view, view.area):
        own = store.series(view.indicator, view.area.code)
        told = {year: _year(view, year, own) for year in view.years}
    else:
        told = {year: facts.spread(view, year, _inside(view, year)) for year in view.years}
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
    if view.indicator.categories:
        counts = _category_counts(view)
        title = captions.counted_name(view, _around(view))
        figure = category_chart.category_counts(counts, title, view.indicator, view.language)
        return figure.to_plotly_json(), captions.category_table(view, counts)
    lines = _lines(view)
    band = _chance(view) or (_spread(view) if lines[-1].role == "median" else None)
    if len(view.years) == 1:
        values = _inside(view, view.years[0])
        title = captions.spread_name(view, len(values))
        figure = spread_chart.spread(values, lines[0], title, view.indicator, view.language)
    else:
        figure = series.series(lines, band, view.indicator, view.language)
    return figure.to_plotly_json(), captions.table(view, lines, band)


def _lines(view: View) -> list[Line]:
    """The chosen area and those around it; where none has values, the median of the areas shown.

    Amounts stand alone: beside the whole country a municipality's would be a flat line.
    """
    around = [area for area in (view.area, *reversed(ancestors(view.area))) if _has_own(view, area)]
    lines = [
        Line(
            name(area, view.language),
            store.series(view.indicator, area.code),
            "chosen" if area is view.area else area.level.id,
        )
        for area in around
    ]
    if view.indicator.is_amount and lines:
        return lines[:1]
    if len(lines) <= 1:
        lines.append(Line(captions.median_name(view), _quantile(view, 0.5), "median"))
    return lines


def _around(view: View) -> str:
    """The name of the area whose parts the map draws."""
    scope = next(a for a in (view.area, *ancestors(view.area)) if a.code == view.scope)
    return name(scope, view.language)


def _category_counts(view: View) -> pandas.DataFrame:
    """How many areas on the map are of each category: a row a year, a column a category."""
    rows = {year: _values(view, year, view.scope).value_counts() for year in view.years}
    values_of = [category.value for category in view.indicator.categories]
    return pandas.DataFrame(rows).T.reindex(columns=values_of).fillna(0).astype(int)


def _chance(view: View) -> series.Band | None:
    """What chance alone gives, or between what a value above chance lies."""
    if not view.indicator.is_index or not _has_own(view, view.area):
        return None
    for lookup, title in (
        (evidence.range_above_chance, captions.range_name),
        (evidence.chance, captions.chance_name),
    ):
        found = lookup(view.indicator, view.area.code)
        if found is not None:
            return series.Band(title(view), found["low"], found["high"])
    return None


def _spread(view: View) -> series.Band:
    return series.Band(captions.band_name(view), _quantile(view, 0.1), _quantile(view, 0.9))


def _quantile(view: View, share: float) -> pandas.Series:
    return pandas.Series(
        {year: _inside(view, year).quantile(share) for year in view.years}, dtype=float
    )


def _inside(view: View, year: int) -> pandas.Series:
    """Values of the areas on the map that lie in the chosen one, or beside it."""
    within = SWEDEN if _has_own(view, view.area) else view.area.code
    return _values(view, year, within).dropna()


def _values(view: View, year: int, within: str) -> pandas.Series:
    """The values of the areas of the map's level whose codes begin with that of a wider one."""
    values = store.values(view.indicator, view.level, year)
    return values if within == SWEDEN else values[values.index.str.startswith(within)]


def _has_own(view: View, area: Area) -> bool:
    """Whether an area has values of its own, rather than only its parts."""
    return bool(years(view.indicator, area.level))
