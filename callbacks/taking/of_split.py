"""How much of the segregation lies between and within municipalities, as picture, table and frame."""

from collections.abc import Iterator

from callbacks.profile.divided import split_of
from callbacks.taking.framed import drawn_frame
from callbacks.taking.kind import Kind
from data.edition import current_edition
from layouts.drawings.sheet import sheet
from layouts.embedded import Framed
from layouts.language import text
from layouts.profile.question import OfArea, read_split
from layouts.profile.taken import divided, divided_said, split_bars, split_taken
from layouts.readings import Split
from layouts.sharing import readme
from layouts.view import name
from sending.tables import Cell, Table

ASKED = ("area", "indicator")
COLUMNS = ("indicator", "area", "name", "year", "part", "share")
DECIMALS = 4


def shown_of(asked: OfArea) -> Split | None:
    """None where an area is of a single municipality."""
    assert asked.indicator is not None
    return split_of(asked.area, asked.indicator)


def picture(asked: OfArea) -> str | None:
    shown = shown_of(asked)
    if shown is None:
        return None
    drawing = divided(split_bars(shown, asked.language), text(asked.language, "split_unit"))
    return sheet(drawing, split_taken(asked).told(current_edition()))


def table(asked: OfArea) -> Table:
    """A row for each part of each bar; shares are of 1."""
    shown = shown_of(asked)
    rows = list(_rows(asked, shown)) if shown else []
    said = readme(split_taken(asked), current_edition(), has_status=False)
    return Table(COLUMNS, rows, [*said, text(asked.language, "split_share")])


def _rows(asked: OfArea, shown: Split) -> Iterator[tuple[Cell, ...]]:
    code, named = asked.area.code, name(asked.area, asked.language)
    for year, shares in shown.shares.iterrows():
        for part, share in shares.items():
            value = round(float(share), DECIMALS)
            yield shown.indicator.id, code, named, int(str(year)), str(part), value


def frame(asked: OfArea) -> Framed:
    shown, language = shown_of(asked), asked.language
    taken = split_taken(asked)
    told = taken.told(current_edition())
    if shown is None:
        return Framed(told, [text(language, "asked_no_picture")])
    rows, unit = split_bars(shown, language), text(language, "split_unit")
    said = divided_said(taken.title, unit, rows)
    return drawn_frame(told, said, lambda width: divided(rows, unit, width))


KIND = Kind(ASKED, read_split, split_taken, frame, picture=picture, table=table)
