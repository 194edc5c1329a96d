"""How many areas and people moved between area types, from one year to another."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache

import numpy as np

from data import store
from data.borders import runs
from data.catalogue import Indicator, declared_indicators
from data.declared import check, known, tables
from data.edition import Edition, current_edition
from geo.levels import SWEDEN, Level, levels

KIND = "Flow"


@dataclass(frozen=True, eq=False)
class Moving:
    """A `kind` whose categories areas of a level move between, and who is counted in them."""

    kind: Indicator
    level: Level
    people: Indicator


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
    """Between a `first` and a `last` year.

    `left_out` areas lack a category in one of them, or got another border in between.
    """

    first: int
    last: int
    flows: tuple[Flow, ...]
    left_out: int

    @property
    def moved(self) -> int:
        return sum(flow.areas for flow in self.flows if flow.before != flow.after)

    @property
    def areas(self) -> int:
        return sum(flow.areas for flow in self.flows)


@cache
def movings() -> dict[str, Moving]:
    """What `flows.toml` declares, by the id of its kind; CatalogueError where it cannot be used."""
    return {id_: _moving(id_, table) for id_, table in tables("flows").items()}


def _moving(id_: str, table: dict[str, str]) -> Moving:
    every = declared_indicators()
    check(id_, "level", [table["level"]], levels(), KIND)
    kind, people = (known(id_, "indicator", name, every) for name in (id_, table["people"]))
    return Moving(kind, levels()[table["level"]], people)


def years(moving: Moving, edition: Edition | None = None) -> tuple[int, ...]:
    """The years that an edition has both the kind and the people of; none where it lacks one."""
    held = edition or current_edition()
    found = [held.coverage(one, moving.level) for one in (moving.kind, moving.people)]
    return tuple(sorted(set.intersection(*(set(one.years) if one else set() for one in found))))


def flows(
    moving: Moving,
    first: int,
    last: int,
    within: str = SWEDEN,
    edition: Edition | None = None,
) -> Flows:
    """Every move between two categories, and every stay, inside a wider area.

    Raises StoreError where the edition lacks either year. Areas without a count of people count
    as areas only.
    """
    edition, level = edition or current_edition(), moving.level
    before, after = (store.values(moving.kind, level, year, edition) for year in (first, last))
    lived = store.values(moving.people, level, last, edition)
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
    return Flows(first, last, tuple(found), len(inside) - len(kept))
