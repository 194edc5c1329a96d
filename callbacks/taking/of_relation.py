"""The circles of a relationship as a picture, a table and a page for frames."""

from markupsafe import Markup

from callbacks.related import related_by
from callbacks.taking.kind import Kind
from data.edition import current_edition
from layouts.drawings.fitting import fitting
from layouts.drawings.sheet import sheet
from layouts.embedded import Framed, cell
from layouts.scatter.picture import MOST_DRAWN_TWICE
from layouts.scatter.question import Relation, read
from layouts.scatter.taken import drawing, relation_taken
from layouts.scatter.words import in_words
from layouts.sharing import readme
from layouts.taken import Taken
from sending.tables import Table

ASKED = ("x", "y", "level", "within", "year", "named")
FILE = (960, 620)
WIDE, NARROW = (720, 460), (340, 340)


def tell(asked: Relation) -> Taken:
    return relation_taken(asked, related_by(asked))


def picture(asked: Relation) -> str:
    found = related_by(asked)
    told = relation_taken(asked, found).told(current_edition())
    return sheet(drawing(asked, found, *FILE), told)


def table(asked: Relation) -> Table:
    """The areas of the picture, first those that lie farthest to the right."""
    found = related_by(asked)
    x, y = (f"{each.id}_{asked.year_of(each)}" for each in (asked.x, asked.y))
    columns = ("area", "name", x, y, f"population_{found.counted or ''}", "named")
    rows = [
        (each.area.code, each.area.name, each.x, each.y, each.population, "x" if each.named else "")
        for each in sorted(found.areas, key=lambda each: -each.x)
    ]
    said = readme(relation_taken(asked, found), current_edition(), has_status=False)
    return Table(columns, rows, said)


def frame(asked: Relation) -> Framed:
    """Thousands of circles are drawn but once, so that the page stays light."""
    found = related_by(asked)
    told = relation_taken(asked, found).told(current_edition())
    said = in_words(asked, found, asked.language)
    if len(found.areas) > MOST_DRAWN_TWICE:
        return Framed(told, [cell(drawing(asked, found, *WIDE).markup(said))])

    def draw(width: int) -> Markup:
        return drawing(asked, found, *(WIDE if width == WIDE[0] else NARROW)).markup(said)

    return Framed(told, [cell(fitting(draw))])


KIND = Kind(ASKED, read, tell, frame, picture=picture, table=table)
