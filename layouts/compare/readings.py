"""The looked-up values that a comparison is drawn from."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas

from data.catalogue import Indicator
from data.written import difference
from geo.areas import Area
from layouts.readings import Reading


@dataclass(frozen=True, eq=False)
class Course:
    """An area's values by year; where it cannot be compared, the key of the words that say why."""

    area: Area
    values: pandas.Series
    lacking: str = ""
    breaks: tuple[int, ...] = ()


@dataclass(frozen=True, eq=False)
class Mapped:
    """A municipality or county whose RegSO are drawn, and their values in a year."""

    area: Area
    values: Mapping[str, float | None]
    chosen: str | None


@dataclass(frozen=True, eq=False)
class Beside:
    """An indicator of every area, the newest year that all have; `usual` is the middle 80 %."""

    indicator: Indicator
    readings: tuple[Reading | None, ...]
    usual: float | None
    same_level: bool = True

    @property
    def known(self) -> list[float]:
        return [one.value for one in self.readings if one and one.value is not None]

    @property
    def difference(self) -> float | None:
        """Between the highest and the lowest of at least two values of the same year.

        What grows with the area is not compared between levels, and types have no distance.
        """
        dated = {one.year for one in self.readings if one and one.value is not None}
        if len(self.known) < 2 or len(dated) > 1 or self.indicator.categories:
            return None
        if self.indicator.is_amount and not self.same_level:
            return None
        return difference(max(self.known), min(self.known), self.indicator.decimals)

    @property
    def weight(self) -> float | None:
        """The difference beside how much the municipalities differ; 1 is as much, or more."""
        if self.difference is None or not self.usual:
            return None
        return min(self.difference / self.usual, 1)


@dataclass(frozen=True, eq=False)
class Programme:
    """A municipality of the support programme beside municipalities like it that are outside."""

    municipality: Area
    peers: tuple[Area, ...]
    own: pandas.Series
    mean: pandas.Series
    median: pandas.Series


@dataclass(frozen=True, eq=False)
class Compared:
    courses: tuple[Course, ...]
    maps: tuple[Mapped, ...]
    map_year: int | None
    table: tuple[Beside, ...]
    peers: tuple[Area, ...]
    programme: Programme | None
