"""The looked-up values that a report is written from, beside those of the profile."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.catalogue import Grouping, Indicator
from data.decomposition import ChangeParts
from layouts.labels import Line
from layouts.readings import Profile, Reading, SmallArea


@dataclass(frozen=True, eq=False)
class Course:
    """The series of an indicator in the municipality and around it."""

    indicator: Indicator
    lines: Sequence[Line]


@dataclass(frozen=True)
class Differing:
    """The RegSO whose values lie furthest from that of their municipality.

    `base` is the municipality's own value, or the median of its RegSO where it has none; `least`
    is how far a value must lie from it to be named.
    """

    indicator: Indicator
    base: float
    base_is_median: bool
    least: float
    found: tuple[tuple[SmallArea, Reading], ...]


@dataclass(frozen=True)
class Attention:
    """The RegSO that the rules name: those of the named types, and those that differ."""

    of_types: tuple[SmallArea, ...]
    differing: tuple[Differing, ...]


@dataclass(frozen=True)
class Change:
    """Why the segregation between some groups changed between two years."""

    grouping: Grouping
    first: int
    last: int
    parts: ChangeParts


@dataclass(frozen=True, eq=False)
class Report:
    profile: Profile
    courses: tuple[Course, ...]
    attention: Attention
    changes: tuple[Change, ...]
