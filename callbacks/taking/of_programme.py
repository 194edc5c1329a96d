"""A municipality of the support programme beside its peers, as a picture, a table and a frame."""

from collections.abc import Iterator

import pandas
from markupsafe import Markup

from callbacks.alike import programme_of
from callbacks.taking.kind import Kind
from callbacks.taking.of_comparison import ASKED, FILE, NARROW, WIDE
from data.edition import current_edition
from layouts.compare.programme import DECIDED, programme_lines, programme_said, reaches
from layouts.compare.question import Comparison, read
from layouts.compare.readings import Programme
from layouts.drawings.fitting import fitting
from layouts.drawings.lines import drawn as lines
from layouts.drawings.sheet import sheet
from layouts.drawings.svg import Drawing
from layouts.embedded import Framed, cell
from layouts.language import text
from layouts.paths import COMPARE
from layouts.sharing import readme, span
from layouts.sharing_paths import PROGRAMME
from layouts.taken import Taken
from sending.tables import Cell, Table

COLUMNS = ("indicator", "area", "name", "year", "value")


def shown_of(asked: Comparison) -> Programme | None:
    """None where there is nothing to show before and after."""
    found = programme_of(asked)
    return found if found and reaches(found) else None


def tell(asked: Comparison) -> Taken:
    language, shown, indicator = asked.language, shown_of(asked), asked.indicator
    known = shown.own.dropna().index if shown else asked.years
    municipality = shown.municipality if shown else asked.areas[0]
    when, keys = span(int(known[0]), int(known[-1])), ("programme_line", "programme_caution")
    peers = ", ".join(peer.name for peer in shown.peers) if shown else ""
    likened = [text(language, "programme_intro", area=municipality.name, peers=peers)]
    return Taken(
        of=PROGRAMME,
        asked=asked,
        page=COMPARE,
        label=indicator.label[language],
        place=f"{municipality.name}, {text(language, 'peers_mean')}, {when}",
        indicators=[indicator],
        name=(indicator.id, municipality.code),
        remarks=[*(likened if shown else []), *(text(language, key) for key in keys)],
        pictured=shown is not None,
    )


def _drawing(asked: Comparison, shown: Programme, width: int, height: int) -> Drawing:
    named = programme_lines(shown, asked.language)
    return lines(named, asked.indicator, asked.language, None, width, height, DECIDED)


def picture(asked: Comparison) -> str | None:
    shown = shown_of(asked)
    if shown is None:
        return None
    return sheet(_drawing(asked, shown, *FILE), tell(asked).told(current_edition()))


def table(asked: Comparison) -> Table:
    """A row for each point that is drawn; the peers together are no area."""
    shown = shown_of(asked)
    rows = list(_rows(asked, shown)) if shown else []
    return Table(COLUMNS, rows, readme(tell(asked), current_edition(), has_status=False))


def _rows(asked: Comparison, shown: Programme) -> Iterator[tuple[Cell, ...]]:
    for line in programme_lines(shown, asked.language):
        code = shown.municipality.code if line.role == "chosen" else ""
        for year, value in line.values.items():
            known = None if pandas.isna(value) else float(value)
            yield asked.indicator.id, code, line.name, int(str(year)), known


def frame(asked: Comparison) -> Framed:
    shown, told = shown_of(asked), tell(asked).told(current_edition())
    if shown is None:
        return Framed(told, [text(asked.language, "asked_no_picture")])
    said = programme_said(shown, asked.indicator, asked.language)

    def draw(width: int) -> Markup:
        return _drawing(asked, shown, *(WIDE if width == WIDE[0] else NARROW)).markup(said)

    return Framed(told, [cell(fitting(draw))])


KIND = Kind(ASKED, read, tell, frame, picture=picture, table=table)
