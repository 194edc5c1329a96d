"""The values of indices, and the reason where there is none."""

import numpy as np

from data.catalogue import Indicator
from data.edition import STATUSES
from data.groups import FEWEST_AREAS
from data.indices import INDICES
from data.pipeline.errors import NoFiguresError, PipelineError
from data.pipeline.grid import OK, Grid, Statuses, Values, common_years, without_absent
from data.pipeline.groupings import Counted, by_code, counted
from data.pipeline.inputs import Inputs
from geo.levels import Level, levels


def index(indicator: Indicator, level: Level, inputs: Inputs) -> Grid:
    """An index over small areas; without a value where it would say too little."""
    if indicator.grouping is None:
        return _of_means(indicator, level, inputs)
    groups = counted(indicator.grouping, inputs)
    if indicator.measure.inside:
        return _of_every_area(indicator, level, groups)
    return _with(groups.statuses(level), level, groups.years, raw(indicator, level, groups))


def raw(indicator: Indicator, level: Level, groups: Counted) -> Values:
    """The index of every area of a level, (years, areas), also where it says too little."""
    return INDICES[str(indicator.measure.index)].from_counts(groups.segments(level), groups.counts)


def _of_every_area(indicator: Indicator, level: Level, groups: Counted) -> Grid:
    """An index with a value for each small area, compared with the larger one around it."""
    if level is not groups.level:
        raise PipelineError(
            f"Indicator {indicator.id!r} has a value for every area of the level "
            f"{groups.level.id!r}, not {level.id!r}. Correct its levels."
        )
    larger = levels()[str(indicator.measure.inside)]
    segments = groups.segments(larger)
    values = raw(indicator, larger, groups)
    statuses = segments.as_they_came(segments.spread(groups.statuses(larger)))
    return _with(statuses, level, groups.years, values)


def _of_means(indicator: Indicator, level: Level, inputs: Inputs) -> Grid:
    """An index of means, each area weighted by the number of people in it."""
    measure = indicator.measure
    means, weights = (
        inputs.given.get((str(measure.over), str(name))) for name in (measure.means, measure.weight)
    )
    if means is None or weights is None:
        raise NoFiguresError(
            f"Indicator {indicator.id!r} is made of {measure.means!r} and {measure.weight!r}, "
            f"which the input lacks at the level {measure.over!r}. Name columns of inputs.toml."
        )
    years = common_years([means, weights])
    means, weights = means.only(years), weights.only(years)
    segments = by_code(means.level, level, means.edition)
    values = INDICES[str(measure.index)].by(
        segments, without_absent(means), without_absent(weights)
    )
    statuses = np.full(values.shape, OK, dtype=np.uint8)
    statuses[:, segments.sizes < FEWEST_AREAS] = STATUSES.index("few_areas")
    return _with(statuses, level, years, values)


def _with(statuses: Statuses, level: Level, years: tuple[int, ...], values: Values) -> Grid:
    grid = Grid.of(level, years, values)
    for status in ("missing", "few_areas", "small_group"):
        grid = grid.marked(statuses == STATUSES.index(status), status)
    return grid
