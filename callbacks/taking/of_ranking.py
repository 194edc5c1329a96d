"""The ranking as a table and as a page for frames."""

from callbacks.ranked import ranked_by
from callbacks.taking.kind import Kind
from data.edition import current_edition
from layouts.embedded import ROWS, Framed
from layouts.ranking.question import Ranking, read
from layouts.ranking.rows import Row
from layouts.ranking.taken import first_rows, ranking_taken
from layouts.sharing import readme
from sending.tables import Cell, Table

ASKED = ("indicator", "level", "year", "since", "within", "programme", "size", "sort", "order")
COLUMNS = ("place", "area", "name", "indicator", "year", "value", "status")
OF_CHANGE = ("since", "change", "more_than_chance")


def table(asked: Ranking) -> Table:
    """The rows of the page, in its order."""
    columns = COLUMNS + (OF_CHANGE if asked.since else ())
    rows = [_row(row, asked) for row in ranked_by(asked).rows]
    return Table(columns, rows, readme(ranking_taken(asked), current_edition()))


def _row(row: Row, asked: Ranking) -> tuple[Cell, ...]:
    reading, place = row.reading, row.place.position if row.place else None
    cells: tuple[Cell, ...] = (
        place,
        row.area.code,
        row.area.name,
        asked.indicator.id,
        reading.year,
        reading.value,
        "ok" if reading.value is not None else reading.reason,
    )
    if not asked.since:
        return cells
    known = {True: "yes", False: "no", None: ""}[row.exceeds_chance]
    change = None if row.change is None else round(row.change, asked.indicator.decimals)
    return (*cells, asked.since, change, known)


def frame(asked: Ranking) -> Framed:
    told = ranking_taken(asked).told(current_edition())
    return Framed(told, first_rows(asked, ranked_by(asked)), ROWS)


KIND = Kind(ASKED, read, ranking_taken, frame, table=table)
