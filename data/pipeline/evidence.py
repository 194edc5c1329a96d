"""What stands beside the values: chance levels, changes, their parts and contributions, as tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow

from data.edition import CHANCE, CHANGES, CONTRIBUTIONS, DECOMPOSITIONS, RANGES
from data.inference import ChanceLevel
from data.pipeline.above_chance import chance_level
from data.pipeline.chance import DECIMALS_KEPT, Chance
from data.pipeline.compute import Computed
from data.pipeline.grid import OK, Grid
from data.pipeline.groupings import counted, usable
from data.pipeline.inputs import Inputs
from data.pipeline.parts import between_and_within, contributed, parts_of_changes
from data.pipeline.register import codes
from data.pipeline.segregation import index

COLUMNS: dict[str, tuple[str, ...]] = {
    CHANCE: ("indicator", "level", "area", "year", "mean", "low", "high"),
    RANGES: ("indicator", "level", "area", "year", "low", "high"),
    CHANGES: (
        "indicator", "level", "area", "first", "last", "change", "low", "high", "exceeds_chance",
    ),
    DECOMPOSITIONS: ("grouping", "index", "level", "area", "first", "last", "part", "value"),
    CONTRIBUTIONS: (
        "grouping", "larger", "area", "year", "value", "share", "over_represented",
    ),
}  # fmt: skip
YEARS = {"year", "first", "last"}
AT_ONCE = 10_000
Row = tuple[Any, ...]
Tables = dict[str, pyarrow.Table]


@dataclass(frozen=True, eq=False)
class Rows:
    """The rows of a table by name of column, some at a time, so that millions fit in memory."""

    table: pyarrow.Table

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for some in self.table.to_batches(max_chunksize=AT_ONCE):
            yield from some.to_pylist()


def evidence(found: Sequence[Computed], inputs: Inputs, chance: Chance) -> Tables:
    """Every table by the name of its file."""
    indices = [one for one in found if one.indicator.grouping and not one.indicator.measure.inside]
    above = [one for one in indices if one.indicator.measure.above_chance]
    plain = [one for one in indices if not one.indicator.measure.above_chance]
    groups = [counted(grouping, inputs) for grouping in usable(inputs) if grouping.decomposed]
    rows = {
        CHANCE: (row for one in indices for row in _chance_levels(one, chance)),
        RANGES: (row for one in above for row in _ranges(one, inputs, chance)),
        CHANGES: (row for one in plain for row in _changes(one, chance)),
        DECOMPOSITIONS: (
            row
            for one in groups
            for row in (*parts_of_changes(one, chance), *between_and_within(one))
        ),
        CONTRIBUTIONS: (row for one in groups for row in contributed(one)),
    }
    return {file: _table(COLUMNS[file], list(rows[file])) for file in COLUMNS}


def _chance_levels(one: Computed, chance: Chance) -> Iterator[Row]:
    """The chance level of the indicator as it is shown: above chance it is zero."""
    for where, year, _ in _held(one.grid):
        level = chance_level(one.indicator, where[1], year, chance)
        values = (level.mean, level.low, level.high)
        if one.indicator.measure.above_chance:
            values = tuple(map(level.above_chance, values))  # type: ignore[assignment]
        yield (one.indicator.id, *where, year, *_rounded(values))


def _ranges(one: Computed, inputs: Inputs, chance: Chance) -> Iterator[Row]:
    for where, year, value in _held(index(one.indicator, one.grid.level, inputs)):
        level: ChanceLevel = chance_level(one.indicator, where[1], year, chance)
        yield (one.indicator.id, *where, year, *_rounded(level.range_above_chance(value)))


def _changes(one: Computed, chance: Chance) -> Iterator[Row]:
    measure, level = one.indicator.measure, one.grid.level
    for area in codes(level, one.grid.edition):
        found = chance.get((str(measure.grouping), area))
        for pair, changes in found.changes.items() if found else ():
            change = changes[str(measure.index)]
            numbers = (change.value, change.low, change.high)
            yield (one.indicator.id, level.id, area, *pair, *numbers, change.exceeds_chance)


def _held(grid: Grid) -> Iterator[tuple[tuple[str, str], int, float]]:
    """Level and area, year and value of all that have one."""
    for column, area in enumerate(codes(grid.level, grid.edition)):
        for row, year in enumerate(grid.years):
            if grid.statuses[row, column] == OK:
                yield (grid.level.id, area), year, float(grid.values[row, column])


def _rounded(numbers: Sequence[float]) -> list[float]:
    return [round(number, DECIMALS_KEPT) + 0.0 for number in numbers]


def _table(names: Sequence[str], rows: list[Row]) -> pyarrow.Table:
    columns = zip(*rows, strict=True) if rows else [()] * len(names)
    return pyarrow.table(
        {
            name: pyarrow.array(column, pyarrow.int16() if name in YEARS else None)
            for name, column in zip(names, columns, strict=True)
        }
    )
