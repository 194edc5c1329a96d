"""What the comparison is asked: which areas, by what, from which year, likened how."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain

from data.catalogue import Indicator, indicators
from data.edition import per_edition
from data.peers import dimensions
from geo.areas import Area, ancestors, area
from geo.levels import SWEDEN, levels
from geo.search import search
from layouts import question
from layouts.asking import Asking
from layouts.drawn import drawn_levels, years
from layouts.notice import Notice, quoted
from layouts.question import Given

MOST = 8
# Where no area is asked for: the three largest municipalities.
FIRST = ("0180", "1480", "1280")
LEAST_WEIGHT, USUAL_WEIGHT, MOST_WEIGHT = 0, 1, 3
WEIGHT = "weight_"


@dataclass(frozen=True)
class Comparison:
    """`weights` holds only the dimensions that do not weigh as usual."""

    language: str
    areas: tuple[Area, ...]
    indicator: Indicator
    year: int
    base: int | None
    weights: tuple[tuple[str, int], ...]

    @property
    def query(self) -> str:
        return question.query(**self.fields())

    def fields(self) -> dict[str, object]:
        """What is asked, as a form sends it."""
        asked: dict[str, object] = {
            "areas": ",".join(each.code for each in self.areas),
            "indicator": self.indicator.id,
            "year": self.year,
            "base": self.base,
        }
        return asked | {f"{WEIGHT}{dimension}": weight for dimension, weight in self.weights}

    @property
    def years(self) -> tuple[int, ...]:
        return comparable_years(self.indicator, self.areas)

    @property
    def likened(self) -> Area | None:
        """The municipality that peers are suggested of: that of the first area that has one."""
        for each in self.areas:
            for line in (each, *ancestors(each)):
                if line.level.id == "municipality":
                    return line
        return None

    def without(self, left_out: Area) -> "Comparison":
        return replace(self, areas=tuple(each for each in self.areas if each is not left_out))

    def and_also(self, more: Iterable[Area]) -> "Comparison":
        return replace(self, areas=tuple(dict.fromkeys((*self.areas, *more)))[:MOST])


@per_edition
def comparable() -> tuple[Indicator, ...]:
    return tuple(each for each in indicators().values() if drawn_levels(each))


def comparable_years(indicator: Indicator, among: tuple[Area, ...]) -> tuple[int, ...]:
    """The years that any of the areas can have values in; all there are where none can."""
    own = {each.level for each in among if years(indicator, each.level)}
    held = chain.from_iterable(years(indicator, level) for level in own or levels().values())
    return tuple(sorted(set(held)))


def read(given: Given, language: str) -> tuple[Comparison, tuple[Notice, ...]]:
    """The comparison that is asked for; what is asked wrongly is left out and named."""
    asking = Asking(dict(given), language)
    areas = _areas(asking)
    indicator = asking.indicator("indicator", comparable(), comparable()[0])
    possible = comparable_years(indicator, areas)
    asked = Comparison(
        language=language,
        areas=areas,
        indicator=indicator,
        year=asking.year("year", possible, possible[-1]),
        base=_base(asking, indicator, possible),
        weights=tuple(_weights(asking)),
    )
    return asked, tuple(asking.missed)


def _areas(asking: Asking) -> tuple[Area, ...]:
    """The areas by code, and one more by name or code. None asked for is the first ones."""
    codes = [code.strip() for code in asking.given.get("areas", "").split(",") if code.strip()]
    found = {code: area(code) for code in dict.fromkeys(codes)}
    for code, known in found.items():
        if known is None:
            asking.missed.append(Notice("area_left_out", quoted(code), ""))
    chosen = [known for known in found.values() if known]
    if added := asking.given.get("add"):
        if hit := _found(added):
            chosen += [hit] if hit not in chosen else []
        else:
            asking.missed.append(Notice("area_left_out", quoted(added), ""))
    if len(chosen) > MOST:
        names = ", ".join(each.name for each in chosen[MOST:])
        asking.missed.append(Notice("too_many_areas", quoted(names), str(MOST)))
    firsts = [known for known in map(area, FIRST) if known]
    return tuple(chosen[:MOST] or firsts)


def _found(added: str) -> Area | None:
    """The area that a name or code fits best. Sweden has a name in each language."""
    if added.casefold() in {label.casefold() for label in levels()["sweden"].label.values()}:
        return area(SWEDEN)
    return next(iter(search(added, 1)), None)


def _base(asking: Asking, indicator: Indicator, possible: tuple[int, ...]) -> int | None:
    """The year that stands for 100; categories have none."""
    asked = asking.given.get("base")
    if asked is None:
        return None
    if indicator.categories:
        asking.missed.append(Notice("no_base_of_categories", quoted(asked), ""))
        return None
    if asked in map(str, possible):
        return int(asked)
    asking.missed.append(Notice("unknown_base", quoted(asked), ""))
    return None


def _weights(asking: Asking) -> Iterable[tuple[str, int]]:
    possible = [str(weight) for weight in range(LEAST_WEIGHT, MOST_WEIGHT + 1)]
    for dimension in dimensions():
        weight = int(asking.choice(f"{WEIGHT}{dimension}", possible, str(USUAL_WEIGHT)))
        if weight != USUAL_WEIGHT:
            yield dimension, weight
