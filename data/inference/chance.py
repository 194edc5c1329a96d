"""The level that an index has when people are spread at random over areas of fixed sizes.

Every arrangement of the people is equally likely, and the size of every area and of every group
stays as it is: the multivariate hypergeometric distribution. With many areas this is the binomial
model of Winship (1977), whose expected dissimilarity is 0.3874 with areas of 10 and a group of
10 per cent, 0.2461 with areas of 10 and 50 per cent, and 0.1319 with areas of 100 and 10 per
cent. With few areas it lies a little below, as the size of the group cannot vary.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from data.indices import Segments
from data.indices.segments import Array
from data.indices.several_groups import entropy
from data.inference.simulation import (
    OF_SEVERAL_GROUPS,
    OF_TWO_GROUPS,
    Seed,
    batches,
    limits,
    own_seed,
    spread_at_random,
    values,
    whole,
)


@dataclass(frozen=True)
class ChanceLevel:
    """An index when people are spread at random: its mean, and what 95 of 100 spreads lie between.

    `largest` is the value of complete separation, NaN for an index that falls with segregation.
    """

    mean: float
    low: float
    high: float
    largest: float = 1.0

    def exceeded_by(self, value: float) -> bool:
        """Whether a value is larger than all but 2.5 of 100 random spreads give."""
        return value > self.high

    def above_chance(self, value: float) -> float:
        """How far a value is on the way from its chance level to complete separation.

        (D - D*) / (1 - D*), Carrington and Troske (1997); for an index whose largest value is not
        one, L (D - D*) / (L - D*). 0 is what chance gives, and complete separation keeps its
        value, which the plain difference D - D* would lower by as much as the areas are small.
        Below chance it is (D - D*) / D*, so that an even spread has a dissimilarity of -1. NaN
        for an index that falls with segregation.
        """
        return _above(value, self.mean, self.largest)

    def range_above_chance(self, value: float) -> tuple[float, float]:
        """`above_chance` from the high and from the low end of chance."""
        return _above(value, self.high, self.largest), _above(value, self.low, self.largest)


def chance_level(
    group: Array,
    other: Array,
    replicates: int = 1000,
    seed: Seed = 0,
    indices: Iterable[str] = OF_TWO_GROUPS,
) -> dict[str, ChanceLevel]:
    """Every index of two groups when their people are spread at random, by index name.

    Cortese, Falk and Cohen (1976), Winship (1977), Carrington and Troske (1997). Whole counts per
    area, (areas,) each. The same seed gives the same answer. NaN where either group has nobody.
    ValueError where counts are negative, not whole, or of different lengths.
    """
    if np.shape(group) != np.shape(other):
        raise ValueError(
            f"'group' has shape {np.shape(group)} and 'other' {np.shape(other)}. "
            "Give one count per area to each."
        )
    return chance_level_of_groups(np.stack([group, other], axis=-1), replicates, seed, indices)


def chance_level_of_groups(
    counts: Array,
    replicates: int = 1000,
    seed: Seed = 0,
    indices: Iterable[str] = OF_SEVERAL_GROUPS,
) -> dict[str, ChanceLevel]:
    """As `chance_level`, of whole counts (areas, groups)."""
    counts, random = whole(counts), np.random.default_rng(seed)
    spreads = (
        spread_at_random(counts, batch, random) for batch in batches(replicates, counts.size)
    )
    areas = Segments.one(len(counts))
    largest = {
        "mutual_information": float(entropy(areas, counts.T.astype(np.float64))[0]),
        "exposure": np.nan,
    }
    return {
        name: ChanceLevel(float(drawn.mean()), *limits(drawn), largest.get(name, 1.0))
        for name, drawn in values(tuple(indices), spreads).items()
    }


def chance_levels(
    segments: Segments,
    counts: Array,
    replicates: int = 1000,
    seed: int = 0,
    indices: Iterable[str] = OF_TWO_GROUPS,
) -> dict[str, dict[str, ChanceLevel]]:
    """`chance_level_of_groups` of every larger area, by its label and the index name.

    Each has a seed of its own, so that its answer does not depend on which others are asked for.
    """
    counts, indices = np.asarray(counts), tuple(indices)
    return {
        label: chance_level_of_groups(
            counts[segments.members(number)], replicates, own_seed(label, seed), indices
        )
        for number, label in enumerate(segments.labels)
    }


def over_levels(
    counts: Mapping[str, Array],
    replicates: int = 1000,
    seed: Seed = 0,
    indices: Iterable[str] = OF_TWO_GROUPS,
) -> dict[str, dict[str, tuple[float, ChanceLevel]]]:
    """The same people over areas of several levels: each index with its chance level, by level.

    Whole counts (areas, groups) by level, such as RegSO and DeSO. Smaller areas have a higher
    index and a higher chance level: only what is above chance tells how segregation depends on
    the size of areas, the modifiable areal unit problem of Openshaw (1984).
    """
    found = {}
    for level, areas in counts.items():
        chance = chance_level_of_groups(areas, replicates, seed, indices)
        observed = values(tuple(chance), [np.asarray(areas)[np.newaxis]])
        found[level] = {name: (float(observed[name][0]), chance[name]) for name in chance}
    return found


def _above(value: float, chance: float, largest: float) -> float:
    room = (largest - chance) / largest if value >= chance else chance
    return (value - chance) / room if room > 0 and largest > 0 else np.nan
