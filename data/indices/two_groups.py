"""Indices of how two groups are spread over areas."""

import numpy as np

from data.indices.index import AreaIndex, Index
from data.indices.segments import Array, Segments, ratio


@Index
def dissimilarity(areas: Segments, group: Array, other: Array) -> Array:
    """The share of either group that would have to move for an even spread.

    D = 1/2 sum |g_i / G - o_i / O|, Duncan and Duncan (1955). Counts per area, (areas,) each.
    0 is an even spread, 1 complete separation. NaN where either group has nobody. ValueError
    where a count is negative or not finite, or where lengths differ.
    """
    return 0.5 * areas.sums(np.abs(areas.shares(group) - areas.shares(other)))


@Index
def gini(areas: Segments, group: Array, other: Array) -> Array:
    """The mean difference in group share between all pairs of people, of the largest possible.

    G = sum_i sum_j t_i t_j |p_i - p_j| / (2 T^2 P (1 - P)), with p the group's share of
    group and other; Duncan and Duncan (1955), Massey and Denton (1988). Twice the area between
    the segregation curve and the diagonal, and computed so, in n log n. Counts per area, (areas,)
    each. 0 is an even spread, 1 complete separation. NaN where either group has nobody.
    ValueError where a count is negative or not finite, or where lengths differ.
    """
    share = ratio(group, group + other, nothing=0)
    group, other = areas.ranked(share, group, other)
    between = areas.sums(group * areas.before(other) - other * areas.before(group))
    return _bounded(ratio(between, areas.sums(group) * areas.sums(other)))


@Index
def atkinson(areas: Segments, group: Array, other: Array, b: float = 0.5) -> Array:
    """Unevenness with a chosen weight on areas where the group is over-represented.

    A = 1 - [sum (g_i / G)^b (o_i / O)^(1 - b)]^(1 / (1 - b)), Atkinson (1970), in the form of
    Massey and Denton (1988). Counts per area, (areas,) each; b between 0 and 1, where more than
    0.5 weighs areas with a large share of the group more. 0 is an even spread, 1 complete
    separation. NaN where either group has nobody. ValueError where a count is negative or not
    finite, where lengths differ, or where b is not between 0 and 1.
    """
    if not 0 < b < 1:
        raise ValueError(f"atkinson: b is {b}. Give a number between 0 and 1.")
    likeness = areas.sums(areas.shares(group) ** b * areas.shares(other) ** (1 - b))
    return _bounded(1 - likeness ** (1 / (1 - b)))


@Index
def isolation(areas: Segments, group: Array, total: Array) -> Array:
    """The group's share in the area of its average member.

    xPx = sum (g_i / G)(g_i / t_i), Bell (1954), Lieberson (1981). Counts per area, (areas,) each,
    total of all people. From the group's share of all people to 1. NaN where the group has
    nobody. ValueError where a count is negative or not finite, where lengths differ, or where
    the group exceeds the total.
    """
    return areas.sums(areas.shares(group) * ratio(group, total, nothing=0))


@Index
def exposure(areas: Segments, group: Array, other: Array, total: Array) -> Array:
    """The other group's share in the area of the group's average member.

    xPy = sum (g_i / G)(o_i / t_i), Bell (1954), Lieberson (1981), also called interaction.
    Counts per area, (areas,) each, total of all people. From 0, never in the same area, to 1;
    the other group's share of all people where both are spread evenly. NaN where either group has
    nobody. ValueError where a count is negative or not finite, where lengths differ, or where the
    groups together exceed the total.
    """
    met = areas.sums(areas.shares(group) * ratio(other, total, nothing=0))
    return np.where(areas.sums(other) > 0, met, np.nan)


@Index
def correlation_ratio(areas: Segments, group: Array, total: Array) -> Array:
    """The part of the variation in who belongs to the group that lies between areas.

    V = sum t_i (p_i - P)^2 / (T P (1 - P)), which is (isolation - P) / (1 - P); Bell (1954),
    Duncan and Duncan (1955), also called eta squared. Counts per area, (areas,) each, total of
    all people. 0 is an even spread, 1 complete separation. NaN where the group has nobody or
    everybody. ValueError where a count is negative or not finite, where lengths differ, or where
    the group exceeds the total.
    """
    people = areas.sums(total)
    share = ratio(areas.sums(group), people)
    departure = ratio(group, total, nothing=0) - areas.spread(share)
    return ratio(areas.sums(total * departure**2), people * share * (1 - share))


@AreaIndex
def location_quotient(areas: Segments, group: Array, total: Array) -> Array:
    """How many times larger the group's share is in the area than in the larger area.

    LQ_i = (g_i / t_i) / (G / T), Isard (1960). Counts per area, (areas,) each, total of all
    people; one value for each area. 1 is the same share, 0 nobody of the group, and there is no
    upper limit. NaN in an empty area and where the group has nobody. ValueError where a count is
    negative or not finite, where lengths differ, or where the group exceeds the total.
    """
    return ratio(ratio(group, total), areas.spread(ratio(areas.sums(group), areas.sums(total))))


def _bounded(values: Array) -> Array:
    """Rounding error beyond 0 and 1 removed."""
    return np.clip(values, 0, 1)
