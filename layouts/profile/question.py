"""What is asked of a chart that stands in a profile or a report: of which area, and of what in it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from data.catalogue import Indicator, indicators
from data.edition import per_edition
from data.profile import contents
from data.report import outline
from geo.areas import Area, area
from geo.levels import SWEDEN, levels
from layouts import question
from layouts.asking import Asking
from layouts.drawn import years
from layouts.notice import Notice
from layouts.question import Given

INDEX_OF_PARTS = "mutual_information"
# The report that is shown where none is asked for.
FIRST = "0180"
Read = tuple["OfArea", tuple[Notice, ...]]


@dataclass(frozen=True)
class OfArea:
    """A chart of an area; some are also of an indicator."""

    language: str
    area: Area
    indicator: Indicator | None = None

    @property
    def query(self) -> str:
        subject = self.indicator.id if self.indicator else None
        return question.query(area=self.area.code, indicator=subject)


@per_edition
def divisible() -> tuple[Indicator, ...]:
    """The indices that can be divided into what lies between and within municipalities."""
    return tuple(one for one in indicators().values() if one.measure.index == INDEX_OF_PARTS)


def read_types(given: Given, language: str) -> Read:
    held = _holding(contents().area_types)
    asking = Asking(dict(given), language)
    return OfArea(language, _area(asking, held, SWEDEN)), tuple(asking.missed)


def read_split(given: Given, language: str) -> Read:
    return _read(given, language, ("sweden", "county"), SWEDEN, divisible())


def read_course(given: Given, language: str) -> Read:
    return _read(given, language, ("municipality",), FIRST, outline().courses)


def _read(
    given: Given, language: str, held: Collection[str], usual: str, about: Iterable[Indicator]
) -> Read:
    asking, possible = Asking(dict(given), language), tuple(about)
    place = _area(asking, held, usual)
    indicator = asking.indicator("indicator", possible, possible[0])
    return OfArea(language, place, indicator), tuple(asking.missed)


def _holding(shown: Iterable[Indicator]) -> list[str]:
    """The levels whose areas have the values."""
    every = tuple(shown)
    return [id_ for id_, level in levels().items() if all(years(one, level) for one in every)]


def _area(asking: Asking, held: Collection[str], usual: str) -> Area:
    first = area(usual)
    found = asking.area("area", held, first)
    assert found is not None
    return found
