"""The values of an indicator at a level, made as its measure says."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from data.catalogue import Indicator, groups, indicators
from data.indices import INDICES
from data.pipeline.counts import count, summed
from data.pipeline.errors import PipelineError
from data.pipeline.grid import Grid, common_years
from data.pipeline.inputs import Inputs
from data.pipeline.limits import limits
from data.pipeline.register import codes, within
from data.pipeline.wider import widened
from geo.levels import Level, levels

FEWEST_AREAS = 3
SMALLEST_GROUP = 100
DECIMALS_KEPT = 10


@dataclass(frozen=True, eq=False)
class Computed:
    """All values of one indicator at one level, and the class limits of its map."""

    indicator: Indicator
    grid: Grid
    limits: tuple[float, ...]


def computed(inputs: Inputs) -> Iterator[Computed]:
    """Every indicator at each of its levels, in the order of the catalogue."""
    for indicator in indicators().values():
        for id_ in levels():
            if id_ in indicator.levels:
                grid = values(indicator, levels()[id_], inputs)
                yield Computed(indicator, grid, limits(indicator, grid))


def values(indicator: Indicator, level: Level, inputs: Inputs) -> Grid:
    measure = indicator.measure
    given = inputs.given.get((level.id, measure.given or ""))
    if measure.index:
        grid = _index(indicator, level, inputs)
    elif measure.share:
        grid = _share(indicator, level, inputs)
    elif given:
        grid = given
    elif measure.wider:
        grid = widened(indicator, level, inputs)
    elif measure.count:
        grid = summed(count(groups()[measure.count], inputs), level)
    else:
        raise PipelineError(
            f"Indicator {indicator.id!r} has no figures at the level {level.id!r}. Remove the "
            "level, or say with 'wider' how its values are made."
        )
    return _stable(_not_applicable(indicator, grid))


def _share(indicator: Indicator, level: Level, inputs: Inputs) -> Grid:
    """A group in percent of another; missing where there is nobody to be a share of."""
    part, whole = (
        summed(count(groups()[str(name)], inputs), level)
        for name in (indicator.measure.share, indicator.measure.among)
    )
    years = common_years([part, whole])
    among = np.where(whole.during(years) > 0, whole.during(years), np.nan)
    return Grid.of(level, years, 100 * part.during(years) / among)


def _index(indicator: Indicator, level: Level, inputs: Inputs) -> Grid:
    """An index over small areas; without a value where it would say too little."""
    measure = indicator.measure
    of, against = (count(groups()[str(name)], inputs) for name in (measure.of, measure.against))
    if of.level.id != measure.over:
        raise PipelineError(
            f"Indicator {indicator.id!r} is over {measure.over!r}, but the groups are counted "
            f"at the level {of.level.id!r}. Use that level."
        )
    years = common_years([of, against])
    segments = within(of.level, level, of.edition)
    counts = np.stack([of.during(years), against.during(years)], axis=-1)
    grid = Grid.of(level, years, INDICES[str(measure.index)].from_counts(segments, counts))
    smallest = np.minimum(summed(of, level).during(years), summed(against, level).during(years))
    few = np.broadcast_to(segments.sizes < FEWEST_AREAS, grid.values.shape)
    return grid.marked(smallest < SMALLEST_GROUP, "small_group").marked(few, "few_areas")


def _not_applicable(indicator: Indicator, grid: Grid) -> Grid:
    without = np.isin(codes(grid.level, grid.edition), indicator.not_applicable)
    if not np.isnan(grid.values[:, without]).all():
        raise PipelineError(
            f"Indicator {indicator.id!r} has values in an area where it is not applicable. "
            "Correct 'not_applicable' in indicators.toml, or the input."
        )
    return grid.marked(np.broadcast_to(without, grid.values.shape), "not_applicable")


def _stable(grid: Grid) -> Grid:
    """Without the last digits, which differ between processors."""
    return Grid(grid.level, grid.years, grid.values.round(DECIMALS_KEPT), grid.statuses)
