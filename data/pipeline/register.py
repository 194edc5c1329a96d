"""The areas of a level, and which wider area each lies in."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from data.indices import Segments
from geo.areas import areas
from geo.levels import Level, levels


def codes(level: Level, edition: str | None) -> tuple[str, ...]:
    """The codes of the areas, in the order of the register."""
    return tuple(areas(level, edition))


def names(level: Level, edition: str | None) -> dict[str, str]:
    return {code: area.name for code, area in areas(level, edition).items()}


@cache
def places(level: Level, edition: str | None, among: str | None) -> NDArray[np.intp]:
    """Where the areas of an edition stand among those of another; -1 for those not there."""
    position = {code: number for number, code in enumerate(codes(level, among))}
    return np.array([position.get(code, -1) for code in codes(level, edition)], dtype=np.intp)


def absent(level: Level, years: Sequence[int]) -> NDArray[np.bool_]:
    """Which areas, of all editions that the years belong to, there were not in each year."""
    edition = level.edition_over(years)
    rows = [places(level, edition, level.edition(year)) < 0 for year in years]
    return np.array(rows, dtype=bool).reshape(len(rows), len(codes(level, edition)))


@cache
def within(level: Level, wider: Level, edition: str | None) -> Segments:
    """The areas of a level by the wider area that each lies in, both in register order."""
    position = {code: number for number, code in enumerate(codes(wider, None))}
    labels = [position[_ancestor(code, level, wider, edition)] for code in codes(level, edition)]
    return Segments.of(labels)


def _ancestor(code: str, level: Level, wider: Level, edition: str | None) -> str:
    while level is not wider:
        code = str(areas(level, edition)[code].parent)
        level, edition = levels()[str(level.parent)], None
    return code
