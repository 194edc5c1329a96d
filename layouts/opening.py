"""The map page as it first stands: the view as a picture with its numbers, before any script and without one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dash import html

from data.edition import current_edition
from geo.areas import area
from layouts.frame import footer, header
from layouts.language import text
from layouts.layer import Layer
from layouts.made_by import views
from layouts.markup import markup
from layouts.notice import Notice
from layouts.notices import notices
from layouts.numbers import number
from layouts.paths import MAP, Asked, on_map
from layouts.pictures import map_drawing, map_legend
from layouts.place import breadcrumb, shown, ways_on
from layouts.plain_controls import plain_controls
from layouts.readings import Reading
from layouts.tables import Cell, Head, reading, table
from layouts.view import View, name

BOX = (560, 700)
MOST_DRAWN = 800
FACTS = ("value", "change", "sentence", "rank")
MOST_ROWS = 400


@dataclass(frozen=True, eq=False)
class Opening:
    """A view and its numbers: what the map's areas read, and what is said of the chosen one."""

    view: View
    missed: Sequence[Notice]
    layer: Layer
    readings: Mapping[str, Reading]
    told: Mapping[str, str]


def opening(opened: Opening) -> dict[str, str]:
    """The parts of the index page by name, as HTML."""
    language = opened.view.language
    question = opened.view.address().partition("?")[2]
    skip = html.A(text(language, "skip"), href="#main", className="skip")
    return {
        "header": markup([skip, header(Asked(MAP, language), question)]),
        "opening": markup(_main(opened)),
        "footer": markup(footer(language)),
    }


def _main(opened: Opening) -> html.Main:
    view = opened.view
    return html.Main(
        [
            plain_controls(view),
            html.Div(notices(opened.missed, view.language), className="notices"),
            html.Div([_map_pane(opened), place_facts(opened)], className="stage"),
            values_table(opened),
            html.Section(shown(view), className="shown"),
        ],
        id="main",
        **{"data-views": views(current_edition().id)},
    )


def _map_pane(opened: Opening) -> html.Section:
    view = opened.view
    title = view.indicator.label[view.language]
    where = f"{name(view.area, view.language)}, {view.year}"

    legend = map_legend(view, opened.layer)
    return html.Section(
        [
            html.H1([title, " ", html.Span(where)]),
            html.Div(
                [
                    html.Div(_picture(opened, f"{title}, {where}"), className="canvas first-map"),
                    html.Div(
                        legend.markup(text(view.language, "classes_of", indicator=title)),
                        className="legend",
                    ),
                ],
                className="map-frame",
            ),
        ],
        className="map-pane",
    )


def _picture(opened: Opening, said: str) -> html.Div:
    """The map; where there are very many areas, the words that it is on its way."""
    view = opened.view
    if len(opened.readings) > MOST_DRAWN:
        return html.Div(html.P(text(view.language, "loading")), className="drawn")
    drawing = map_drawing(view, opened.layer, BOX)
    return html.Div(drawing.markup(said), className="drawn")


def place_facts(opened: Opening) -> html.Section:
    view, told = opened.view, opened.told
    label = f"{view.indicator.label[view.language]}, {view.year}"
    return html.Section(
        [
            *([breadcrumb(view)] if view.area.parent else []),
            html.H2(name(view.area, view.language)),
            ways_on(view),
            html.P(label, className="fact-label"),
            *(html.P(told[part], className=f"fact-{part}") for part in FACTS if told[part]),
        ],
        className="place-pane",
    )


def values_table(opened: Opening) -> html.Details:
    """Every value of the map where they are not too many; each area leads to its own map."""
    view, language = opened.view, opened.view.language
    count = f"{number(len(opened.readings), 0, language)} {view.level.plural[language]}"
    many = len(opened.readings) > MOST_ROWS
    return html.Details(
        [
            html.Summary(
                [
                    html.Span(text(language, "table"), className="summary-title"),
                    html.Span(count, className="summary-note"),
                ]
            ),
            html.P(text(language, "table_is_long")) if many else _rows(opened),
        ],
        className="all-values",
    )


def _rows(opened: Opening) -> html.Div:
    view, language = opened.view, opened.view.language
    unit = view.indicator.unit.label[language]
    heads = [Head(text(language, "table_area")), Head(text(language, "table_value"), unit)]
    rows = [[_named(code, view), reading(one, language)] for code, one in opened.readings.items()]
    caption = f"{view.indicator.label[language]}, {name(view.area, language)}, {view.year}"
    return table(caption, heads, rows)


def _named(code: str, view: View) -> Cell:
    found = area(code)
    assert found is not None
    address = on_map(view.language, indicator=view.indicator.id, area=code)
    return Cell(html.A(found.name, href=address), found.name)
