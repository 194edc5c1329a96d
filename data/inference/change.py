"""Whether the change of an index between two years exceeds chance."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from data.indices import Segments
from data.indices.segments import Array
from data.inference.simulation import (
    OF_TWO_GROUPS,
    Seed,
    batches,
    limits_of_each,
    own_seed,
    redrawn,
    values,
    whole,
)

Pair = tuple[int, int]
# Pairs of years whose limits are found together: enough to be quick, few enough for any memory.
AT_ONCE = 128
Drawn = tuple[dict[str, float], dict[str, Array]]


@dataclass(frozen=True)
class Change:
    """The change of an index between two years, and its 95 per cent interval."""

    value: float
    low: float
    high: float

    @property
    def exceeds_chance(self) -> bool:
        """Whether no change at all lies outside the interval."""
        return self.low > 0 or self.high < 0


def change_interval(
    before: Array,
    after: Array,
    replicates: int = 1000,
    seed: Seed = 0,
    indices: Iterable[str] = OF_TWO_GROUPS,
) -> dict[str, Change]:
    """The change of every index between two years with its 95 per cent interval, by index name.

    Whole counts (areas, groups) of each year; the areas need not be the same. In each year every
    person of an area is taken to belong to a group with the shares of that area, independently of
    others: areas keep their sizes, groups vary. The interval is the basic bootstrap interval of
    the difference, Davison and Hinkley (1997): twice the change less the 97.5 and the 2.5
    percentile of the redrawn changes, which allows for unequal chance levels in the two years.

    Most people live in the same place in both years, which makes the true play of chance smaller
    than this: the interval is wide rather than narrow. NaN where the index is. ValueError where
    counts are negative or not whole.
    """
    return changes_of_years({0: before, 1: after}, replicates, seed, indices)[0, 1]


def changes_of_years(
    years: Mapping[int, Array],
    replicates: int = 1000,
    seed: Seed = 0,
    indices: Iterable[str] = OF_TWO_GROUPS,
) -> dict[Pair, dict[str, Change]]:
    """`change_interval` of every two years, by the earlier and the later, and the index name.

    Every year is drawn once, with a seed of its own, so that its draws do not depend on which
    other years there are.
    """
    indices = tuple(indices)
    drawn = {
        year: _observed_and_drawn(whole(counts), replicates, [*_sequence(seed), year], indices)
        for year, counts in years.items()
    }
    pairs = list(combinations(sorted(years), 2))
    by_index = {name: _changes(drawn, pairs, name) for name in indices}
    return {
        pair: {name: by_index[name][place] for name in indices} for place, pair in enumerate(pairs)
    }


def change_intervals(
    segments: Segments,
    years: Mapping[int, Array],
    replicates: int = 1000,
    seed: int = 0,
    indices: Iterable[str] = OF_TWO_GROUPS,
) -> dict[str, dict[Pair, dict[str, Change]]]:
    """`changes_of_years` of every larger area over the same areas, by its label."""
    years, indices = {year: np.asarray(counts) for year, counts in years.items()}, tuple(indices)
    return {
        label: changes_of_years(
            {year: counts[segments.members(number)] for year, counts in years.items()},
            replicates,
            own_seed(label, seed),
            indices,
        )
        for number, label in enumerate(segments.labels)
    }


def _changes(drawn: Mapping[int, Drawn], pairs: Sequence[Pair], index: str) -> list[Change]:
    """The change of one index between every pair of years; the limits of all are found at once."""
    changes = []
    for some in (pairs[at : at + AT_ONCE] for at in range(0, len(pairs), AT_ONCE)):
        differences = np.stack([drawn[b][1][index] - drawn[a][1][index] for a, b in some])
        for (first, last), low, high in zip(some, *limits_of_each(differences), strict=True):
            value = drawn[last][0][index] - drawn[first][0][index]
            changes.append(Change(value, 2 * value - high, 2 * value - low))
    return changes


def _observed_and_drawn(
    counts: Array, replicates: int, seed: Seed, indices: tuple[str, ...]
) -> Drawn:
    """Each index as it is, and of all replicates."""
    random = np.random.default_rng(seed)
    observed = values(indices, [counts[np.newaxis]])
    drawn = values(
        indices, (redrawn(counts, batch, random) for batch in batches(replicates, counts.size))
    )
    return {name: float(value[0]) for name, value in observed.items()}, drawn


def _sequence(seed: Seed) -> Sequence[int]:
    return [seed] if isinstance(seed, int) else seed
