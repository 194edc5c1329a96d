"""The colours of areas by the class of their value, as on the map."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from data.catalogue import Indicator


def class_of(value: float, indicator: Indicator, limits: Sequence[float]) -> int:
    """The class of a value as shown; a class holds its lower limit and not its upper one."""
    if indicator.categories:
        return [category.value for category in indicator.categories].index(int(value))
    return bisect_right(limits, round(value, indicator.decimals))


def colours_of(
    values: Mapping[str, float | None],
    indicator: Indicator,
    limits: Sequence[float],
    classes: Sequence[Mapping[str, str]],
) -> dict[str, str | None]:
    """The colour of each area, None where it has no value; `classes` are those of the legend."""
    return {
        code: None if value is None else classes[class_of(value, indicator, limits)]["colour"]
        for code, value in values.items()
    }
