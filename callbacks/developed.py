"""How an indicator developed in a municipality, beside what is around it: in reports and in files."""

import numpy as np
import pandas

from data import store
from data.borders import breaks
from data.catalogue import Indicator
from data.report import outline
from geo.areas import Area, ancestors, children
from geo.levels import Level
from layouts.drawn import years
from layouts.labels import Line
from layouts.language import text
from layouts.report import Course
from layouts.view import name


def course_of(indicator: Indicator, place: Area, language: str) -> Course:
    """The municipality's line, with county and Sweden; else with the median of municipalities.

    Amounts stand alone: beside the whole country a municipality's would be a flat line.
    """
    around = [one for one in ancestors(place) if len(children(one)) > 1]
    wider = [] if indicator.is_amount else [one for one in around if years(indicator, one.level)]
    found = [_line(indicator, one, one.level.id, language) for one in wider]
    if not found and not indicator.is_amount:
        median = _median(indicator, place.level)
        found = [Line(text(language, "median_of_municipality"), median, "median")]
    return Course(indicator, (_line(indicator, place, "chosen", language), *found))


def _line(indicator: Indicator, place: Area, role: str, language: str) -> Line:
    values = _since(store.series(indicator, place.code))
    return Line(name(place, language), values, role, breaks(indicator, place.code))


def _median(indicator: Indicator, level: Level) -> pandas.Series:
    found = {
        year: store.distribution(indicator, level, year).get(50, np.nan)
        for year in years(indicator, level)
    }
    return _since(pandas.Series(found))


def _since(values: pandas.Series) -> pandas.Series:
    return values[values.index >= outline().since]
