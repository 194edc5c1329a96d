"""Reading the parts that the questions of several pages share; what is unknown is named."""

from collections.abc import Collection, Sequence

from data.catalogue import Indicator, indicators
from geo.areas import Area, area
from geo.levels import Level
from layouts.notice import Notice, quoted
from layouts.view import name


class Asking:
    """One reading of a question: what is given, and what of it was asked wrongly."""

    def __init__(self, given: dict[str, str], language: str) -> None:
        self.given = given
        self.language = language
        self.missed: list[Notice] = []

    def miss(self, key: str, asked: str, shown: str) -> None:
        self.missed.append(Notice(key, quoted(asked), shown))

    def indicator(self, key: str, possible: Collection[Indicator], usual: Indicator) -> Indicator:
        asked = self.given.get(key)
        found = indicators().get(asked) if asked else None
        if found and found in possible:
            return found
        if asked:
            self.miss("unknown_indicator", asked, usual.label[self.language])
        return usual

    def level(self, key: str, possible: Sequence[Level], usual: Level) -> Level:
        asked = self.given.get(key)
        found = next((level for level in possible if level.id == asked), None)
        if asked and found is None:
            self.miss("unknown_level", asked, usual.label[self.language])
        return found or usual

    def year(self, key: str, possible: Sequence[int], usual: int) -> int:
        asked = self.given.get(key)
        found = next((year for year in possible if str(year) == asked), None)
        if asked and found is None:
            self.miss("unknown_year", asked, str(usual))
        return found or usual

    def choice(self, key: str, possible: Sequence[str], usual: str = "") -> str:
        """One of some words; the usual where none is asked for."""
        asked = self.given.get(key)
        if asked is None or asked in possible:
            return asked or usual
        self.miss("unknown_choice", asked, usual or "–")
        return usual

    def area(self, key: str, levels: Collection[str], usual: Area | None) -> Area | None:
        """An area of one of some levels."""
        asked = self.given.get(key)
        found = area(asked) if asked else None
        if found and found.level.id in levels:
            return found
        if asked:
            shown = name(usual, self.language) if usual else "–"
            self.miss("unknown_area", asked, shown)
        return usual
