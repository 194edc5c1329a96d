"""How the values of an edition differ from those of the one before it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas
import pyarrow.parquet
from numpy.typing import NDArray

from data.edition import VALUES, Coverage, Edition
from data.pipeline.compute import Computed
from data.pipeline.files import table
from data.pipeline.register import names

LARGEST = 5
KEY = ["indicator", "level", "year", "area"]
TOLERANCE = 1e-9
NOTHING = "Nothing but the form of the files has changed."


@dataclass(frozen=True, eq=False)
class _Pair:
    """An indicator at a level in both editions, with the rows that both have."""

    new: Computed
    old: Coverage
    rows: pandas.DataFrame

    @property
    def name(self) -> str:
        return f"{self.new.indicator.id} ({self.new.grid.level.id})"


def changes(computed: Sequence[Computed], previous: Edition) -> list[str]:
    """One line of Markdown for every difference; one that says so where there is none."""
    old = pyarrow.parquet.read_table(previous.folder / VALUES).to_pandas()
    new = table(computed).to_pandas()
    pairs = list(_pairs(computed, previous, old.merge(new, on=KEY, suffixes=("_old", "_new"))))
    lines = [*_held(computed, previous), *_areas(old, new)]
    for pair in pairs:
        lines += [*_years(pair), *_limits(pair), *_values(pair), *_statuses(pair), *_classes(pair)]
    return lines or [NOTHING]


def _pairs(
    computed: Sequence[Computed], previous: Edition, rows: pandas.DataFrame
) -> Iterator[_Pair]:
    groups = dict(list(rows.groupby(["indicator", "level"], sort=False)))
    for one in computed:
        key = (one.indicator.id, one.grid.level.id)
        if key in previous.coverages:
            yield _Pair(one, previous.coverages[key], groups.get(key, rows.iloc[:0]))


def _held(computed: Sequence[Computed], previous: Edition) -> Iterator[str]:
    new = [(one.indicator.id, one.grid.level.id) for one in computed]
    yield from (
        f"- Added: {i} ({level})." for i, level in new if (i, level) not in previous.coverages
    )
    yield from (
        f"- Removed: {i} ({level})." for i, level in previous.coverages if (i, level) not in new
    )


def _areas(old: pandas.DataFrame, new: pandas.DataFrame) -> Iterator[str]:
    before, after = (set(zip(rows["level"], rows["area"], strict=True)) for rows in (old, new))
    for word, areas in (("added", after - before), ("removed", before - after)):
        if areas:
            yield f"- Areas {word}: {_some([area for _, area in sorted(areas)])}."


def _years(pair: _Pair) -> Iterator[str]:
    before, after = set(pair.old.years), set(pair.new.grid.years)
    for word, years in (("added", after - before), ("removed", before - after)):
        if years:
            yield f"- {pair.name}: years {word}: {', '.join(map(str, sorted(years)))}."


def _limits(pair: _Pair) -> Iterator[str]:
    if tuple(pair.old.limits) != pair.new.limits:
        before, after = (
            ", ".join(f"{x:g}" for x in limits) or "none"
            for limits in (pair.old.limits, pair.new.limits)
        )
        yield f"- {pair.name}: class limits {before} became {after}."


def _values(pair: _Pair) -> Iterator[str]:
    change = (pair.rows["value_new"] - pair.rows["value_old"]).abs()
    changed = pair.rows.assign(change=change)[change > TOLERANCE]
    if len(changed):
        largest = changed.sort_values(["change", *KEY[2:]], ascending=[False, True, True])
        yield f"- {pair.name}: values changed: {len(changed):,}, most of all:"
        yield from (f"  - {_told(pair, row)}" for _, row in largest.head(LARGEST).iterrows())


def _statuses(pair: _Pair) -> Iterator[str]:
    changed = pair.rows[pair.rows["status_old"] != pair.rows["status_new"]]
    for (before, after), rows in changed.groupby(["status_old", "status_new"]):
        yield f"- {pair.name}: from {before} to {after}: {len(rows):,}: {_named(pair, rows)}."


def _classes(pair: _Pair) -> Iterator[str]:
    rows = pair.rows.dropna(subset=["value_old", "value_new"])
    before = _class(pair, rows["value_old"], pair.old.limits)
    after = _class(pair, rows["value_new"], pair.new.limits)
    changed = rows[before != after]
    if len(changed):
        yield f"- {pair.name}: in another class: {len(changed):,}: {_named(pair, changed)}."


def _class(pair: _Pair, values: pandas.Series, limits: Sequence[float]) -> NDArray[Any]:
    """The class of each value, or the value itself where it is a category."""
    shown = values.to_numpy().round(pair.new.indicator.decimals)
    return shown if pair.new.indicator.categories else np.digitize(shown, limits)


def _told(pair: _Pair, row: pandas.Series) -> str:
    decimals = pair.new.indicator.decimals
    before, after = (f"{row[value]:,.{decimals}f}" for value in ("value_old", "value_new"))
    return f"{_name(pair, row['area'])} {row['year']}: {before} became {after}"


def _named(pair: _Pair, rows: pandas.DataFrame) -> str:
    return _some([f"{_name(pair, a)} {y}" for a, y in zip(rows["area"], rows["year"], strict=True)])


def _name(pair: _Pair, area: str) -> str:
    return f"{names(pair.new.grid.level, pair.new.grid.edition).get(area, '')} ({area})"


def _some(things: list[str]) -> str:
    more = len(things) - LARGEST
    return ", ".join(things[:LARGEST]) + (f" and {more:,} more" if more > 0 else "")
