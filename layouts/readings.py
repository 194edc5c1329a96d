"""The looked-up values that a profile is drawn from."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import isnan
from typing import Protocol

import pandas

from data.catalogue import Group, Grouping, Indicator
from data.flows import Flows, Moving
from data.written import difference
from geo.areas import Area
from geo.crosswalk import Change
from geo.levels import Level
from geo.united import United
from layouts.language import text
from layouts.numbers import number, with_unit


class Rank(Protocol):
    """A place among the areas with a value, the highest first; `ties` others share it."""

    @property
    def position(self) -> int: ...
    @property
    def of(self) -> int: ...
    @property
    def ties(self) -> int: ...


@dataclass(frozen=True)
class Reading:
    """One value of one area, or the reason why there is none."""

    indicator: Indicator
    year: int
    value: float | None
    reason: str = "ok"

    def written(self, language: str, unit: bool = True) -> str:
        if self.value is None:
            return text(language, self.reason)
        if unit:
            return with_unit(self.value, self.indicator, language)
        return number(self.value, self.indicator.decimals, language)


@dataclass(frozen=True, eq=False)
class Figure:
    """What is published of an indicator in an area and around it.

    `values` by year; `reason` is the status of the newest year. `around` has the values of wider
    areas and `median` that of all areas of the level, in the year of the newest value; `beside`
    those of all RegSO of the municipality. `breaks` are the years whose values cannot be compared
    with those before. `exceeds_chance` is of the change from the first year that can be compared
    to that of the newest value.
    """

    indicator: Indicator
    values: pandas.Series
    reason: str
    rank: Rank | None = None
    around: tuple[tuple[Area, float], ...] = ()
    median: float | None = None
    beside: tuple[float, ...] = ()
    chance: tuple[float, float] | None = None
    exceeds_chance: bool | None = None
    breaks: tuple[int, ...] = ()

    @cached_property
    def known(self) -> Mapping[int, float]:
        """The values that there are, by year."""
        pairs = zip(self.values.index.tolist(), self.values.tolist(), strict=True)
        return {year: value for year, value in pairs if not isnan(value)}

    @cached_property
    def last(self) -> int:
        """The newest year, with or without a value."""
        return int(self.values.index[-1])

    @cached_property
    def year(self) -> int:
        """The newest year with a value; where there is none, the newest of all."""
        return max(self.known, default=self.last)

    @property
    def newest(self) -> Reading:
        return self.at(self.year)

    @cached_property
    def comparable(self) -> Mapping[int, float]:
        """The values that can be compared with the newest, which is the last of them."""
        last_break = max((year for year in self.breaks if year <= self.year), default=0)
        return {year: value for year, value in self.known.items() if year >= last_break}

    @property
    def first_year(self) -> int | None:
        """The first year with a value to compare the newest with, where there is one."""
        return min(self.comparable) if len(self.comparable) > 1 else None

    def at(self, year: int) -> Reading:
        return Reading(self.indicator, year, self.known.get(year), self.reason)

    def since(self, year: int) -> float:
        """The difference between the newest value and that of another year."""
        return difference(self.known[self.year], self.known[year], self.indicator.decimals)


@dataclass(frozen=True)
class Part:
    """What a RegSO adds to the segregation of its municipality: its share and its place."""

    share: float
    position: int
    of: int
    more_of: Group | None


@dataclass(frozen=True)
class SmallArea:
    """A RegSO with its newest values, its area type before, and its part in the segregation."""

    area: Area
    readings: tuple[Reading, ...]
    type_before: Reading
    part: Part | None


@dataclass(frozen=True)
class Compared:
    """An area among others that it is compared with."""

    area: Area
    readings: tuple[Reading, ...]


@dataclass(frozen=True, eq=False)
class Split:
    """How much of the segregation of a county or of Sweden lies where: a row a year, shares of 1."""

    indicator: Indicator
    shares: pandas.DataFrame

    @property
    def grouping(self) -> Grouping:
        assert self.indicator.grouping is not None
        return self.indicator.grouping


@dataclass(frozen=True, eq=False)
class Shades:
    """What the map of a profile shows: the areas of a level in a scope, by code."""

    level: Level
    scope: Area
    readings: Mapping[str, Reading]


@dataclass(frozen=True, eq=False)
class Moves:
    """What moved between the first and the last of some years inside an area."""

    moving: Moving
    flows: Flows
    years: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Profile:
    """All that is told of an area. What its level does not have is empty.

    `around` are the wider areas, Sweden first. `parts` are the areas inside, by level, and
    `compared` the figures of these, of peers and of neighbours, by code. `small_areas` are the
    RegSO of the municipality, its own or the one it lies in. `united` are the areas that a RegSO
    exchanged land with, and `together` our estimates for them.
    """

    place: Area
    around: tuple[Area, ...]
    in_programme: bool
    figures: Mapping[str, Figure]
    compared: Mapping[str, Compared]
    parts: Mapping[str, tuple[Area, ...]]
    peers: tuple[Area, ...]
    neighbours: tuple[Area, ...]
    small_areas: tuple[SmallArea, ...]
    contributions_year: int
    splits: tuple[Split, ...]
    borders: tuple[Change, ...]
    shades: Shades
    moves: Moves | None = None
    united: United | None = None
    together: tuple[Figure, ...] = ()

    @property
    def own(self) -> SmallArea | None:
        """Of a RegSO, what is told of it among those of its municipality."""
        return next((one for one in self.small_areas if one.area.code == self.place.code), None)
