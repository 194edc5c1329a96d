"""The class limits of an indicator's map: the same in every year, and easy to read."""

import math

import numpy as np

from data.catalogue import Indicator
from data.pipeline.grid import Grid, Values

QUANTILES = (0.1, 0.3, 0.5, 0.7, 0.9)
ROUND_THE_MIDDLE = (0.1, 0.25, 0.4, 0.6, 0.75, 0.9)
ABOVE_LOWEST = (0.2, 0.4, 0.6, 0.8)
MANY = 0.1
ROOM = 2 / 3
MIDDLE_ROOM = 1 / 3


def limits(indicator: Indicator, grid: Grid) -> tuple[float, ...]:
    """Inner limits, rising: five at most, six on a diverging scale.

    None of categories and of a level with one area.
    """
    if indicator.scale == "categories" or grid.values.shape[1] == 1:
        return ()
    known = np.sort(grid.values[~np.isnan(grid.values)].round(indicator.decimals))
    smallest = 10.0**-indicator.decimals
    diverging = indicator.scale == "diverging"
    return round_a_median(known, smallest) if diverging else nice_limits(known, smallest)


def nice_limits(known: Values, smallest: float) -> tuple[float, ...]:
    """Quantiles of sorted values, rounded to numbers with few digits.

    The lowest value gets a class of its own where many areas have it, such as 0 percent.
    """
    lowest = known[:1]
    above = known[known > lowest]
    if above.size > (1 - MANY) * known.size:
        return _with_values(known, _rounded(_quantiles(known, QUANTILES), smallest))
    own = (lowest + smallest).tolist() if above.size else []
    return _with_values(known, own + _rounded(_quantiles(above, ABOVE_LOWEST), smallest))


def round_a_median(known: Values, smallest: float) -> tuple[float, ...]:
    """Limits with the median in the middle class, and as many classes below it as above."""
    quantiles = _quantiles(known, ROUND_THE_MIDDLE)
    rounded = _rounded(quantiles, smallest)
    rounded[2:4] = _rounded(quantiles, smallest, MIDDLE_ROOM)[2:4]
    found = _with_values(known, rounded)
    if not found:
        return ()
    middle = int(np.searchsorted(found, np.median(known), side="right"))
    sides = min(middle, len(found) - middle)
    return found[middle - sides : middle + sides]


def _quantiles(known: Values, shares: tuple[float, ...]) -> list[float]:
    return np.quantile(known, shares).tolist() if known.size else []


def _with_values(known: Values, cuts: list[float]) -> tuple[float, ...]:
    """The cuts in order, without those that would leave a class empty."""
    found: list[float] = []
    below = 0
    for cut in sorted({_plain(cut) for cut in cuts}):
        lower = int(np.searchsorted(known, cut))
        if below < lower < known.size:
            found.append(cut)
            below = lower
    return tuple(found)


def _rounded(cuts: list[float], smallest: float, share: float = ROOM) -> list[float]:
    """Each cut to the roundest step that fits in a share of the way to its nearest neighbour.

    Zero counts as a neighbour, so that small cuts do not vanish.
    """
    rounded = []
    for cut in cuts:
        room = min((abs(cut - other) for other in [*cuts, 0] if cut != other), default=smallest)
        step = max(smallest, _nice_step(room * share))
        rounded.append(_plain(round(cut / step) * step))
    return rounded


def _nice_step(room: float) -> float:
    """The largest of 1, 2 and 5 times a power of ten that is not more than the room."""
    power = 10.0 ** math.floor(math.log10(room))
    return max(power * digit for digit in (1, 2, 5) if digit == 1 or power * digit <= room)


def _plain(number: float) -> float:
    """Free of what floating point adds, and never minus zero."""
    return round(number, 6) + 0.0
