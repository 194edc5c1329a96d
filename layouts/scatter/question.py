"""What the page of relationships is asked: which two indicators, over which areas, in which year."""

from dataclasses import dataclass, replace

from data.catalogue import Indicator, indicators
from data.edition import per_edition
from geo.areas import Area, area
from geo.levels import SWEDEN, Level, level_of, levels
from geo.search import search
from layouts import question
from layouts.asking import Asking
from layouts.drawn import years
from layouts.notice import Notice, quoted
from layouts.question import Given

LEVELS = ("municipality", "regso")
MOST_NAMED = 8
# Where none is asked for, the three largest municipalities have their names written.
FIRST = ("0180", "1480", "1280")
NOBODY = "none"


@dataclass(frozen=True)
class Relation:
    """`year` is none where the indicators have no year in common: each is then of its newest."""

    language: str
    x: Indicator
    y: Indicator
    level: Level
    within: Area | None
    year: int | None
    named: tuple[Area, ...]

    @property
    def query(self) -> str:
        return question.query(**self.fields())

    def fields(self) -> dict[str, object]:
        """What is asked, as a form sends it."""
        asked = {
            "x": self.x.id,
            "y": self.y.id,
            "level": self.level.id,
            "within": self.within.code if self.within else None,
            "year": self.year,
            "named": ",".join(each.code for each in self.named) or NOBODY,
        }
        return {key: value for key, value in asked.items() if value is not None}

    @property
    def years(self) -> tuple[int, ...]:
        return shared_years(self.x, self.y, self.level)

    @property
    def scope(self) -> str:
        return self.within.code if self.within else SWEDEN

    def year_of(self, indicator: Indicator) -> int:
        return self.year or years(indicator, self.level)[-1]

    def without(self, left_out: Area) -> "Relation":
        return replace(self, named=tuple(each for each in self.named if each is not left_out))

    def turned(self) -> "Relation":
        return replace(self, x=self.y, y=self.x)


@per_edition
def related(level: Level) -> tuple[Indicator, ...]:
    """Indicators whose values have an order and that the areas of a level have."""
    every = indicators().values()
    return tuple(each for each in every if years(each, level) and not each.categories)


def shared_years(x: Indicator, y: Indicator, level: Level) -> tuple[int, ...]:
    return tuple(sorted(set(years(x, level)) & set(years(y, level))))


def read(given: Given, language: str) -> tuple[Relation, tuple[Notice, ...]]:
    """What is asked for; what is asked wrongly is left at its default and named."""
    asking = Asking(dict(given), language)
    possible = [levels()[id_] for id_ in LEVELS]
    level = asking.level("level", possible, possible[0])
    x = _indicator(asking, "x", level, related(level)[0])
    usual = next(each for each in related(level) if each.theme is not x.theme)
    y = _indicator(asking, "y", level, usual)
    if x is y:
        other = next(each for each in (usual, *related(level)) if each is not x)
        asking.missed.append(Notice("same_twice", x.label[language], other.label[language]))
        y = other
    holders = ("county",) if level.id == "municipality" else ("county", "municipality")
    within = asking.area("within", holders, None)
    asked = Relation(
        language=language,
        x=x,
        y=y,
        level=level,
        within=within,
        year=_year(asking, shared_years(x, y, level)),
        named=_named(asking, level, within.code if within else ""),
    )
    return asked, tuple(asking.missed)


def _indicator(asking: Asking, key: str, level: Level, usual: Indicator) -> Indicator:
    """An indicator of the level; one that other levels have is named as such."""
    known = indicators().get(asking.given.get(key, ""))
    if known is None or known in related(level):
        return asking.indicator(key, related(level), usual)
    labels = [each.label[asking.language] for each in (known, usual)]
    asking.missed.append(Notice("not_related", labels[0], labels[1]))
    return usual


def _year(asking: Asking, possible: tuple[int, ...]) -> int | None:
    if possible:
        return asking.year("year", possible, possible[-1])
    if asked := asking.given.get("year"):
        asking.missed.append(Notice("no_shared_year", quoted(asked), ""))
    return None


def _named(asking: Asking, level: Level, scope: str) -> tuple[Area, ...]:
    """The areas whose names are written: by code, and one more by name or code."""
    given, added = asking.given.get("named", ""), asking.given.get("add")
    asked = [code.strip() for code in given.split(",") if code.strip() and given != NOBODY]
    found = {code: area(code) for code in dict.fromkeys(asked)}
    if added:
        hits = [hit for hit in search(added, 30) if _fits(hit, level, scope)]
        found[hits[0].code if hits else added] = hits[0] if hits else None
    for code, known in found.items():
        if known is None or not _fits(known, level, scope):
            words = known.name if known else quoted(code)
            asking.missed.append(Notice("not_shown_here", words, ""))
    if not given and not added and level_of(FIRST[0]) is level:
        found = {code: area(code) for code in FIRST}
    known_ones = [each for each in found.values() if each and _fits(each, level, scope)]
    if len(known_ones) > MOST_NAMED:
        names = ", ".join(each.name for each in known_ones[MOST_NAMED:])
        asking.missed.append(Notice("too_many_named", quoted(names), str(MOST_NAMED)))
    return tuple(known_ones[:MOST_NAMED])


def _fits(each: Area, level: Level, scope: str) -> bool:
    return each.level is level and each.code.startswith(scope)
