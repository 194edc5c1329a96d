"""Values that changed more from one year to the next than is usual, for a person to look at."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import pyarrow.parquet

from data.borders import runs
from data.edition import VALUES, Edition
from data.pipeline.compute import Computed
from data.pipeline.evidence import Rows
from data.pipeline.register import names

SHOWN = 5
TOLERANCE = 1e-9
Held = dict[tuple[str, str, str, int], float]


def jumps(
    computed: Sequence[Computed], previous: Edition, bounds: Mapping[str, float]
) -> list[str]:
    """One line of Markdown for every indicator and level, the largest jumps named.

    `bounds` by unit: percent and the like in points, amounts in percent of the year before. Only
    values that are new or revised are looked at; the others were, when they were published. Where a
    border moved between two years, a jump is no wonder and none is told.
    """
    rows = Rows(pyarrow.parquet.read_table(previous.folder / VALUES))
    held = {(r["indicator"], r["level"], r["area"], r["year"]): r["value"] for r in rows}
    lines: list[str] = []
    for one in computed:
        bound = bounds.get(one.indicator.unit.id)
        found = sorted(_found(one, bound, held), reverse=True) if bound is not None else []
        if found:
            where = f"{one.indicator.id} ({one.grid.level.id})"
            lines.append(f"- {where}: {len(found):,} beyond {bound:g}, most of all:")
            lines += [f"  - {told}" for _, told in found[:SHOWN]]
    return lines


def _found(one: Computed, bound: float, held: Held) -> Iterator[tuple[float, str]]:
    grid, places = one.grid, list(names(one.grid.level, one.grid.edition).items())
    before, after = grid.values[:-1], grid.values[1:]
    change = np.abs(after - before)
    if one.indicator.is_amount:
        change = 100 * change / np.where(before > 0, before, np.nan)
    for row, column in np.argwhere(change > bound):
        code, name = places[column]
        key = (one.indicator.id, grid.level.id, code)
        pair = tuple((year, grid.values[at, column]) for at, year in _pair(grid.years, row))
        if len(runs(grid.level, [code], [year for year, _ in pair])) > 1:
            continue
        if all(_same(held.get((*key, year)), value) for year, value in pair):
            continue
        (first, low), (last, high) = pair
        decimals = one.indicator.decimals
        yield (
            float(change[row, column]),
            f"{name} ({code}): {low:,.{decimals}f} in {first}, {high:,.{decimals}f} in {last}",
        )


def _pair(years: Sequence[int], row: int) -> list[tuple[int, int]]:
    return [(row, years[row]), (row + 1, years[row + 1])]


def _same(held: float | None, value: float) -> bool:
    return held is not None and abs(held - value) <= TOLERANCE
