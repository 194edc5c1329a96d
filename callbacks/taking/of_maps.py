"""The maps of a comparison as a picture, a table and a page for frames."""

from dash import html

from callbacks.mapped import map_year_of, maps_of
from callbacks.taking.kind import Kind
from callbacks.taking.of_comparison import ASKED
from data import store
from data.edition import current_edition
from geo.areas import area
from geo.levels import levels
from layouts.compare.maps import map_said
from layouts.compare.maps_taken import maps_taken, one_map, scale, together
from layouts.compare.question import Comparison, read
from layouts.drawings.sheet import sheet
from layouts.embedded import MANY, Framed, cell
from layouts.language import text
from layouts.sharing import readme
from layouts.taken import Taken
from sending.tables import Table

COLUMNS = ("indicator", "within", "area", "name", "year", "value", "status")


def tell(asked: Comparison) -> Taken:
    return maps_taken(asked, map_year_of(asked))


def picture(asked: Comparison) -> str | None:
    """None where the areas have no RegSO with values to draw."""
    shown = maps_of(asked)
    return sheet(together(asked, shown), tell(asked).told(current_edition())) if shown else None


def table(asked: Comparison) -> Table:
    year, regso = map_year_of(asked), levels()["regso"]
    if year is None:
        return Table(COLUMNS, [], readme(tell(asked), current_edition()))
    statuses = store.status(asked.indicator, regso, year).to_dict()
    rows = [
        (asked.indicator.id, one.area.code, code, _name(code), year, value, statuses[code])
        for one in maps_of(asked)
        for code, value in one.values.items()
    ]
    return Table(COLUMNS, rows, readme(tell(asked), current_edition()))


def _name(code: str) -> str:
    known = area(code)
    return known.name if known else ""


def frame(asked: Comparison) -> Framed:
    shown, told = maps_of(asked), tell(asked).told(current_edition())
    if not shown:
        return Framed(told, [html.P(text(asked.language, "asked_no_picture"))])
    figures = [
        html.Figure(
            [
                html.Figcaption(one.area.name),
                cell(one_map(asked, one).markup(map_said(asked, one, asked.language))),
            ]
        )
        for one in shown
    ]
    named = text(asked.language, "embed_legend", title=told.title)
    return Framed(told, [html.Div(figures), scale(asked, shown).markup(named)], MANY)


KIND = Kind(ASKED, read, tell, frame, picture=picture, table=table)
