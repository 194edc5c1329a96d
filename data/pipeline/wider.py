"""Values of wider areas from those of the areas inside, only where that is correct."""

import numpy as np
from numpy.typing import NDArray

from data.catalogue import Indicator
from data.pipeline.counts import summed
from data.pipeline.errors import NoFiguresError
from data.pipeline.grid import Grid, Values, without_absent
from data.pipeline.inputs import Inputs
from geo.levels import Level, levels


def widened(indicator: Indicator, level: Level, inputs: Inputs) -> Grid:
    """The sum or the weighted mean over the areas inside.

    Missing where an area that existed in the year has no value. An area that did not exist yet
    was part of another, and adds nothing.
    """
    inner = _inner(indicator, inputs)
    existed = _existed(inner, inputs)
    absent = np.isnan(inner.values) & ~existed
    if indicator.measure.wider == "sum":
        return _sum(inner, np.where(absent, 0, inner.values), level)
    weights = _weights(indicator, inner, inputs)
    part = _sum(inner, np.where(absent, 0, inner.values * weights), level)
    whole = _sum(inner, np.where(absent, 0, weights), level).values
    return Grid.of(level, part.years, part.values / np.where(whole > 0, whole, np.nan))


def _inner(indicator: Indicator, inputs: Inputs) -> Grid:
    """The given values of the widest level that has them."""
    for level in levels():
        if (level, indicator.measure.given) in inputs.given:
            return inputs.given[level, str(indicator.measure.given)]
    raise NoFiguresError(
        f"Indicator {indicator.id!r} is given as {indicator.measure.given!r}, which no file of "
        "the input has. Name a column or a quantity of inputs.toml."
    )


def _existed(inner: Grid, inputs: Inputs) -> NDArray[np.bool_]:
    """Which areas there were in each year; all of them in years of which nothing is known."""
    existing = inputs.existing.get(inner.level.id)
    existed = np.ones(inner.values.shape, dtype=bool)
    if existing is not None:
        for row, year in enumerate(inner.years):
            if year in existing.years:
                existed[row] = ~np.isnan(existing.during([year])[0])
    return existed


def _weights(indicator: Indicator, inner: Grid, inputs: Inputs) -> Values:
    """The weight of every area and year; missing in years that the weight does not cover."""
    weight = inputs.given.get((inner.level.id, str(indicator.measure.weight)))
    if weight is None:
        raise NoFiguresError(
            f"Indicator {indicator.id!r} has a mean with the weight "
            f"{indicator.measure.weight!r}, which the level {inner.level.id!r} lacks. "
            "Name a quantity of inputs.toml."
        )
    unknown = Grid.of(inner.level, inner.years, np.full(inner.values.shape, np.nan))
    both = Grid.joined([unknown, weight]).only(inner.years)
    return without_absent(both)


def _sum(inner: Grid, values: Values, level: Level) -> Grid:
    return summed(Grid.of(inner.level, inner.years, values), level)
