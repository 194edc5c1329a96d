"""Inequality between areas in a mean, such as mean wage income.

These see area means only. Differences between the people of one area are not in them.
"""

import numpy as np

from data.indices.index import Index
from data.indices.segments import Array, Segments, ratio


@Index
def between_area_gini(areas: Segments, means: Array, population: Array) -> Array:
    """The Gini coefficient of area means, each area weighted by its people.

    G = sum_i sum_j w_i w_j |y_i - y_j| / (2 m), w the areas' shares of the people and m the
    weighted mean; Gini (1912), between areas only. Means and people per area, (areas,) each.
    From 0, the same mean everywhere, to below 1. NaN where nobody lives or the mean is zero.
    ValueError where a number is negative or not finite, or where lengths differ.
    """
    people, income = areas.ranked(means, population, means * population)
    between = areas.sums(income * areas.before(people) - people * areas.before(income))
    return np.clip(ratio(between, areas.sums(people) * areas.sums(income)), 0, 1)


@Index
def between_area_theil(areas: Segments, means: Array, population: Array) -> Array:
    """Theil's T of area means, each area weighted by its people.

    T = sum_i w_i (y_i / m) ln(y_i / m), w the areas' shares of the people and m the weighted mean;
    Theil (1967), between areas only. Means and people per area, (areas,) each. From 0, the same
    mean everywhere, with no common upper limit. NaN where nobody lives or the mean is zero.
    ValueError where a number is negative or not finite, or where lengths differ.
    """
    mean = ratio(areas.sums(means * population), areas.sums(population))
    times = ratio(means, areas.spread(mean))
    terms = areas.shares(population) * times * np.log(np.where(times > 0, times, 1))
    return np.maximum(areas.sums(terms), 0)
