"""What the ranking is asked: which areas, by what, of which year, in which order."""

from dataclasses import dataclass, replace

from data.catalogue import Indicator, indicators
from data.edition import per_edition
from data.sizes import Size, sizes
from geo.areas import Area, areas
from geo.levels import SWEDEN, Level, levels
from layouts import question
from layouts.asking import Asking
from layouts.drawn import drawn_levels, years
from layouts.notice import Notice
from layouts.question import Given

COLUMNS = ("value", "change", "name")
FALLING, RISING = "falling", "rising"
ONLY = "only"
USUAL_LEVELS = ("municipality", "county", "regso")


@dataclass(frozen=True)
class Ranking:
    language: str
    indicator: Indicator
    level: Level
    year: int
    since: int | None
    within: Area | None
    programme: bool
    size: Size | None
    sort: str
    order: str

    @property
    def query(self) -> str:
        return question.query(
            indicator=self.indicator.id,
            level=self.level.id,
            year=self.year,
            since=self.since,
            within=self.within.code if self.within else None,
            programme=ONLY if self.programme else None,
            size=self.size.id if self.size else None,
            sort=self.sort,
            order=self.order,
        )

    @property
    def scope(self) -> str:
        return self.within.code if self.within else SWEDEN

    def sorted_by(self, column: str) -> "Ranking":
        """The same by a column; once more by it turns the order. Names begin with A."""
        usual = RISING if column == "name" else FALLING
        turned = {FALLING: RISING, RISING: FALLING}[self.order]
        return replace(self, sort=column, order=turned if column == self.sort else usual)


@per_edition
def rankable() -> tuple[Indicator, ...]:
    """Indicators whose values have an order."""
    every = indicators().values()
    return tuple(each for each in every if drawn_levels(each) and not each.categories)


def read(given: Given, language: str) -> tuple[Ranking, tuple[Notice, ...]]:
    """The ranking that is asked for; what is asked wrongly is left at its default and named."""
    asking = Asking(dict(given), language)
    indicator = asking.indicator("indicator", rankable(), rankable()[0])
    possible = drawn_levels(indicator)
    usual = next(level for id_ in USUAL_LEVELS for level in possible if level.id == id_)
    level = asking.level("level", possible, usual)
    year = asking.year("year", years(indicator, level), years(indicator, level)[-1])
    sort = asking.choice("sort", COLUMNS, "value")
    asked = Ranking(
        language=language,
        indicator=indicator,
        level=level,
        year=year,
        since=_since(asking, indicator, level, year),
        within=_within(asking, indicator, level),
        programme=_of_municipalities(asking, "programme", (ONLY,), level) == ONLY,
        size=sizes().get(_of_municipalities(asking, "size", tuple(sizes()), level)),
        sort=sort,
        order=asking.choice("order", (FALLING, RISING), RISING if sort == "name" else FALLING),
    )
    return asked, tuple(asking.missed)


def _since(asking: Asking, indicator: Indicator, level: Level, year: int) -> int | None:
    """The year that change is counted from; none where there is no earlier one."""
    earlier = [one for one in years(indicator, level) if one < year]
    if not earlier:
        return None
    asked = asking.given.get("since")
    if asked and asked in map(str, years(indicator, level)) and asked not in map(str, earlier):
        asking.miss("since_not_before", asked, str(earlier[0]))
        return earlier[0]
    return asking.year("since", earlier, earlier[0])


def _within(asking: Asking, indicator: Indicator, level: Level) -> Area | None:
    """The area whose parts are ranked. RegSO are ranked inside a county or municipality."""
    if level.id == "municipality":
        return asking.area("within", ("county",), None)
    if level.id == "county":
        if asking.given.get("within"):
            asking.miss(
                "filter_of_municipalities", asking.given["within"], level.label[asking.language]
            )
        return None
    inside = indicator.measure.inside
    holders = (inside,) if inside else ("county", "municipality")
    return asking.area("within", holders, next(iter(areas(levels()[holders[0]]).values())))


def _of_municipalities(asking: Asking, key: str, possible: tuple[str, ...], level: Level) -> str:
    """A filter that only municipalities have."""
    if level.id != "municipality" and asking.given.get(key):
        asking.miss("filter_of_municipalities", asking.given[key], level.label[asking.language])
        return ""
    return asking.choice(key, possible)
