"""The values of an indicator at a level, made as its measure says."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.catalogue import Indicator, declared_indicators
from data.groups import FEWEST_IN_GROUP, FEWEST_WITH_PROPERTY, groups
from data.pipeline.area_types import types_by_frozen_cut_offs
from data.pipeline.counts import count, summed
from data.pipeline.errors import NoFiguresError, PipelineError
from data.pipeline.grid import OK, Grid, Values, common_years
from data.pipeline.inputs import Inputs
from data.pipeline.limits import limits
from data.pipeline.register import codes
from data.pipeline.segregation import index
from data.pipeline.wider import widened
from geo.levels import Level, levels

DECIMALS_KEPT = 10


@dataclass(frozen=True, eq=False)
class Computed:
    """All values of one indicator at one level, and the class limits of its map."""

    indicator: Indicator
    grid: Grid
    limits: tuple[float, ...]


def computed(inputs: Inputs) -> Iterator[Computed]:
    """Every indicator at each of its levels, in the order of the catalogue.

    Those above chance are not among them: their values need the chance levels too. What is not
    available yet is left out where the input lacks its figures.
    """
    for indicator in declared_indicators().values():
        if indicator.measure.above_chance:
            continue
        for id_ in levels():
            if id_ in indicator.levels:
                try:
                    grid = values(indicator, levels()[id_], inputs)
                except NoFiguresError:
                    if indicator.available and inputs.complete and not levels()[id_].awaited:
                        raise
                    continue
                yield Computed(indicator, grid, limits(indicator, grid))


def values(indicator: Indicator, level: Level, inputs: Inputs) -> Grid:
    measure = indicator.measure
    given = inputs.given.get((level.id, measure.given or ""))
    if measure.index:
        grid = index(indicator, level, inputs)
    elif measure.share:
        grid = _share(indicator, level, inputs)
    elif measure.types_of:
        grid = types_by_frozen_cut_offs(indicator, level, inputs)
    elif given:
        grid = given
    elif measure.wider and not level.editions:
        grid = widened(indicator, level, inputs)
    elif measure.count:
        grid = summed(count(groups()[measure.count], inputs.over(level)), level)
    else:
        raise NoFiguresError(
            f"Indicator {indicator.id!r} has no figures at the level {level.id!r}. Remove the "
            "level, or say with 'wider' how its values are made."
        )
    return stable(_not_applicable(indicator, grid))


def _share(indicator: Indicator, level: Level, inputs: Inputs) -> Grid:
    """A group in percent of another; missing where there is nobody to be a share of."""
    part, whole = (
        summed(count(groups()[str(name)], inputs.over(level)), level)
        for name in (indicator.measure.share, indicator.measure.among)
    )
    years = common_years([part, whole])
    group, among = part.during(years), whole.during(years)
    grid = Grid.of(level, years, 100 * group / np.where(among > 0, among, np.nan))
    if not (indicator.measure.protected and level.editions):
        return grid
    return grid.marked(is_too_few(group, among) & (grid.statuses == OK), "suppressed")


def is_too_few(group: Values, among: Values) -> NDArray[np.bool_]:
    """Where a share of people would tell of too few of them."""
    few: NDArray[np.bool_] = (among <= FEWEST_IN_GROUP) | (group <= FEWEST_WITH_PROPERTY)
    return few


def _not_applicable(indicator: Indicator, grid: Grid) -> Grid:
    without = np.isin(codes(grid.level, grid.edition), indicator.not_applicable)
    if not np.isnan(grid.values[:, without]).all():
        raise PipelineError(
            f"Indicator {indicator.id!r} has values in an area where it is not applicable. "
            "Correct 'not_applicable' in indicators.toml, or the input."
        )
    return grid.marked(np.broadcast_to(without, grid.values.shape), "not_applicable")


def stable(grid: Grid) -> Grid:
    """Without the last digits, which differ between processors."""
    return Grid(grid.level, grid.years, grid.values.round(DECIMALS_KEPT), grid.statuses)
