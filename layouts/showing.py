"""How the map shows an indicator: its values, their change since a year, or beside another map."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.catalogue import Indicator, indicators
from geo.levels import Level
from layouts.drawn import drawn_levels, years
from layouts.notice import Notice, quoted


@dataclass(frozen=True)
class Showing:
    """`since` the change is counted, or what stands `beside` in its own year; never both."""

    since: int | None = None
    beside: Indicator | None = None
    beside_year: int | None = None

    @property
    def asked(self) -> dict[str, str | int]:
        """The parts of the address that ask for this."""
        if self.since is not None:
            return {"since": self.since}
        if self.beside is not None and self.beside_year is not None:
            return {"beside": self.beside.id, "beside_year": self.beside_year}
        return {}


VALUES = Showing()


def showing(
    asked: Mapping[str, str],
    indicator: Indicator,
    level: Level,
    language: str,
    notices: list[Notice],
) -> Showing:
    if asked.get("beside"):
        return _beside(asked, level, language, notices)
    if asked.get("since"):
        return _since(asked["since"], years(indicator, level), notices)
    return VALUES


def _since(asked: str, possible: tuple[int, ...], notices: list[Notice]) -> Showing:
    for year in possible:
        if asked == str(year) and len(possible) > 1:
            return Showing(since=year)
    notices.append(Notice("unknown_since", quoted(asked), ""))
    return VALUES


def _beside(
    asked: Mapping[str, str], level: Level, language: str, notices: list[Notice]
) -> Showing:
    other = indicators().get(asked["beside"])
    if other is None or level not in drawn_levels(other):
        named = other.label[language] if other else quoted(asked["beside"])
        notices.append(Notice("unknown_beside", named, level.plural[language]))
        return VALUES
    possible = years(other, level)
    wished = asked.get("beside_year")
    year = next((year for year in possible if wished == str(year)), possible[-1])
    if wished and wished != str(year):
        notices.append(Notice("unknown_year", quoted(wished), str(year)))
    return Showing(beside=other, beside_year=year)
