"""The class limits of a map of change: round zero, and the same whichever years are compared."""

import math
from functools import cache

import numpy as np

from data import store
from data.catalogue import Indicator
from geo.levels import Level

QUANTILES = (0.25, 0.6, 0.9)
STEPS = (1, 1.5, 2, 3, 5, 7, 10)
# Between one category and the next, and between two.
CATEGORY_LIMITS = (-1.5, -0.5, 0.5, 1.5)


@cache
def difference_limits(
    indicator: Indicator, level: Level, first: int, last: int
) -> tuple[float, ...]:
    """Inner limits, rising and even round zero, after how much the areas changed in all years.

    None where nothing changed.
    """
    if indicator.categories:
        return CATEGORY_LIMITS
    change = store.values(indicator, level, last) - store.values(indicator, level, first)
    sizes = change.abs().dropna().round(indicator.decimals).to_numpy()
    sizes = sizes[sizes > 0]
    if not sizes.size:
        return ()
    least = 10.0**-indicator.decimals
    above = sorted({_nice(float(cut), least) for cut in np.quantile(sizes, QUANTILES)})
    return (*(-cut for cut in reversed(above)), *above)


def _nice(cut: float, least: float) -> float:
    """The nearest number with few digits, as exact as what is shown and not below the least of it."""
    power = 10.0 ** math.floor(math.log10(cut))
    nearest = min((power * step for step in STEPS), key=lambda value: abs(value - cut))
    return max(least, round(nearest, max(0, -round(math.log10(least)))))
