"""The course of each compared area over time, looked up: on the page, in pictures and in files."""

import pandas

from data import store
from data.borders import breaks
from geo.areas import Area
from layouts.compare.question import Comparison
from layouts.compare.readings import Course
from layouts.drawn import years


def courses(asked: Comparison) -> tuple[Course, ...]:
    return tuple(_course(asked, area) for area in asked.areas)


def _course(asked: Comparison, area: Area) -> Course:
    if not years(asked.indicator, area.level):
        return Course(area, pandas.Series(dtype=float), "no_level")
    values = store.series(asked.indicator, area.code)
    cuts = breaks(asked.indicator, area.code)
    if values.dropna().empty:
        return Course(area, values, "no_values")
    if asked.base is None:
        return Course(area, values, breaks=cuts)
    values = _around(asked.base, values, cuts)
    start = values.get(asked.base, float("nan"))
    if pandas.isna(start):
        return Course(area, values, "base_missing")
    # A share of zero, or of an index below its chance level, cannot stand for 100.
    return Course(area, 100 * values / start) if start > 0 else Course(area, values, "base_zero")


def _around(base: int, values: pandas.Series, cuts: tuple[int, ...]) -> pandas.Series:
    """The values that can be compared with those of a year."""
    first = max((year for year in cuts if year <= base), default=0)
    end = min((year for year in cuts if year > base), default=int(values.index[-1]) + 1)
    return values[(values.index >= first) & (values.index < end)]
