"""Area types by the cut-offs of one year, so that a changed type is a changed index."""

import numpy as np

from data.catalogue import Indicator
from data.pipeline.errors import NoFiguresError, PipelineError
from data.pipeline.grid import Grid
from data.pipeline.inputs import Inputs
from data.pipeline.sources.area_types import area_types, cut_offs
from geo.levels import Level


def types_by_frozen_cut_offs(indicator: Indicator, level: Level, inputs: Inputs) -> Grid:
    """The type of every area and year, all by the mean and deviation of the year that is frozen."""
    measure = indicator.measure
    index = inputs.given.get((level.id, str(measure.types_of)))
    if index is None:
        raise NoFiguresError(
            f"Indicator {indicator.id!r} is made of {measure.types_of!r}, which the input lacks at "
            f"the level {level.id!r}. Name a column of fetched.toml or inputs.toml."
        )
    if measure.frozen not in index.years:
        raise PipelineError(
            f"Indicator {indicator.id!r} has cut-offs of {measure.frozen}, a year that "
            f"{measure.types_of!r} does not have. Use one of: {', '.join(map(str, index.years))}."
        )
    limits = cut_offs(index.during([measure.frozen])[0])
    types = np.array([area_types(row, limits) for row in index.values])
    return Grid.of(level, index.years, types)
