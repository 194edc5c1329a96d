"""The map and the chart of a view, as pictures and as pages for frames."""

from markupsafe import Markup

from callbacks.charted import charted
from callbacks.layers import layers
from callbacks.taking.kind import Kind
from callbacks.taking.series_table import table
from data.edition import current_edition
from layouts import pictures
from layouts.drawings.fitting import fitting
from layouts.drawings.sheet import beside, sheet
from layouts.embedded import PAIRS, PICTURES, STACKED, Framed, cell
from layouts.language import text
from layouts.notice import Notice
from layouts.paths import MAP as MAP_PAGE
from layouts.paths import path
from layouts.pictures import MAP_BOX, map_drawing, map_legend
from layouts.question import Given, query
from layouts.said import chart_said
from layouts.sharing import map_taken, series_taken
from layouts.view import OTHER_EDITION, View
from layouts.view import read as read_view

ASKED = ("indicator", "level", "area", "year", "since", "beside", "beside_year")
SMALLER_BOX = (440, 620)
LEGEND, SMALLER_LEGEND = 210, 130
WIDE, NARROW = (720, 380), (340, 300)


def read(given: Given, language: str) -> tuple[View, tuple[Notice, ...]]:
    view, missed = read_view(f"{path(MAP_PAGE, language)}?{query(**given)}")
    return view, tuple(notice for notice in missed if notice.key != OTHER_EDITION)


def map_file(view: View) -> str:
    """The map with its legend to the right, and the one beside it to the right of that."""
    shown = layers(view, current_edition())
    box = MAP_BOX if len(shown) == 1 else SMALLER_BOX
    parts = [
        part for layer in shown for part in (map_drawing(view, layer, box), map_legend(view, layer))
    ]
    return sheet(beside(parts), pictures.map_told(view, shown, current_edition()))


def series_file(view: View) -> str:
    chart = charted(view)
    legend = pictures.series_legend(view, chart)
    parts = [pictures.series_drawing(view, chart), *([legend] if legend else [])]
    return sheet(beside(parts), pictures.series_told(view, current_edition()))


def map_frame(view: View) -> Framed:
    shown = layers(view, current_edition())
    alone, parts = len(shown) == 1, []
    for layer in shown:
        title = layer.title(view.language)
        parts.append(cell(map_drawing(view, layer).markup(title)))
        named = text(view.language, "embed_legend", title=title)
        width = LEGEND if alone else SMALLER_LEGEND
        parts.append(map_legend(view, layer, width).markup(named))
    told = pictures.map_told(view, shown, current_edition())
    return Framed(told, parts, PICTURES if alone else PAIRS)


def series_frame(view: View) -> Framed:
    chart, told = charted(view), pictures.series_told(view, current_edition())

    def draw(width: int) -> Markup:
        _, height = WIDE if width == WIDE[0] else NARROW
        drawing = pictures.series_drawing(view, chart, width, height)
        return drawing.markup(chart_said(view, chart))

    legend = pictures.series_legend(view, chart)
    if legend is None:
        return Framed(told, [cell(fitting(draw))])
    named = text(view.language, "embed_legend", title=told.title)
    return Framed(told, [cell(fitting(draw)), legend.markup(named)], STACKED)


MAP = Kind(ASKED, read, map_taken, map_frame, picture=map_file)
SERIES = Kind(ASKED, read, series_taken, series_frame, picture=series_file, table=table)
