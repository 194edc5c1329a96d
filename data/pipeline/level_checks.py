"""Whether what was counted in two sorts of small areas is the same people in every municipality."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from data.groups import groups
from data.pipeline.counts import summed
from data.pipeline.errors import CheckError, listed
from data.pipeline.feeds import Noise, noise
from data.pipeline.grid import Grid, common_years
from data.pipeline.inputs import Inputs
from data.pipeline.register import codes, within
from geo.levels import Level, levels

TOLERANCE = 1e-6


def check_levels(inputs: Inputs, declared: Noise | None = None) -> int:
    """How many counts agree over two small levels; raises CheckError where a municipality differs."""
    # A share that a group is multiplied by, or what says where it is counted, is no count.
    counted = {name for one in groups().values() for name in (*one.sum, one.column, one.less)}
    pairs = [
        (name, grid, inputs.figures[name])
        for (_, name), grid in inputs.given.items()
        if name in counted & set(inputs.figures)
        and grid.level.editions
        and grid.level is not inputs.figures[name].level
    ]
    faults = [fault for pair in pairs for fault in _differing(*pair, declared or noise())]
    if faults:
        raise CheckError(
            f"{len(faults)} counts differ between two levels. Fetch the tables again; where it "
            f"stays so, compare them with SCB's own.\n{listed(faults)}"
        )
    return len(pairs)


def _areas(grid: Grid, year: int, wide: Level) -> NDArray[np.intp]:
    """How many small areas there were in every wider one."""
    return within(grid.level, wide, grid.level.edition(year)).sizes


def _differing(name: str, fine: Grid, usual: Grid, allowed: Noise) -> Iterator[str]:
    """A sentence for each municipality and year; what lacks a value in either is not compared."""
    wide = levels()[str(usual.level.parent)]
    for year in common_years([fine, usual]):
        sums = [summed(grid.only([year]), wide).values[0] for grid in (fine, usual)]
        numbers = _areas(fine, year, wide) + _areas(usual, year, wide)
        near = np.array([allowed.of(year, int(number)) for number in numbers]) + TOLERANCE
        for column in np.flatnonzero(np.abs(sums[0] - sums[1]) > near):
            yield (
                f"{name} of {codes(wide, None)[column]} in {year} is {sums[0][column]:,.0f} over "
                f"{fine.level.id} and {sums[1][column]:,.0f} over {usual.level.id}."
            )
