"""The chart of the comparison as a picture, a table and a page for frames."""

from collections.abc import Iterator

import pandas
from markupsafe import Markup

from callbacks.courses import courses
from callbacks.taking.kind import Kind
from data import store
from data.edition import current_edition
from data.peers import dimensions
from layouts.compare.chart import chart_name, drawn_courses, values_table
from layouts.compare.question import WEIGHT, Comparison, read
from layouts.compare.readings import Course
from layouts.compare.taken import comparison_taken, drawing
from layouts.drawings.fitting import fitting
from layouts.drawings.sheet import sheet
from layouts.embedded import ROWS, Framed, cell
from layouts.sharing import readme
from layouts.taken import Taken
from layouts.view import name
from sending.tables import Cell, Table

ASKED = ("areas", "indicator", "year", "base", *(f"{WEIGHT}{id_}" for id_ in dimensions()))
DECIMALS = 2
COLUMNS = ("indicator", "area", "name", "year", "value", "status")
FILE = (900, 460)
WIDE, NARROW = (720, 400), (340, 320)


def tell(asked: Comparison) -> Taken:
    return comparison_taken(asked, courses(asked))


def picture(asked: Comparison) -> str | None:
    """None where values are categories, or where no area has any."""
    found = courses(asked)
    if asked.indicator.categories or not drawn_courses(found):
        return None
    return sheet(drawing(asked, found, *FILE), tell(asked).told(current_edition()))


def table(asked: Comparison) -> Table:
    """A row for each point that is drawn, with what it is of 100 where the chart shows that."""
    shown = () if asked.base is None else (f"index_{asked.base}",)
    rows = [row for course in drawn_courses(courses(asked)) for row in _rows(asked, course)]
    return Table((*COLUMNS, *shown), rows, readme(tell(asked), current_edition()))


def _rows(asked: Comparison, course: Course) -> Iterator[tuple[Cell, ...]]:
    """Values as they are published, and beside them those of the chart where they differ."""
    area, indicator = course.area, asked.indicator
    values, drawn = store.series(indicator, area.code), course.values.round(DECIMALS)
    for year in map(int, values.index):
        status = str(store.status(indicator, area.level, year)[area.code])
        shown = () if asked.base is None else (_known(drawn[year]),)
        named = name(area, asked.language)
        yield indicator.id, area.code, named, year, _known(values[year]), status, *shown


def _known(value: float) -> float | None:
    return None if pandas.isna(value) else float(value)


def frame(asked: Comparison) -> Framed:
    found, language = courses(asked), asked.language
    told, drawn = tell(asked).told(current_edition()), drawn_courses(found)
    if asked.indicator.categories:
        return Framed(told, [values_table(asked, drawn, language)], ROWS)
    said = chart_name(asked, drawn, language)

    def draw(width: int) -> Markup:
        return drawing(asked, found, *(WIDE if width == WIDE[0] else NARROW)).markup(said)

    return Framed(told, [cell(fitting(draw))])


KIND = Kind(ASKED, read, tell, frame, picture=picture, table=table)
