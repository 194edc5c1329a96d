"""Looks up areas with two indicators: on the page, in pictures and in files."""

import pandas

from data import store
from data.catalogue import Indicator, indicators
from data.correlation import correlation
from geo.areas import areas
from layouts.drawn import years
from layouts.scatter.question import Relation
from layouts.scatter.readings import Both, Related


def related_by(asked: Relation) -> Related:
    """The areas that have both values, and how the two go together."""
    x, y = (_values(asked, each) for each in (asked.x, asked.y))
    known = pandas.DataFrame({"x": x, "y": y}).dropna()
    population, counted = _population(asked)
    every, named = areas(asked.level), {each.code for each in asked.named}
    return Related(
        areas=tuple(
            Both(every[code], one, other, population.get(code), code in named)
            for code, one, other in zip(
                known.index, known["x"].tolist(), known["y"].tolist(), strict=True
            )
        ),
        left_out=len(x) - len(known),
        correlation=correlation(x, y),
        counted=counted,
    )


def _values(asked: Relation, indicator: Indicator) -> pandas.Series:
    values = store.values(indicator, asked.level, asked.year_of(indicator))
    if asked.within is None:
        return values
    return values[values.index.str.startswith(asked.scope)]


def _population(asked: Relation) -> tuple[dict[str, float], int | None]:
    """The population of the year shown, or of the nearest year that was counted."""
    counted = indicators()["population"]
    wished = asked.year_of(asked.x)
    held = years(counted, asked.level)
    if not held:
        return {}, None
    year = min(held, key=lambda one: (abs(one - wished), -one))
    known = store.values(counted, asked.level, year).dropna()
    return dict(zip(known.index.astype(str), known.tolist(), strict=True)), year
