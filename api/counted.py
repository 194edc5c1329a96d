"""The people or dwellings of a group in every small area, from what the edition publishes.

Shares are published unrounded, so that a share of a total is a whole number but for rounding.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from api import described
from data import store
from data.catalogue import Group, Indicator, groups
from data.edition import Edition
from geo.areas import areas
from geo.levels import Level

Counts = NDArray[np.int64]


class NotPublishedError(LookupError):
    """A group cannot be counted from the indicators that are published."""


@dataclass(frozen=True)
class Count:
    """How a group is counted: from which indicators, and the counts of a year.

    The counts are in the order of the register of areas that the year belongs to.
    """

    edition: Edition
    indicators: tuple[Indicator, ...]
    of: Callable[[int], Counts]

    def years(self, level: Level) -> set[int]:
        """The years in which every indicator it takes is published."""
        held = (self.edition.coverage(each, level) for each in self.indicators)
        return set.intersection(*(set(found.years) for found in held if found))


def count(group: Group, level: Level, edition: Edition) -> Count:
    """From its own number, its share of a larger group, its parts, or what is left of a whole."""
    ways = (as_number, as_share, as_sum, as_rest)
    found = next((made for way in ways if (made := way(group, level, edition))), None)
    if found is None:
        raise NotPublishedError(
            f"The group {group.id!r} cannot be counted at the level {level.id!r}. Publish its "
            "number or its share there: add it to indicators.toml."
        )
    return found


def as_number(group: Group, level: Level, edition: Edition) -> Count | None:
    indicator = published(level, edition, count=group.id)
    return (
        Count(edition, (indicator,), lambda year: whole(values(indicator, level, year, edition)))
        if (indicator)
        else None
    )


def as_share(group: Group, level: Level, edition: Edition) -> Count | None:
    share = published(level, edition, share=group.id)
    if share is None:
        return None
    total = count(groups()[str(share.measure.among)], level, edition)
    return Count(
        edition,
        (*total.indicators, share),
        lambda year: whole(total.of(year) * values(share, level, year, edition) / 100),
    )


def as_sum(group: Group, level: Level, edition: Edition) -> Count | None:
    """The groups whose columns it adds."""
    parts = [other for column in group.sum for other in groups().values() if alone(other, column)]
    if not parts:
        return None
    counts = [count(part, level, edition) for part in parts]
    return Count(edition, together(counts), lambda year: sum_of(each.of(year) for each in counts))


def as_rest(group: Group, level: Level, edition: Edition) -> Count | None:
    """A whole without the group that is the whole less this one."""
    other = next(
        (each for each in groups().values() if each.less and each.less == group.column), None
    )
    if other is None or group.less:
        return None
    total = next(each for each in groups().values() if alone(each, str(other.column)))
    counts = [count(total, level, edition), count(other, level, edition)]
    return Count(edition, together(counts), lambda year: counts[0].of(year) - counts[1].of(year))


def published(level: Level, edition: Edition, **measure: str) -> Indicator | None:
    return next(
        (
            each
            for each in described.every(edition).values()
            if all(getattr(each.measure, key) == value for key, value in measure.items())
            and edition.coverage(each, level)
        ),
        None,
    )


def alone(group: Group, column: str) -> bool:
    return group.column == column and group.less is None and group.where is None


def together(counts: Iterable[Count]) -> tuple[Indicator, ...]:
    return tuple(dict.fromkeys(each for count in counts for each in count.indicators))


def sum_of(counts: Iterable[Counts]) -> Counts:
    return np.asarray(sum(counts), dtype=np.int64)


def values(indicator: Indicator, level: Level, year: int, edition: Edition) -> NDArray[np.float64]:
    every = store.values(indicator, level, year, edition)
    if level.edition(year) != edition.areas_edition(level):
        every = every.reindex(list(areas(level, level.edition(year))))
    return np.asarray(every, dtype=np.float64)


def whole(numbers: NDArray[Any]) -> Counts:
    """Whole numbers; none where there is nobody to be a share of."""
    nearest: Counts = np.rint(np.nan_to_num(numbers)).astype(np.int64)
    return nearest
