"""Rows of whole numbers as the steps from row to row, which are small where the rows are alike."""

from collections.abc import Sequence

Row = Sequence[int | None]


def steps(rows: Sequence[Row]) -> list[list[int | None]]:
    """Each number less the last one above it; the first in its column as it is, a gap a gap.

    Read by adding up down the columns (assets/asking.js).
    """
    last = [0] * max(map(len, rows), default=0)
    found = []
    for row in rows:
        found.append(
            [None if one is None else one - above for one, above in zip(row, last, strict=True)]
        )
        last = [above if one is None else one for one, above in zip(row, last, strict=True)]
    return found
