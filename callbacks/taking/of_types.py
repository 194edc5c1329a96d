"""How the inhabitants of an area are spread over the area types, as a picture, a table and a frame."""

from collections.abc import Sequence

from callbacks.profile.figures import figure_of
from callbacks.taking.framed import drawn_frame
from callbacks.taking.kind import Kind
from callbacks.taking.series_table import COLUMNS, line_rows
from data.edition import current_edition
from data.profile import contents
from layouts.drawings.sheet import sheet
from layouts.embedded import Framed
from layouts.labels import Line
from layouts.language import text
from layouts.profile.question import OfArea, read_types
from layouts.profile.taken import divided, divided_said, type_bars, types_taken
from layouts.readings import Figure
from layouts.sharing import readme
from layouts.view import name
from sending.tables import Table


def figures_of(asked: OfArea) -> Sequence[Figure]:
    return [figure_of(indicator, asked.area) for indicator in contents().area_types]


def picture(asked: OfArea) -> str:
    drawing = divided(
        type_bars(figures_of(asked), asked.language), text(asked.language, "types_unit")
    )
    return sheet(drawing, types_taken(asked).told(current_edition()))


def table(asked: OfArea) -> Table:
    """A row for each part of each bar."""
    place = asked.area
    rows = [
        row
        for figure in figures_of(asked)
        for row in line_rows(
            figure.indicator, Line(name(place, asked.language), figure.values, "chosen"), place
        )
    ]
    return Table(COLUMNS, rows, readme(types_taken(asked), current_edition()))


def frame(asked: OfArea) -> Framed:
    rows, heading = type_bars(figures_of(asked), asked.language), text(asked.language, "types_unit")
    taken = types_taken(asked)
    said = divided_said(taken.title, heading, rows)
    told = taken.told(current_edition())
    return drawn_frame(told, said, lambda width: divided(rows, heading, width))


KIND = Kind(("area",), read_types, types_taken, frame, picture=picture, table=table)
