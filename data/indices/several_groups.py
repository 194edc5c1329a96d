"""Indices of how several groups are spread over areas.

Counts are (areas, groups). A group with nobody is left out, as an empty area is; fewer than two
groups with anybody leave nothing to compare, and the index is NaN.
"""

import numpy as np

from data.indices.index import AreaIndex, Index
from data.indices.segments import Array, Segments, ratio


@Index
def mutual_information(areas: Segments, counts: Array) -> Array:
    """How much knowing the area tells of the group, and the other way round, in nats.

    M = sum_i sum_k p_ik ln(p_ik / (p_i p_k)), Theil and Finizza (1971), Frankel and Volij (2011).
    Counts (areas, groups). From 0, an even spread, to the entropy of the groups, at most the
    logarithm of their number. NaN with fewer than two groups. ValueError where a count is
    negative or not finite.
    """
    return np.where(_several(areas, counts), information(areas, counts), np.nan)


@Index
def theil_h(areas: Segments, counts: Array) -> Array:
    """How much less mixed the areas are than the larger area, as a share of the largest possible.

    H = M / E, the mutual information by the entropy of the groups; Theil and Finizza (1971),
    Reardon and Firebaugh (2002). Counts (areas, groups). 0 is an even spread, 1 complete
    separation. NaN with fewer than two groups. ValueError where a count is negative or not finite.
    """
    return np.clip(ratio(information(areas, counts), entropy(areas, counts)), 0, 1)


@AreaIndex
def local_segregation(areas: Segments, counts: Array) -> Array:
    """How far the area's mix of groups is from that of the larger area, in nats.

    L_i = sum_k p_k|i ln(p_k|i / p_k), Mora and Ruiz-Castillo (2011), Elbers (2021). Counts
    (areas, groups); one value for each area. 0 is the same mix, with no common upper limit.
    Weighted by the areas' sizes it sums to the mutual information. NaN in an empty area and with
    fewer than two groups. ValueError where a count is negative or not finite.
    """
    local = np.where(counts.sum(axis=0) > 0, divergence(areas, counts), np.nan)
    return np.where(areas.spread(_several(areas, counts)), local, np.nan)


@Index
def multigroup_dissimilarity(areas: Segments, counts: Array) -> Array:
    """The share of all people who would have to move for an even spread, of the largest possible.

    D = sum_i sum_k t_i |p_k|i - p_k| / (2 T I), I = sum_k p_k (1 - p_k); Morgan (1975),
    Sakoda (1981). Counts (areas, groups). 0 is an even spread, 1 complete separation; with two
    groups it is the dissimilarity. NaN with fewer than two groups. ValueError where a count is
    negative or not finite.
    """
    departure, total, shares = _departures(areas, counts)
    moved = areas.sums(total * np.abs(departure)).sum(axis=0)
    mixing = (shares * (1 - shares)).sum(axis=0)
    return ratio(moved, 2 * areas.sums(total) * np.nan_to_num(mixing))


@Index
def normalized_exposure(areas: Segments, counts: Array) -> Array:
    """How much less the groups meet each other than they would if spread evenly.

    P = sum_k sum_i t_i (p_k|i - p_k)^2 / (T (1 - p_k)), James (1986), Reardon and Firebaugh
    (2002). Counts (areas, groups). 0 is an even spread, 1 complete separation; with two groups it
    is the correlation ratio. NaN with fewer than two groups. ValueError where a count is negative
    or not finite.
    """
    departure, total, shares = _departures(areas, counts)
    variation = areas.sums(total * departure**2)
    exposure = ratio(variation, areas.sums(total) * np.nan_to_num(1 - shares)).sum(axis=0)
    return np.where(_several(areas, counts), exposure, np.nan)


def divergence(areas: Segments, counts: Array) -> Array:
    """Local segregation of every area, zero where it is empty. Counts (groups, ..., areas)."""
    mix = ratio(counts, counts.sum(axis=0), nothing=0)
    overall = areas.spread(ratio(areas.sums(counts), areas.sums(counts.sum(axis=0))))
    times = ratio(mix, overall)
    terms = mix * np.log(np.where(mix > 0, times, 1))
    return np.asarray(np.maximum(terms.sum(axis=0), 0))


def information(areas: Segments, counts: Array) -> Array:
    """Mutual information, zero with one group. Counts (groups, ..., areas)."""
    total = counts.sum(axis=0)
    return ratio(areas.sums(total * divergence(areas, counts)), areas.sums(total))


def entropy(areas: Segments, counts: Array) -> Array:
    """Entropy of the groups of each larger area, in nats. Counts (groups, ..., areas)."""
    shares = ratio(areas.sums(counts), areas.sums(counts.sum(axis=0)), nothing=0)
    return np.asarray(-(shares * np.log(np.where(shares > 0, shares, 1))).sum(axis=0))


def _several(areas: Segments, counts: Array) -> Array:
    """Whether a larger area has people of at least two groups."""
    return np.asarray((areas.sums(counts) > 0).sum(axis=0) > 1)


def _departures(areas: Segments, counts: Array) -> tuple[Array, Array, Array]:
    """Each group's share in the area less that in the larger area; the area's people; the latter."""
    total = counts.sum(axis=0)
    shares = ratio(areas.sums(counts), areas.sums(total))
    return ratio(counts, total, nothing=0) - areas.spread(shares), total, shares
