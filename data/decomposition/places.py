"""Where segregation lies: between larger areas or inside them, and in which areas."""

from dataclasses import dataclass

import numpy as np

from data.decomposition.decomposable import decomposable
from data.indices import Segments, local_segregation
from data.indices.segments import Array, ratio
from data.indices.several_groups import entropy, information

# Decimals of a share, beyond which a difference is rounding error.
NOTHING_ABOVE = 12


@dataclass(frozen=True, eq=False)
class Split:
    """An index as what lies between larger areas and what lies inside each; they sum to it."""

    total: float
    between: float
    inside: dict[str, float]

    @property
    def within(self) -> float:
        return sum(self.inside.values())


@dataclass(frozen=True, eq=False)
class Contributions:
    """What each area adds to the mutual information of its larger area, in the areas' order.

    `value` in nats, and `share` of the whole. `direction` is 1 where the first group has a larger
    share than in the larger area, -1 where a smaller one. `over_represented` is the number of the
    group whose share is furthest above that in the larger area, -1 where none is. `rank` is 1 for
    the largest addition.
    """

    value: Array
    share: Array
    direction: Array
    over_represented: Array
    rank: Array


def between_within(segments: Segments, counts: Array, index: str = "mutual_information") -> Split:
    """How much of M or H lies between larger areas, and how much inside each of them.

    M = M of the larger areas + sum_s p_s M_s, with p_s the share of all people in the larger area
    s and M_s its own M; Theil and Finizza (1971), Mora and Ruiz-Castillo (2011). For H each part
    is divided by the entropy of the groups, so that what is inside is p_s H_s E_s / E. Counts
    (areas, groups). In nats for M. No part is negative, and they sum to the total. NaN with fewer
    than two groups. ValueError where counts are negative or not finite, or for another index.
    """
    total = decomposable(index)(counts)
    by_group = segments.arranged(np.asarray(counts, np.float64).T)
    larger = segments.sums(by_group)
    everywhere = Segments.one(larger.shape[1])
    unit = entropy(everywhere, larger) if index == "theil_h" else np.array([total * 0 + 1])
    inside = everywhere.shares(larger.sum(axis=0)) * np.nan_to_num(information(segments, by_group))
    return Split(
        total,
        float(ratio(information(everywhere, larger), unit)[0]),
        dict(zip(map(str, segments.labels), ratio(inside, unit).tolist(), strict=True)),
    )


def contributions(segments: Segments, counts: Array) -> Contributions:
    """What each area adds to the M of its larger area, and which way the first group departs.

    The addition is p_i L_i, the area's share of the people times its local segregation; Mora and
    Ruiz-Castillo (2011), Elbers (2021). Counts (areas, groups). The additions of a larger area
    sum to its M; none is negative, as both more and less of a group than elsewhere adds. Zero in
    an empty area. NaN where the larger area has fewer than two groups, and the share NaN where
    its M is zero. ValueError where counts are negative or not finite.
    """
    local = local_segregation.by(segments, counts)
    by_group = segments.arranged(np.asarray(counts, np.float64).T)
    people = by_group.sum(axis=0)
    value = np.where(people > 0, segments.shares(people) * segments.arranged(local), 0)
    excess = segments.shares(by_group[0]) - segments.shares(people)
    larger = ratio(segments.sums(by_group), segments.sums(people), nothing=0)
    above = ratio(by_group, people, nothing=0) - segments.spread(larger)
    above = np.where(people > 0, above.round(NOTHING_ABOVE), 0)
    over = np.where(above.max(axis=0) > 0, above.argmax(axis=0), -1)
    (places,) = segments.ranked(-value, np.arange(segments.areas))
    rank = np.empty(segments.areas, dtype=np.int64)
    rank[places] = np.arange(segments.areas) - segments.starts[segments.positions] + 1
    return Contributions(
        value=segments.as_they_came(value),
        share=segments.as_they_came(segments.shares(value)),
        direction=segments.as_they_came(np.sign(np.where(people > 0, excess, 0))),
        over_represented=segments.as_they_came(over),
        rank=segments.as_they_came(rank),
    )
