"""Reading what stands beside the published values, once per process."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from typing import Any

import numpy as np
import pandas
import pyarrow.parquet
from numpy.typing import NDArray

from data.decomposition import ChangeParts
from data.edition import (
    CHANCE,
    CHANGES,
    CONTRIBUTIONS,
    DECOMPOSITIONS,
    FORMER_KEPT,
    RANGES,
    Edition,
    current_edition,
    newest_edition,
)
from data.groups import Group, groups
from data.inference import Change

Row = tuple[Any, ...]
Key = tuple[Any, ...]
YEAR = "year"


@dataclass(frozen=True)
class Contribution:
    """What one small area adds to the mutual information of its municipality.

    `value` in nats and `share` of the whole; `over_represented` is the group whose share is
    furthest above that in the municipality, None where the mix is the same.
    """

    rank: int
    area: str
    value: float
    share: float
    over_represented: Group | None


@dataclass(frozen=True, eq=False)
class Lines:
    """Numbers of one area by year."""

    years: pandas.Index
    columns: pandas.Index
    numbers: NDArray[np.float64]

    def frame(self) -> pandas.DataFrame:
        return pandas.DataFrame(self.numbers, index=self.years, columns=self.columns, copy=False)


@dataclass(frozen=True, eq=False)
class Evidence:
    chance: Mapping[Key, Lines]
    ranges: Mapping[Key, Lines]
    changes: Mapping[Key, Change]
    parts: Mapping[Key, ChangeParts]
    splits: Mapping[Key, Lines]
    contributions: Mapping[Key, tuple[Contribution, ...]]
    years: Mapping[str, frozenset[int]]


def load(edition: Edition | None = None) -> Evidence:
    """All there is beside the values of the edition that is shown, or of the one that is named."""
    wanted = edition or current_edition()
    return _newest() if wanted is newest_edition() else _former(wanted)


@cache
def _newest() -> Evidence:
    return _read(newest_edition())


@lru_cache(maxsize=FORMER_KEPT)
def _former(edition: Edition) -> Evidence:
    return _read(edition)


def _read(edition: Edition) -> Evidence:
    def rows(file: str) -> list[Row]:
        table = pyarrow.parquet.read_table(edition.folder / file)
        return list(zip(*(column.to_pylist() for column in table.columns), strict=True))

    decompositions, contributed = rows(DECOMPOSITIONS), rows(CONTRIBUTIONS)
    return Evidence(
        chance={key: _lines(lines, ("mean", "low", "high")) for key, lines in _of(rows(CHANCE))},
        ranges={key: _lines(lines, ("low", "high")) for key, lines in _of(rows(RANGES))},
        changes={
            (indicator, area, first, last): Change(value, low, high)
            for indicator, _, area, first, last, value, low, high, _ in rows(CHANGES)
        },
        parts=dict(_changed(decompositions)),
        splits=dict(_split(decompositions)),
        contributions=dict(_contributed(contributed)),
        years=_years(contributed),
    )


def _of(rows: list[Row]) -> Iterator[tuple[Key, list[Row]]]:
    """Year and numbers of each indicator and area."""
    for (indicator, area), found in groupby(rows, key=lambda row: (row[0], row[2])):
        yield (indicator, area), [row[3:] for row in found]


def _lines(rows: Sequence[Row], columns: Sequence[str]) -> Lines:
    numbers = np.array([row[1:] for row in rows])
    numbers.flags.writeable = False
    years = _index(tuple(row[0] for row in rows), YEAR)
    return Lines(years, _index(tuple(columns)), numbers)


@cache
def _index(labels: tuple[Any, ...], name: str | None = None) -> pandas.Index:
    """One index for all lines with the same labels; thousands of them would double the start."""
    index: pandas.Index = pandas.Index(labels, name=name)
    return index


def _changed(rows: list[Row]) -> Iterator[tuple[Key, ChangeParts]]:
    changes = (row for row in rows if row[4] < row[5])
    for (grouping, index, _, *rest), found in groupby(changes, key=lambda row: row[:6]):
        yield (grouping, index, *rest), ChangeParts(**{row[6]: row[7] for row in found})


def _split(rows: list[Row]) -> Iterator[tuple[Key, Lines]]:
    years = (row for row in rows if row[4] == row[5])
    for (grouping, index, _, area), found in groupby(years, key=lambda row: row[:4]):
        lines = [
            (year, {row[6]: row[7] for row in parts})
            for year, parts in groupby(found, key=lambda row: row[4])
        ]
        columns = tuple(lines[0][1])
        yield (
            (grouping, index, area),
            _lines([(year, *parts.values()) for year, parts in lines], columns),
        )


def _contributed(rows: list[Row]) -> Iterator[tuple[Key, tuple[Contribution, ...]]]:
    in_turn = sorted(rows, key=lambda row: (row[0], row[1], row[3], -row[4], row[2]))
    for (grouping, larger, year), found in groupby(in_turn, key=lambda r: (r[0], r[1], r[3])):
        yield (
            (grouping, larger, year),
            tuple(
                Contribution(rank, area, value, share, groups()[over] if over else None)
                for rank, (_, _, area, _, value, share, over) in enumerate(found, start=1)
            ),
        )


def _years(rows: list[Row]) -> dict[str, frozenset[int]]:
    pairs = {(grouping, year) for grouping, _, _, year, *_ in rows}
    return {
        grouping: frozenset(year for each, year in pairs if each == grouping)
        for grouping, _ in pairs
    }
