"""Whether what was computed agrees with what is known, as declared in `expected.toml`."""

import tomllib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from data.pipeline.compute import Computed
from data.pipeline.counts import summed
from data.pipeline.errors import CheckError, listed
from data.pipeline.grid import Grid, common_years
from data.pipeline.register import codes
from geo.levels import levels

EXPECTED_FILE = Path(__file__).with_name("expected.toml")
TOLERANCE = 1e-6

Expectation = dict[str, Any]
Grids = dict[tuple[str, str], Grid]


def expected() -> Expectation:
    return tomllib.loads(EXPECTED_FILE.read_text(encoding="utf-8"))


def check(found: Iterable[Computed], expectations: Expectation | None = None) -> int:
    """The number of expectations that hold; raises CheckError with those that do not."""
    if expectations is None:
        expectations = expected()
    computed = list(found)
    grids = {(one.indicator.id, one.grid.level.id): one.grid for one in computed}
    faults = list(ranges(computed, expectations.get("range", {})))
    for kind, rule in RULES.items():
        for expectation in expectations.get(kind, []):
            try:
                faults += rule(grids, expectation)
            except (KeyError, ValueError) as error:
                raise CheckError(
                    f"expected.toml, [[{kind}]]: {error} is not computed. Correct the entry, or "
                    "remove it where the indicator is gone."
                ) from error
    if faults:
        raise CheckError(listed(faults))
    return len(computed) + sum(len(expectations.get(kind, [])) for kind in RULES)


def ranges(computed: Iterable[Computed], by_unit: dict[str, tuple[float, float]]) -> Iterator[str]:
    """What has values that its unit cannot have, or no value at all."""
    for one in computed:
        unit, grid = one.indicator.unit.id, one.grid
        where = f"{one.indicator.id} at the level {grid.level.id}"
        if unit not in by_unit:
            yield f"{where} has the unit {unit}, of which expected.toml gives no range."
            continue
        low, high = by_unit[unit]
        wrong = np.argwhere((grid.values < low - TOLERANCE) | (grid.values > high + TOLERANCE))
        for row, column in wrong[:1]:
            area = codes(grid.level, grid.edition)[column]
            value = grid.values[row, column]
            yield f"{where} is {value:g} in {area} {grid.years[row]}, not from {low} to {high}."
        if np.isnan(grid.values).all():
            yield f"{where} has no value at all. Remove the level from the indicator."


def _total(grids: Grids, expectation: Expectation) -> Iterator[str]:
    indicator = expectation["indicator"]
    for level in (level for id_, level in grids if id_ == indicator):
        grid = grids[indicator, level]
        for year, total in expectation["values"].items():
            sum_ = grid.during([int(year)]).sum()
            if sum_ != total:
                yield (
                    f"{indicator} at the level {level} sums to {sum_:.0f} in {year}, where "
                    f"{total} is expected ({expectation['source']})."
                )


def _adds_up(grids: Grids, expectation: Expectation) -> Iterator[str]:
    indicator, smaller, wider = (expectation[key] for key in ("indicator", "smaller", "wider"))
    inner, outer = grids[indicator, smaller], grids[indicator, wider]
    sums = summed(inner, outer.level)
    for year in common_years([inner, outer]):
        (sum_,), (value,) = sums.during([year]), outer.during([year])
        for column in np.flatnonzero((sum_ != value) & ~np.isnan(sum_)):
            yield (
                f"{indicator} {year}: the areas of the level {smaller} in "
                f"{codes(outer.level, outer.edition)[column]} sum to {sum_[column]:.0f}, where "
                f"the level {wider} has {value[column]:.0f}."
            )


def _areas(grids: Grids, expectation: Expectation) -> Iterator[str]:
    grid = grids[expectation["indicator"], expectation["level"]]
    for year, expected in expectation["values"].items():
        values = grid.during([int(year)])
        found = [int((values == value).sum()) for value in range(1, len(expected) + 1)]
        if found != expected:
            yield (
                f"{expectation['indicator']} {year}: {found} areas have each value, where "
                f"{expected} is expected ({expectation['source']})."
            )


def _known(grids: Grids, expectation: Expectation) -> Iterator[str]:
    grid = grids[expectation["indicator"], expectation["level"]]
    for year, expected in expectation["values"].items():
        value = round(float(grid.during([int(year)])[0, 0]), expectation["decimals"])
        if value != expected:
            yield (
                f"{expectation['indicator']} {year} is {value}, where {expected} is expected "
                f"({expectation['source']})."
            )


def _whole(grids: Grids, expectation: Expectation) -> Iterator[str]:
    ids = expectation["indicators"]
    for level in (id_ for id_ in levels() if (ids[0], id_) in grids):
        parts = [grids[id_, level] for id_ in ids]
        years = common_years(parts)
        sums = np.sum([part.during(years) for part in parts], axis=0)
        whole: Any = expectation.get("sum")
        if whole is None:
            whole = grids[expectation["sum_of"], level].during(years)
        for row, column in np.argwhere(np.abs(sums - whole) > TOLERANCE)[:1]:
            area = codes(parts[0].level, parts[0].level.edition_over(years))[column]
            yield f"{', '.join(ids)} sum to {sums[row, column]:g} in {area} {years[row]}."


RULES: dict[str, Callable[[Grids, Expectation], Iterator[str]]] = {
    "total": _total,
    "adds_up": _adds_up,
    "areas": _areas,
    "known": _known,
    "whole": _whole,
}
