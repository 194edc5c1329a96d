"""Whether the change of an index between two years exceeds chance."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from data.indices import Segments
from data.indices.segments import Array
from data.inference.simulation import (
    OF_TWO_GROUPS,
    Seed,
    batches,
    limits,
    own_seed,
    redrawn,
    values,
    whole,
)


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
    random, indices = np.random.default_rng(seed), tuple(indices)
    first, second = (_observed_and_drawn(year, replicates, random, indices) for year in
                     (whole(before), whole(after)))  # fmt: skip
    changes = {}
    for name in indices:
        value = second[0][name] - first[0][name]
        low, high = limits(second[1][name] - first[1][name])
        changes[name] = Change(value, 2 * value - high, 2 * value - low)
    return changes


def change_intervals(
    segments: Segments,
    before: Array,
    after: Array,
    replicates: int = 1000,
    seed: int = 0,
    indices: Iterable[str] = OF_TWO_GROUPS,
) -> dict[str, dict[str, Change]]:
    """`change_interval` of every larger area over the same areas, by label and index name."""
    before, after, indices = np.asarray(before), np.asarray(after), tuple(indices)
    return {
        label: change_interval(
            before[members], after[members], replicates, own_seed(label, seed), indices
        )
        for number, label in enumerate(segments.labels)
        for members in [segments.members(number)]
    }


def _observed_and_drawn(
    counts: Array, replicates: int, random: np.random.Generator, indices: tuple[str, ...]
) -> tuple[dict[str, float], dict[str, Array]]:
    observed = values(indices, [counts[np.newaxis]])
    drawn = values(
        indices, (redrawn(counts, batch, random) for batch in batches(replicates, counts.size))
    )
    return {name: float(value[0]) for name, value in observed.items()}, drawn
