"""How many areas and people moved between area types, from one year to another."""

from collections import Counter, defaultdict
from dataclasses import dataclass

import numpy as np

from data import store
from data.borders import runs
from data.catalogue import Indicator
from data.edition import Edition, current_edition
from geo.levels import SWEDEN, Level


@dataclass(frozen=True)
class Flow:
    """The areas that were of one category and came to be of another, or stayed.

    `people` are those who live in them in the later year: it is the areas that have moved, and
    who lives there may have changed too.
    """

    before: int
    after: int
    areas: int
    people: float


@dataclass(frozen=True)
class Flows:
    """`left_out` areas have no category in either year, or got another border in between."""

    flows: tuple[Flow, ...]
    left_out: int

    @property
    def moved(self) -> int:
        return sum(flow.areas for flow in self.flows if flow.before != flow.after)


def flows(
    kind: Indicator,
    people: Indicator,
    level: Level,
    first: int,
    last: int,
    within: str = SWEDEN,
    edition: Edition | None = None,
) -> Flows:
    """Every move between two categories of `kind`, and every stay, inside a wider area.

    Raises StoreError where the edition lacks either year. Areas without a count of people count
    as areas only.
    """
    edition = edition or current_edition()
    before, after = (store.values(kind, level, year, edition) for year in (first, last))
    lived = store.values(people, level, last, edition)
    inside = [code for code in before.index if within == SWEDEN or code.startswith(within)]
    kept = [
        code
        for code in inside
        if not np.isnan(before[code])
        and not np.isnan(after[code])
        and len(runs(level, [code], (first, last))) == 1
    ]
    pairs = zip(before[kept].astype(int), after[kept].astype(int), strict=True)
    areas: Counter[tuple[int, int]] = Counter()
    living: dict[tuple[int, int], float] = defaultdict(float)
    for pair, number in zip(pairs, lived.reindex(kept).fillna(0.0), strict=True):
        areas[pair] += 1
        living[pair] += float(number)
    found = (Flow(*pair, areas[pair], living[pair]) for pair in sorted(areas))
    return Flows(tuple(found), len(inside) - len(kept))
