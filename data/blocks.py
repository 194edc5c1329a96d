"""The published values in memory: one block an indicator and level, read once per process."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

import numpy as np
import pandas
import pyarrow
import pyarrow.parquet
from numpy.typing import NDArray

from data.edition import FORMER_KEPT, STATUSES, VALUES, Edition, current_edition, newest_edition
from geo.areas import areas
from geo.levels import levels


class StoreError(Exception):
    """Something was asked that the edition does not hold."""


@dataclass(frozen=True, eq=False)
class Block:
    """All values of one indicator at one level: years down, areas across.

    The areas are all that the edition has figures of at the level, also where this indicator's
    years belong to fewer editions of the areas.
    """

    rows: Mapping[int, int]
    columns: Mapping[str, int]
    years: pandas.Index
    areas: pandas.Index
    values: NDArray[np.float64]
    statuses: NDArray[np.object_]

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The areas across, in register order."""
        return tuple(self.columns)

    @cached_property
    def status_places(self) -> NDArray[np.int8]:
        """The statuses as places in STATUSES, which go into other forms faster than words."""
        places = np.zeros(self.statuses.shape, dtype=np.int8)
        for place, status in enumerate(STATUSES):
            places[self.statuses == status] = place
        places.flags.writeable = False
        return places


Blocks = Mapping[tuple[str, str], Block]


def load(edition: Edition | None = None) -> Blocks:
    """Every value of the edition that is shown, or of the one that is named, by indicator and level."""
    wanted = edition or current_edition()
    return _newest() if wanted is newest_edition() else _former(wanted)


@cache
def _newest() -> Blocks:
    return read(newest_edition())


@lru_cache(maxsize=FORMER_KEPT)
def _former(edition: Edition) -> Blocks:
    return read(edition)


def read(edition: Edition) -> Blocks:
    """The values from their file; StoreError where they are not those that the manifest names."""
    table = pyarrow.parquet.read_table(edition.folder / VALUES)
    blocks, start = {}, 0
    for (indicator, level), coverage in edition.coverages.items():
        size = coverage.values + coverage.missing
        rows = table.slice(start, size)
        blocks[indicator, level] = _read(rows, len(coverage.years))
        _check(edition, rows, blocks[indicator, level], (indicator, level))
        blocks[indicator, level] = _over_all(edition, blocks[indicator, level], level)
        start += size
    return blocks


def _read(rows: pyarrow.Table, years: int) -> Block:
    size = len(rows) // years
    return _block(
        rows["year"].to_numpy()[::size].tolist(),
        rows["area"].slice(0, size).to_pylist(),
        rows["value"].to_numpy().reshape(years, size).copy(),
        np.array(rows["status"].to_pylist(), dtype=object).reshape(years, size),
    )


def _over_all(edition: Edition, block: Block, level: str) -> Block:
    """The same over the areas of all editions that any figures of the level are over."""
    every = list(areas(levels()[level], edition.areas_edition(levels()[level])))
    if len(every) == len(block.areas):
        return block
    inside = [place for place, code in enumerate(every) if code in block.columns]
    values = np.full((len(block.years), len(every)), np.nan)
    statuses = np.full(values.shape, "not_applicable", dtype=object)
    values[:, inside], statuses[:, inside] = block.values, block.statuses
    return _block(list(block.rows), every, values, statuses)


def _block(
    years: list[int], codes: list[str], values: NDArray[Any], statuses: NDArray[Any]
) -> Block:
    values.flags.writeable = statuses.flags.writeable = False
    return Block(
        rows={year: row for row, year in enumerate(years)},
        columns={code: column for column, code in enumerate(codes)},
        years=pandas.Index(years, name="year"),
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
