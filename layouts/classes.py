"""The classes of a map in words and colours."""

from collections.abc import Sequence
from itertools import pairwise

from data.catalogue import Indicator
from data.edition import Coverage
from layouts import colours
from layouts.language import text
from layouts.numbers import fewest_decimals, number, numbered, signed

STEPS = ("far_lower", "lower", "same", "higher", "far_higher")


def classes(indicator: Indicator, coverage: Coverage, language: str) -> list[dict[str, str]]:
    """The classes of the map from the lowest, each with its words and colour."""
    labels = (
        [numbered(category, language) for category in indicator.categories]
        if indicator.categories
        else interval_labels(indicator, list(coverage.limits), language)
    )
    return _coloured(labels, colours.class_colours(indicator, len(labels)))


def class_limits(indicator: Indicator, coverage: Coverage) -> tuple[float, ...]:
    """The inner limits of the classes; a category begins with its own value."""
    return tuple(one.value for one in indicator.categories[1:]) or coverage.limits


def difference_classes(
    indicator: Indicator, limits: Sequence[float], language: str
) -> list[dict[str, str]]:
    """The classes of a map of change from the largest fall to the largest rise."""
    labels = (
        [text(language, f"steps_{name}") for name in STEPS]
        if indicator.categories
        else _difference_labels(indicator, limits, language)
    )
    return _coloured(labels, colours.spread(colours.CHANGE, len(labels)))


def difference_unit(indicator: Indicator, language: str) -> str:
    """What a difference between two values is counted in."""
    if indicator.categories:
        return text(language, "change_steps")
    if indicator.unit.id == "percent":
        return text(language, "change_points")
    return indicator.unit.label[language]


def _difference_labels(indicator: Indicator, limits: Sequence[float], language: str) -> list[str]:
    decimals = max(fewest_decimals(limit, indicator.decimals) for limit in limits)
    written = [signed(limit, decimals, language) for limit in limits]
    between = [text(language, "legend_to", low=low, high=high) for low, high in pairwise(written)]
    low, high = written[0], written[-1]
    first = text(language, "legend_or_lower", limit=low)
    return [first, *between, text(language, "legend_over", limit=high)]


def _coloured(labels: Sequence[str], palette: Sequence[str]) -> list[dict[str, str]]:
    return [
        {"label": label, "colour": colour} for label, colour in zip(labels, palette, strict=True)
    ]


def interval_labels(indicator: Indicator, limits: list[float], language: str) -> list[str]:
    """The classes in words. Where none has a class of its own, its limit is the least shown."""
    least = round(10**-indicator.decimals, indicator.decimals)
    round_ones = [limit for limit in limits if limit != least]
    decimals = max((fewest_decimals(one, indicator.decimals) for one in round_ones), default=0)
    written = [
        number(limit, indicator.decimals if limit == least else decimals, language)
        for limit in limits
    ]
    between = [
        text(language, "legend_between", low=low, high=high) for low, high in pairwise(written)
    ]
    first = "0" if limits[0] == least else text(language, "legend_under", limit=written[0])
    return [first, *between, text(language, "legend_over", limit=written[-1])]
