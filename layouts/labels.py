"""The names at the right end of the lines of a chart, so that no legend has to be looked up."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import pandas

NEAREST = 0.085
LONGEST_ROW = 16
LETTER_WIDTH = 7.2
LEAST_SPACE, MOST_SPACE = 64, 150


@dataclass(frozen=True)
class Line:
    """One line of the chart: `role` is chosen, municipality, county, sweden or median.

    `breaks` are the years that cannot be compared with the year before.
    """

    name: str
    values: pandas.Series
    role: str
    breaks: tuple[int, ...] = ()

    def pieces(self) -> list[pandas.Series]:
        """The values in runs that can be compared with one another."""
        edges = [min(self.values.index, default=0), *self.breaks, float("inf")]
        return [
            self.values[(self.values.index >= first) & (self.values.index < end)]
            for first, end in pairwise(edges)
        ]


def space(lines: Sequence[Line]) -> float:
    """How many pixels the names need."""
    longest = max((len(row) for line in lines for row in two_rows(line.name)), default=0)
    return min(max(longest * LETTER_WIDTH + 12, LEAST_SPACE), MOST_SPACE)


def heights(lines: Sequence[Line], spread: float) -> list[tuple[Line, float]]:
    """Where the names stand: at the last value, moved apart where they would overlap.

    `spread` is the height of the chart in units of its axis.
    """
    ends = [(line, line.values.dropna()) for line in lines]
    placed = sorted(((line, float(v.iloc[-1])) for line, v in ends if len(v)), key=lambda e: e[1])
    if not placed:
        return []
    found: list[float] = []
    for line, value in placed:
        rows = len(two_rows(line.name))
        lowest = found[-1] + spread * NEAREST * (0.75 + 0.75 * rows) if found else value
        found.append(max(value, lowest))
    excess = (found[-1] - placed[-1][1]) / 2
    return [(line, height - excess) for (line, _), height in zip(placed, found, strict=True)]


def two_rows(name: str) -> list[str]:
    """A long name broken once, at the blank or hyphen nearest its middle."""
    if len(name) <= LONGEST_ROW:
        return [name]
    breaks = [i + 1 for i, letter in enumerate(name) if letter in " -–"]
    if not breaks:
        return [name]
    at = min(breaks, key=lambda i: abs(i - len(name) / 2))
    return [name[:at].rstrip(), name[at:]]
