"""The rows of an answer in their one order: indicator, level, year, area; and where a page ends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow

from api.problems import malformed
from api.question import Part, Question
from data import store
from data.edition import STATUSES, Edition
from geo.areas import areas
from geo.levels import Level

STATUS_WORDS = pyarrow.array(STATUSES, pyarrow.string())
COLUMNS = ("indicator", "area", "name", "year", "value", "status")


@dataclass(frozen=True)
class Page:
    """Rows of a question: the first, how many, and the key that the next page begins after."""

    start: int
    rows: int
    next: str | None


@dataclass(frozen=True, eq=False)
class Piece:
    """Rows of one indicator and level. `area` and `year` say which of `areas` and `years` a row has."""

    indicator: str
    areas: tuple[str, ...]
    names: list[str]
    years: tuple[int, ...]
    area: pyarrow.Array
    year: pyarrow.Array
    values: pyarrow.Array
    statuses: pyarrow.DictionaryArray

    def table(self) -> pyarrow.Table:
        once = pyarrow.array(np.zeros(len(self.area), dtype=np.int32))
        return pyarrow.table(
            {
                "indicator": repeated([self.indicator], once),
                "area": repeated(self.areas, self.area),
                "name": repeated(self.names, self.area),
                "year": pyarrow.array(self.years, pyarrow.int32()).take(self.year),
                "value": self.values,
                "status": self.statuses,
            }
        ).unify_dictionaries()


def table(question: Question, page: Page) -> pyarrow.Table:
    """The rows of a page; a value is null where there is none, and `status` says why."""
    return pyarrow.concat_tables([piece.table() for piece in pieces(question, page)])


def pieces(question: Question, page: Page) -> list[Piece]:
    return [piece(part, first, last, question.edition) for part, first, last in cut(question, page)]


def cut(question: Question, page: Page) -> Iterator[tuple[Part, int, int]]:
    """The parts a page reaches into, each with its first row and the one after its last."""
    passed, end = 0, page.start + page.rows
    for part in question.parts:
        first, last = max(page.start - passed, 0), min(end - passed, part.rows)
        if first < last:
            yield part, first, last
        passed += part.rows


def piece(part: Part, first: int, last: int, edition: Edition) -> Piece:
    block = store.load(edition)[part.indicator.id, part.level.id]
    columns = np.array([block.columns[code] for code in part.areas])
    rows = np.array([block.rows[year] for year in part.years])
    year, area = np.divmod(np.arange(first, last), len(part.areas))
    at = rows[year], columns[area]
    values = block.values[at]
    return Piece(
        indicator=part.indicator.id,
        areas=part.areas,
        names=names(part.level, part.areas_edition, part.areas),
        years=part.years,
        area=pyarrow.array(area.astype(np.int32)),
        year=pyarrow.array(year.astype(np.int32)),
        values=pyarrow.array(values, mask=np.isnan(values)),
        statuses=pyarrow.DictionaryArray.from_arrays(block.status_places[at], STATUS_WORDS),
    )


def repeated(words: Sequence[str], index: pyarrow.Array) -> pyarrow.DictionaryArray:
    return pyarrow.DictionaryArray.from_arrays(index, pyarrow.array(words, pyarrow.string()))


def names(level: Level, edition: str | None, codes: tuple[str, ...]) -> list[str]:
    register = areas(level, edition)
    return [register[code].name for code in codes]


def page(question: Question, limit: int, after: str | None) -> Page:
    """The page of a question that begins after a key; raises Problem where no row has the key."""
    start = position(question, after) + 1 if after else 0
    rows = min(limit, question.rows - start)
    more = start + rows < question.rows
    return Page(start, rows, key(question, start + rows - 1) if more else None)


def key(question: Question, place: int) -> str:
    """What names a row: indicator, area and year."""
    for part in question.parts:
        if place < part.rows:
            year, area = divmod(place, len(part.areas))
            return f"{part.indicator.id},{part.areas[area]},{part.years[year]}"
        place -= part.rows
    raise IndexError(place)


def position(question: Question, after: str) -> int:
    """The place of the row with a key."""
    indicator, _, rest = after.partition(",")
    code, _, year = rest.partition(",")
    passed = 0
    for part in question.parts:
        if part.indicator.id == indicator and code in part.areas and year in map(str, part.years):
            row = list(map(str, part.years)).index(year)
            return passed + row * len(part.areas) + part.areas.index(code)
        passed += part.rows
    raise malformed("after", after, "after_row")
