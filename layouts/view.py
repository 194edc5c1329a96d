"""What the reader is looking at, as the address of the page says it."""

from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode

from data.catalogue import Indicator, indicators
from data.edition import current_edition
from geo.areas import Area, ancestors, area
from geo.levels import SWEDEN, Level, levels
from layouts.drawn import drawn_levels, first_indicator, years
from layouts.notice import Notice, quoted
from layouts.paths import language_of, resolve
from layouts.showing import VALUES, Showing, showing

LONGEST_ADDRESS = 2_000
OTHER_EDITION = "other_edition"


@dataclass(frozen=True)
class View:
    language: str
    indicator: Indicator
    level: Level
    year: int
    area: Area
    showing: Showing = VALUES

    @property
    def years(self) -> tuple[int, ...]:
        return years(self.indicator, self.level)

    @property
    def scope(self) -> str:
        """The code of the area whose parts the map draws."""
        lines = {line.level.id: line.code for line in (*ancestors(self.area), self.area)}
        if self.level.editions:
            return lines.get("municipality") or lines.get("county") or SWEDEN
        if self.level.id == "municipality":
            return lines.get("county") or SWEDEN
        return SWEDEN

    @property
    def query(self) -> str:
        return urlencode(
            {
                "indicator": self.indicator.id,
                "level": self.level.id,
                "area": self.area.code,
                **self.showing.asked,
                "year": self.year,
            }
        )

    def address(self) -> str:
        """The one address of this view."""
        return f"/{self.language}/?{self.query}"

    def without_year(self) -> str:
        """What the panel of the area depends on: neither the year nor how the map shows it."""
        return replace(self, showing=VALUES).address().rsplit("&year=", 1)[0]


def read(address: str | None) -> tuple[View, tuple[Notice, ...]]:
    """The view that an address asks for; what it asks wrongly is left at its default and named."""
    path, _, query = str(address or "")[:LONGEST_ADDRESS].partition("?")
    asked = dict(parse_qsl(query, max_num_fields=None))
    notices: list[Notice] = []
    language = _language(path, notices)
    indicator = _indicator(asked.get("indicator"), language, notices)
    place = _area(asked.get("area"), language, notices)
    place = _with_figures(place, indicator, language, notices)
    level = _level(asked.get("level"), indicator, place, language, notices)
    year = _year(asked.get("year"), years(indicator, level), notices)
    shown = showing(asked, indicator, level, language, notices)
    _edition(asked.get("edition"), notices)
    return View(language, indicator, level, year, place, shown), tuple(notices)


def _language(path: str, notices: list[Notice]) -> str:
    if resolve(path) is None:
        notices.append(Notice("unknown_page", quoted(path), ""))
    return language_of(path)


def _indicator(asked: str | None, language: str, notices: list[Notice]) -> Indicator:
    known = indicators().get(asked) if asked else None
    if known and drawn_levels(known):
        return known
    if asked:
        shown = first_indicator().label[language]
        notices.append(Notice("unknown_indicator", quoted(asked), shown))
    return first_indicator()


def _area(asked: str | None, language: str, notices: list[Notice]) -> Area:
    known = area(asked) if asked else None
    if known:
        return known
    sweden = area(SWEDEN)
    assert sweden is not None
    if asked:
        notices.append(Notice("unknown_area", quoted(asked), name(sweden, language)))
    return sweden


def _with_figures(place: Area, indicator: Indicator, language: str, notices: list[Notice]) -> Area:
    """The area itself, or the nearest around it that the indicator's map can show."""
    finest = drawn_levels(indicator)[-1]
    for wider in (place, *reversed(ancestors(place))):
        if wider.level == finest or _is_wider(wider.level, finest):
            break
    if wider is not place:
        notices.append(
            Notice(
                "wider_area",
                name(place, language),
                name(wider, language),
                indicator.label[language],
            )
        )
    return wider


def _level(
    asked: str | None, indicator: Indicator, place: Area, language: str, notices: list[Notice]
) -> Level:
    possible = {level.id: level for level in drawn_levels(indicator)}
    if asked in possible:
        return possible[asked]
    level = _usual_level(possible, place)
    if asked:
        notices.append(Notice("unknown_level", quoted(asked), level.label[language]))
    return level


def _usual_level(possible: dict[str, Level], place: Area) -> Level:
    """Inside a municipality its RegSO, elsewhere municipalities, where there are such figures.

    A small area is drawn among those of its own sort.
    """
    if place.level.id in possible and place.level.editions:
        return place.level
    inside = place.level.id == "municipality" or bool(place.level.editions)
    wishes = ("regso", "municipality") if inside else ("municipality", "regso")
    return next(possible[wish] for wish in (*wishes, "county") if wish in possible)


def _year(asked: str | None, possible: tuple[int, ...], notices: list[Notice]) -> int:
    for year in possible:
        if asked == str(year):
            return year
    if asked:
        notices.append(Notice("unknown_year", quoted(asked), str(possible[-1])))
    return possible[-1]


def _edition(asked: str | None, notices: list[Notice]) -> None:
    """The page shows the current edition; an address that names another is told so."""
    current = current_edition().id
    if asked and asked != current:
        notices.append(Notice(OTHER_EDITION, quoted(asked), current))


def name_of(code: str, language: str) -> str:
    """The name of an area that there is."""
    known = area(code)
    assert known is not None
    return name(known, language)


def name(place: Area, language: str) -> str:
    """The name of an area; Sweden's own name is a word of the language."""
    return place.level.label[language] if place.code == SWEDEN else place.name


def _is_wider(level: Level, than: Level) -> bool:
    order = list(levels())
    return order.index(level.id) < order.index(than.id)
