"""The decisive test of the socio-economic index: its area types, computed anew from the index."""

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from data.pipeline.errors import CheckError, listed

STEPS = (2, 1, 0, -1)
MOST_DECIMALS = 8
Array = NDArray[np.float64]


def cut_offs(index: Array) -> Array:
    """m + 2s, m + s, m and m - s of the values of one year, unweighted, NaN left out.

    m is the mean and s the standard deviation (divisor n) over all areas.
    """
    known = index[~np.isnan(index)]
    if not known.size:
        return np.full(len(STEPS), np.nan)
    mean = math.fsum(known) / known.size
    deviation = math.sqrt(math.fsum((known - mean) ** 2) / known.size)
    return np.array([mean + step * deviation for step in STEPS])


def area_types(index: Array, limits: Array | None = None) -> Array:
    """The area type of every area in one year, from 1 (index >= m + 2s) to 5 (index < m - s).

    Statistics Sweden's definition, with these cut-offs as two independent implementations have
    them; by the `limits` of another year where they are given. High is worse. NaN has no type.
    """
    limits = cut_offs(index) if limits is None else limits
    types = 1.0 + (index[:, None] < limits).sum(axis=1)
    return np.where(np.isnan(index), np.nan, types)


def decimals(index: Array) -> int:
    """With how many decimals values are published: the fewest that lose nothing."""
    known = index[~np.isnan(index)]
    found = (n for n in range(MOST_DECIMALS) if np.allclose(np.round(known, n), known, 0, 1e-9))
    return next(found, MOST_DECIMALS)


def check_area_types(areas: Sequence[str], years: Mapping[int, tuple[Array, Array]]) -> int:
    """How many types agree; raises CheckError with those that do not.

    `years` has the index and the official type of every area. A type may differ only where the
    index is so near the cut-off between the two that the rounding of what is published decides.
    """
    faults, agreeing = [], 0
    for year, (index, official) in years.items():
        computed = area_types(index)
        same = (computed == official) | (np.isnan(computed) & np.isnan(official))
        tied = _ties(index, computed, official, 0.5 * 10.0 ** -decimals(index))
        agreeing += int(same.sum())
        faults += [
            f"{areas[place]} in {year} has the index {index[place]:g} and the official type "
            f"{official[place]:g}, but {computed[place]:g} is computed."
            for place in np.flatnonzero(~same & ~tied).tolist()
        ]
    if faults:
        head = f"{len(faults)} area types do not follow from the index."
        remedy = "Compare the definition with SCB's, or fetch index and types of one release."
        raise CheckError(f"{head} {remedy}\n{listed(faults)}")
    return agreeing


def check_index(areas: Sequence[str], years: Mapping[int, tuple[Array, Sequence[Array]]]) -> int:
    """How many values are the mean of their three parts within rounding; raises CheckError."""
    faults, agreeing = [], 0
    for year, (index, parts) in years.items():
        tolerance = 10.0 ** -decimals(index) + 1e-9
        mean = np.mean(np.stack(parts), axis=0)
        known = ~np.isnan(index) & ~np.isnan(mean)
        wrong = known & ~(np.abs(index - mean) <= tolerance)
        agreeing += int((known & ~wrong).sum())
        faults += [
            f"{areas[place]} in {year} has the index {index[place]:g}, but the mean of its parts "
            f"is {mean[place]:g}."
            for place in np.flatnonzero(wrong).tolist()
        ]
    if faults:
        raise CheckError(
            f"{len(faults)} values of the index are not the mean of their parts. Fetch them again, "
            f"and compare the definition with SCB's.\n{listed(faults)}"
        )
    return agreeing


def _ties(index: Array, computed: Array, official: Array, rounding: float) -> NDArray[np.bool_]:
    """Where the types are neighbours and the index lies within rounding of the cut-off between."""
    known = ~np.isnan(computed) & ~np.isnan(official) & (np.abs(computed - official) == 1)
    between = np.clip(np.fmin(computed, official) - 1, 0, len(STEPS) - 1)
    nearest = cut_offs(index)[np.where(known, between, 0).astype(int)]
    ties: NDArray[np.bool_] = known & (np.abs(index - nearest) <= rounding + 1e-9)
    return ties
