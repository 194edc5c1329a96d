"""Published values, read once per process and never written."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas
import pyarrow
import pyarrow.parquet
from numpy.typing import NDArray

from data.catalogue import Indicator
from data.edition import PUBLISHED_FOLDER, STATUSES, VALUES, Edition, current_edition
from geo.areas import areas
from geo.levels import SWEDEN, Level, level_of, levels

AFTER_ALL = "~"
QUANTILES = (10, 25, 50, 75, 90)


class StoreError(Exception):
    """Something was asked that the edition does not hold."""


@dataclass(frozen=True)
class Rank:
    """A place among the areas with a value, the highest first; `ties` others share it."""

    position: int
    of: int
    ties: int = 0


@dataclass(frozen=True, eq=False)
class Block:
    """All values of one indicator at one level: years down, areas of the register across."""

    rows: Mapping[int, int]
    columns: Mapping[str, int]
    years: pandas.Index
    areas: pandas.Index
    values: NDArray[np.float64]
    statuses: NDArray[np.object_]


def values(indicator: Indicator, level: Level, year: int) -> pandas.Series:
    """The values of one year by area code, in register order; NaN where there is none."""
    block = _block(indicator, level)
    return _series(block.values[_row(block, indicator, year)], block.areas)


def status(indicator: Indicator, level: Level, year: int) -> pandas.Series:
    """`ok`, or why an area has no value, by area code."""
    block = _block(indicator, level)
    return _series(block.statuses[_row(block, indicator, year)], block.areas)


def series(indicator: Indicator, area: str) -> pandas.Series:
    """The values of one area by year; NaN where there is none."""
    level = level_of(area)
    if level is None:
        raise StoreError(f"{area!r} is not the code of an area.")
    block = _block(indicator, level)
    return _series(block.values[:, _column(block, indicator, area)], block.years)


def rank(
    indicator: Indicator, level: Level, year: int, area: str, within: str = SWEDEN
) -> Rank | None:
    """The place of an area among those of its level in a wider one; None where it has no value."""
    block = _block(indicator, level)
    own = block.values[_row(block, indicator, year), _column(block, indicator, area)]
    if np.isnan(own):
        return None
    others = _known(block, indicator, year, within)
    same = int((others == own).sum())
    return Rank(int((others > own).sum()) + 1, others.size, same - 1)


def distribution(
    indicator: Indicator, level: Level, year: int, within: str = SWEDEN
) -> dict[int, float]:
    """Quantiles over the areas in a wider one, by percent; empty where none has a value."""
    known = np.sort(_known(_block(indicator, level), indicator, year, within))
    if not known.size:
        return {}
    places = np.array(QUANTILES) / 100 * (known.size - 1)
    quantiles = np.interp(places, np.arange(known.size), known)
    return dict(zip(QUANTILES, quantiles.tolist(), strict=True))


@cache
def load(folder: Path = PUBLISHED_FOLDER) -> Mapping[tuple[str, str], Block]:
    """Every value of the current edition, by indicator and level."""
    edition = current_edition(folder)
    table = pyarrow.parquet.read_table(edition.folder / VALUES)
    blocks, start = {}, 0
    for (indicator, level), coverage in edition.coverages.items():
        size = coverage.values + coverage.missing
        rows = table.slice(start, size)
        blocks[indicator, level] = _read(rows, len(coverage.years))
        _check(edition, rows, blocks[indicator, level], (indicator, level))
        start += size
    return blocks


def _read(rows: pyarrow.Table, years: int) -> Block:
    size = len(rows) // years
    codes = rows["area"].slice(0, size).to_pylist()
    values = rows["value"].to_numpy().reshape(years, size).copy()
    statuses = np.array(rows["status"].to_pylist(), dtype=object).reshape(years, size)
    values.flags.writeable = statuses.flags.writeable = False
    found = rows["year"].to_numpy()[::size].tolist()
    return Block(
        rows={year: row for row, year in enumerate(found)},
        columns={code: column for column, code in enumerate(codes)},
        years=pandas.Index(found, name="year"),
        areas=pandas.Index(codes, name="area"),
        values=values,
        statuses=statuses,
    )


def _check(edition: Edition, rows: pyarrow.Table, block: Block, key: tuple[str, str]) -> None:
    """Whether the rows are those that the manifest names, of the areas that the register has."""
    coverage = edition.coverages[key]
    named = rows["indicator"].unique().to_pylist() + rows["level"].unique().to_pylist()
    register = list(areas(levels()[key[1]], coverage.areas_edition))
    known = set(rows["status"].unique().to_pylist()) <= set(STATUSES)
    if named != list(key) or tuple(block.rows) != coverage.years or not known:
        raise StoreError(f"{edition.folder / VALUES} is not in the order of its manifest.")
    if list(block.columns) != register or register != sorted(register):
        raise StoreError(
            f"The edition {edition.id} has other areas at the level {key[1]!r} than geo/areas. "
            "Run 'make data'."
        )


def _block(indicator: Indicator, level: Level) -> Block:
    try:
        return load()[indicator.id, level.id]
    except KeyError:
        raise StoreError(
            f"The edition has no values of {indicator.id!r} at the level {level.id!r}. "
            "Ask edition.levels for those it has, or run 'make data'."
        ) from None


def _row(block: Block, indicator: Indicator, year: int) -> int:
    try:
        return block.rows[year]
    except KeyError:
        raise StoreError(
            f"The edition has no values of {indicator.id!r} for {year}. "
            f"Use one of: {', '.join(map(str, block.rows))}."
        ) from None


def _column(block: Block, indicator: Indicator, area: str) -> int:
    try:
        return block.columns[area]
    except KeyError:
        raise StoreError(f"There is no area {area!r} with values of {indicator.id!r}.") from None


def _known(block: Block, indicator: Indicator, year: int, within: str) -> NDArray[np.float64]:
    """The values there are in a wider area, whose code all codes inside begin with."""
    row = block.values[_row(block, indicator, year)]
    if within != SWEDEN:
        codes = list(block.columns)
        row = row[bisect_left(codes, within) : bisect_left(codes, within + AFTER_ALL)]
    return np.asarray(row[~np.isnan(row)])


def _series(values: NDArray[Any], index: pandas.Index) -> pandas.Series:
    return pandas.Series(values, index=index, dtype=values.dtype, copy=False)
