"""The place of every area among some, the highest value first."""

from dataclasses import dataclass

import pandas


@dataclass(frozen=True)
class Place:
    """A place among the areas with a value; `last` differs where others share it."""

    position: int
    last: int


def places(values: pandas.Series) -> dict[str, Place]:
    """The place of every area with a value: equal values share theirs, and what is missing has none.

    Positions are those of `data.store.rank`: one more than the number of higher values.
    """
    known = values.dropna()
    first = known.rank(method="min", ascending=False).astype(int)
    last = known.rank(method="max", ascending=False).astype(int)
    return {
        str(code): Place(one, other)
        for code, one, other in zip(known.index, first, last, strict=True)
    }
