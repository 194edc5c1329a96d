"""What is asked of the values: strings from outside become indicators, areas and years."""

from dataclasses import dataclass
from typing import Any

from api import described, years
from api.places import (
    inside,
    is_wider,
    known_area,
    known_indicator,
    known_level,
    split,
)
from api.problems import Problem
from api.years import Years
from data.catalogue import Indicator
from data.edition import Coverage, Edition
from geo.areas import Area, areas
from geo.levels import Level, levels

EVERY = "all"
MOST_INDICATORS = 60
# So many codes are as long an address as servers take, about 4,000 characters.
MOST_AREAS = 300


@dataclass(frozen=True)
class Part:
    """A block of rows: every area in every year, of one indicator at one level."""

    indicator: Indicator
    level: Level
    years: tuple[int, ...]
    areas: tuple[str, ...]
    areas_edition: str | None

    @property
    def rows(self) -> int:
        return len(self.years) * len(self.areas)


@dataclass(frozen=True)
class Question:
    edition: Edition
    parts: tuple[Part, ...]

    @property
    def rows(self) -> int:
        return sum(part.rows for part in self.parts)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        return tuple(dict.fromkeys(part.indicator for part in self.parts))

    @property
    def levels(self) -> tuple[Level, ...]:
        return tuple(dict.fromkeys(part.level for part in self.parts))


@dataclass(frozen=True)
class Where:
    """The places asked for: levels, single areas, or all areas inside a wider one."""

    levels: tuple[Level, ...]
    areas: tuple[Area, ...]
    within: Area | None

    def at(self, level: Level, edition: str | None) -> tuple[str, ...]:
        """The codes asked for at a level, in the order of the register."""
        if level not in self.levels:
            return ()
        if self.areas:
            asked = {area.code for area in self.areas}
            return tuple(code for code in areas(level, edition) if code in asked)
        if self.within:
            return inside(self.within, level, edition) if is_wider(self.within.level, level) else ()
        return tuple(areas(level, edition))


def read(asked: dict[str, Any], edition: Edition) -> Question:
    """The question in checked parameters; raises Problem for what the edition does not hold.

    Every indicator, area and span of years that is named has at least one row, so that an answer
    never leaves out in silence; `all` means those indicators that there are.
    """
    where = read_where(asked)
    wanted = years.read(asked.get("year"))
    lenient = asked["indicator"] == EVERY
    parts: list[Part] = []
    for indicator in read_indicators(asked["indicator"], edition):
        try:
            parts += parts_of(edition, indicator, where, wanted)
        except Problem:
            if not lenient:
                raise
    if not parts:
        raise Problem("combination", "nothing")
    check_areas(where, parts)
    return Question(edition, tuple(parts))


def read_indicators(text: str, edition: Edition) -> list[Indicator]:
    """The indicators named, in the order of the catalogue."""
    if text == EVERY:
        return list(described.every(edition).values())
    names = split("indicator", text, MOST_INDICATORS)
    for name in names:
        known_indicator(name, edition, 400)
    return [indicator for id_, indicator in described.every(edition).items() if id_ in names]


def read_where(asked: dict[str, Any]) -> Where:
    named = (
        [known_level(name) for name in split("level", asked["level"], 10)]
        if asked.get("level")
        else list(levels().values())
    )
    chosen = (
        [known_area(code) for code in split("area", asked["area"], MOST_AREAS)]
        if asked.get("area")
        else []
    )
    within = known_area(asked["within"], "within") if asked.get("within") else None
    if chosen and within:
        raise Problem("combination", "area_or_within", parameter="within")
    return Where(
        tuple(level for level in levels().values() if level in named), tuple(chosen), within
    )


def parts_of(edition: Edition, indicator: Indicator, where: Where, wanted: Years) -> list[Part]:
    held = {
        level: coverage
        for level in levels().values()
        if (coverage := edition.coverage(indicator, level))
    }
    if not set(held) & set(where.levels):
        raise Problem(
            "combination",
            "level",
            {"indicator": indicator.id, "levels": [level.id for level in held]},
            parameter="level",
            allowed=[level.id for level in held],
        )
    there = {level: coverage for level, coverage in held.items() if level in where.levels}
    wanted.check({year for coverage in there.values() for year in coverage.years})
    every = (part(indicator, level, coverage, where, wanted) for level, coverage in there.items())
    found = [one for one in every if one.rows]
    if not found:
        raise Problem(
            "combination",
            "places",
            {"indicator": indicator.id, "levels": [level.id for level in held]},
            parameter="area",
        )
    return found


def part(
    indicator: Indicator, level: Level, coverage: Coverage, where: Where, wanted: Years
) -> Part:
    return Part(
        indicator,
        level,
        wanted.among(coverage.years),
        where.at(level, coverage.areas_edition),
        coverage.areas_edition,
    )


def check_areas(where: Where, parts: list[Part]) -> None:
    """Whether every area named has a value or a reason for having none."""
    held = {code for part in parts for code in part.areas}
    for area in where.areas:
        if area.code not in held:
            raise Problem(
                "combination",
                "area",
                {"code": area.code, "name": area.name, "level": area.level.id},
                parameter="area",
                value=area.code,
            )
