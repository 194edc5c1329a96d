"""A chart of a municipality's report as a picture, a table and a page for frames."""

from callbacks.developed import course_of
from callbacks.taking.framed import drawn_frame
from callbacks.taking.kind import Kind
from callbacks.taking.series_table import COLUMNS, line_rows
from data.edition import current_edition
from geo.areas import ancestors
from layouts.drawings.sheet import sheet
from layouts.drawings.svg import Drawing
from layouts.embedded import Framed
from layouts.profile.question import OfArea, read_course
from layouts.report.taken import course_drawing, course_said, course_taken
from layouts.report.told import Course
from layouts.sharing import readme
from layouts.taken import Taken
from sending.tables import Table

ASKED = ("area", "indicator")
FILE = (860, 420)
WIDE, NARROW = (720, 360), (340, 320)


def shown_of(asked: OfArea) -> Course:
    assert asked.indicator is not None
    return course_of(asked.indicator, asked.area, asked.language)


def tell(asked: OfArea) -> Taken:
    return course_taken(asked, shown_of(asked))


def picture(asked: OfArea) -> str:
    one = shown_of(asked)
    drawing = course_drawing(one, asked.language, *FILE)
    return sheet(drawing, course_taken(asked, one).told(current_edition()))


def table(asked: OfArea) -> Table:
    """A row for each point that is drawn; a median is of no area."""
    one = shown_of(asked)
    around = {each.level.id: each for each in ancestors(asked.area)} | {"chosen": asked.area}
    rows = [
        row for line in one.lines for row in line_rows(one.indicator, line, around.get(line.role))
    ]
    return Table(COLUMNS, rows, readme(course_taken(asked, one), current_edition()))


def frame(asked: OfArea) -> Framed:
    one, language = shown_of(asked), asked.language

    def draw(width: int) -> Drawing:
        return course_drawing(one, language, *(WIDE if width == WIDE[0] else NARROW))

    told = course_taken(asked, one).told(current_edition())
    return drawn_frame(told, course_said(one, language), draw)


KIND = Kind(ASKED, read_course, tell, frame, picture=picture, table=table)
