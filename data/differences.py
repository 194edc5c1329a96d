"""The class limits of a map of change: round zero, and the same whichever years are compared."""

import math

import numpy as np

from data import store
from data.borders import broken_between
from data.catalogue import Indicator
from data.edition import per_edition
from data.written import difference
from geo.levels import Level

QUANTILES = (0.25, 0.6, 0.9)
STEPS = (1, 1.5, 2, 3, 5, 7, 10, 20)
# Between one category and the next, and between two.
CATEGORY_LIMITS = (-1.5, -0.5, 0.5, 1.5)


@per_edition
def difference_limits(
    indicator: Indicator, level: Level, first: int, last: int
) -> tuple[float, ...]:
    """Inner limits, rising and even round zero, after how much the areas changed in all years.

    None where nothing changed.
    """
    if indicator.categories:
        return CATEGORY_LIMITS
    now, before = (store.values(indicator, level, year) for year in (last, first))
    change = difference(now, before, indicator.decimals)
    change = change[~change.index.isin(broken_between(indicator, level, first, last))]
    sizes = change.abs().dropna().to_numpy()
    sizes = sizes[sizes > 0]
    if not sizes.size:
        return ()
    decimals = indicator.decimals
    *inner, outer = np.quantile(sizes, QUANTILES).tolist()
    above = sorted({*(_nearest(cut, decimals) for cut in inner), _not_below(outer, decimals)})
    return (*(-cut for cut in reversed(above)), *above)


def _nearest(cut: float, decimals: int) -> float:
    return min(_round_numbers(cut, decimals), key=lambda number: abs(number - cut))


def _not_below(cut: float, decimals: int) -> float:
    return min(number for number in _round_numbers(cut, decimals) if number >= cut)


def _round_numbers(cut: float, decimals: int) -> list[float]:
    """Numbers with few digits round about a size, each as exact as what is shown."""
    power = 10.0 ** math.floor(math.log10(cut))
    numbers = {round(power * step, decimals) for step in STEPS}
    return sorted(numbers - {0.0}) or [10.0**-decimals]
