"""Where the ticks of an axis stand, and how they are written."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from data.catalogue import Indicator
from layouts.numbers import fewest_decimals, number

STEPS = (1, 2, 2.5, 5, 10)
LOG_STEPS = (1, 2, 5)
LOG_SPREAD = 30  # so many times the least value is the greatest, and a log axis is asked for
DECIMALS = 6


@dataclass(frozen=True)
class Axis:
    """A span of values laid over a span of pixels."""

    low: float
    high: float
    start: float
    end: float
    ticks: tuple[float, ...]
    is_log: bool = False

    def at(self, value: float) -> float:
        """The pixel of a value."""
        low, high = self._scaled(self.low), self._scaled(self.high)
        return self.start + (self.end - self.start) * (self._scaled(value) - low) / (high - low)

    def _scaled(self, value: float) -> float:
        return log10(value) if self.is_log else value

    def written(self, tick: float, language: str) -> str:
        """A tick with as many decimals as all ticks need."""
        decimals = max(fewest_decimals(each, DECIMALS) for each in self.ticks)
        if self.is_log:
            decimals = fewest_decimals(tick, DECIMALS)
        return number(tick, decimals, language)


def linear(
    low: float, high: float, start: float, end: float, *, most: int = 5, whole: bool = False
) -> Axis:
    """An axis from a round value below to a round one above."""
    step = round_step((high - low) or abs(high) or 1.0, most)
    step = max(step, 1.0) if whole else step
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    last = max(last, first + 1)
    ticks = tuple(round(i * step, DECIMALS) for i in range(first, last + 1))
    return Axis(ticks[0], ticks[-1], start, end, ticks)


def logarithmic(low: float, high: float, start: float, end: float) -> Axis:
    """An axis on which equal steps are equal ratios."""
    powers = range(floor(log10(low)), ceil(log10(high)) + 1)
    every = [round(step * 10.0**power, DECIMALS) for power in powers for step in LOG_STEPS]
    ticks = tuple(tick for tick in every if low <= tick <= high)
    return Axis(low, high, start, end, ticks, is_log=True)


def fitting(values: Sequence[float], start: float, end: float, indicator: Indicator) -> Axis:
    """A log axis for amounts of which some are many times the others, else a linear one."""
    low, high = min(values), max(values)
    if indicator.is_amount and low > 0 and high / low > LOG_SPREAD:
        return logarithmic(low / 1.15, high * 1.15, start, end)
    return linear(low, high, start, end, most=6)


def round_step(spread: float, most: int) -> float:
    """The smallest round step that takes at most so many steps."""
    power = 10.0 ** floor(log10(spread / most))
    return next(step * power for step in STEPS if spread / (step * power) <= most + 1e-9)


def years(shown: Sequence[int], most: int) -> list[int]:
    """The years that are written below the axis, the first and the last among them."""
    if len(shown) <= most:
        return list(shown)
    step = (len(shown) - 1) / (most - 1)
    return sorted({shown[round(i * step)] for i in range(most)})
