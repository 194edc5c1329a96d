"""Indices of how ordered groups, such as income classes, are spread over areas."""

import numpy as np

from data.indices.index import Index
from data.indices.segments import Array, Segments, ratio
from data.indices.several_groups import entropy, information


@Index
def rank_order_h(areas: Segments, counts: Array) -> Array:
    """How sorted people are over areas by their rank, such as their income class.

    H = sum_k E_k H_k / sum_k E_k over the thresholds k between neighbouring classes, with H_k
    Theil's H of those below against those above and E_k their entropy: the rank-order information
    theory index of Reardon (2011), as the weighted sum over the thresholds that there are, which
    is the ordinal index of Reardon (2009). No curve is fitted between the thresholds: with
    quartiles there are three, too few to fit one.

    Counts (areas, classes), classes in order. 0 is an even spread, 1 complete separation; with two
    classes it is Theil's H. NaN where fewer than two classes have anybody. ValueError where a
    count is negative or not finite.
    """
    below = np.cumsum(counts, axis=0)[:-1]
    halves = np.stack([below, counts.sum(axis=0) - below])
    spread = entropy(areas, halves).sum(axis=0)
    return np.clip(ratio(information(areas, halves).sum(axis=0), spread), 0, 1)
