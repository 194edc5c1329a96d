"""Published values, read once per process and never written.

Every function reads the current edition, or the one that is named: `data.edition.named_edition`.
"""

from bisect import bisect_left
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas
from numpy.typing import NDArray

from data.blocks import Block, StoreError, load
from data.catalogue import Indicator
from data.edition import Edition
from geo.levels import SWEDEN, Level, level_of

__all__ = [
    "Rank", "StoreError", "distribution", "found", "known", "load", "rank", "series", "status",
    "values",
]  # fmt: skip

AFTER_ALL = "~"
QUANTILES = (10, 25, 50, 75, 90)


@dataclass(frozen=True)
class Rank:
    """A place among the areas with a value, the highest first; `ties` others share it."""

    position: int
    of: int
    ties: int = 0


def values(
    indicator: Indicator, level: Level, year: int, edition: Edition | None = None
) -> pandas.Series:
    """The values of one year by area code, in register order; NaN where there is none."""
    block = _block(indicator, level, edition)
    return _series(block.values[_row(block, indicator, year)], block.areas)


def status(
    indicator: Indicator, level: Level, year: int, edition: Edition | None = None
) -> pandas.Series:
    """`ok`, or why an area has no value, by area code."""
    block = _block(indicator, level, edition)
    return _series(block.statuses[_row(block, indicator, year)], block.areas)


def series(indicator: Indicator, area: str, edition: Edition | None = None) -> pandas.Series:
    """The values of one area by year; NaN where there is none."""
    block = _block(indicator, _level(area), edition)
    return _series(block.values[:, _column(block, indicator, area)], block.years)


def found(
    indicator: Indicator, area: str, year: int, edition: Edition | None = None
) -> tuple[float, str]:
    """The value of one area in one year, NaN where there is none, and its status."""
    block = _block(indicator, _level(area), edition)
    place = _row(block, indicator, year), _column(block, indicator, area)
    return float(block.values[place]), str(block.statuses[place])


def known(
    indicator: Indicator,
    level: Level,
    year: int,
    within: str = SWEDEN,
    edition: Edition | None = None,
) -> NDArray[np.float64]:
    """The values there are in a wider area, whose code all codes inside begin with."""
    block = _block(indicator, level, edition)
    row = block.values[_row(block, indicator, year)]
    if within != SWEDEN:
        codes = block.codes
        row = row[bisect_left(codes, within) : bisect_left(codes, within + AFTER_ALL)]
    return np.asarray(row[~np.isnan(row)])


def rank(
    indicator: Indicator,
    level: Level,
    year: int,
    area: str,
    within: str = SWEDEN,
    edition: Edition | None = None,
) -> Rank | None:
    """The place of an area among those of its level in a wider one; None where it has no value."""
    block = _block(indicator, level, edition)
    own = block.values[_row(block, indicator, year), _column(block, indicator, area)]
    if np.isnan(own):
        return None
    others = known(indicator, level, year, within, edition)
    same = int((others == own).sum())
    return Rank(int((others > own).sum()) + 1, others.size, same - 1)


def distribution(
    indicator: Indicator,
    level: Level,
    year: int,
    within: str = SWEDEN,
    edition: Edition | None = None,
) -> dict[int, float]:
    """Quantiles over the areas in a wider one, by percent; empty where none has a value."""
    ordered = np.sort(known(indicator, level, year, within, edition))
    if not ordered.size:
        return {}
    places = np.array(QUANTILES) / 100 * (ordered.size - 1)
    quantiles = np.interp(places, np.arange(ordered.size), ordered)
    return dict(zip(QUANTILES, quantiles.tolist(), strict=True))


def _level(area: str) -> Level:
    level = level_of(area)
    if level is None:
        raise StoreError(f"{area!r} is not the code of an area.")
    return level


def _block(indicator: Indicator, level: Level, edition: Edition | None = None) -> Block:
    try:
        return load(edition)[indicator.id, level.id]
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


def _series(values: NDArray[Any], index: pandas.Index) -> pandas.Series:
    return pandas.Series(values, index=index, dtype=values.dtype, copy=False)
