"""The map of an older edition: drawn by the server, with its chart, its table and its files."""

from collections.abc import Sequence

from dash import html
from markupsafe import Markup

from layouts.captions import category_table, table
from layouts.charted import Charted
from layouts.document import Document
from layouts.drawings.fitting import fitting
from layouts.language import text
from layouts.layer import Layer
from layouts.notices import notices
from layouts.opening import Opening, place_facts, values_table
from layouts.pictures import map_drawing, map_legend, series_drawing, series_legend
from layouts.place import series_table, shown
from layouts.plain_controls import plain_controls
from layouts.said import chart_said
from layouts.sharing_bar import SCRIPT, bar
from layouts.sharing_paths import MAP, SERIES
from layouts.view import View, name

BOX = (520, 640)


def former_map_page(opened: Opening, layers: Sequence[Layer], chart: Charted) -> Document:
    view, language = opened.view, opened.view.language
    title = " · ".join(dict.fromkeys(layer.title(language) for layer in layers))
    where = f"{name(view.area, language)}, {view.year}"
    main = html.Main(
        [
            plain_controls(view),
            html.Div(notices(opened.missed, language), className="notices"),
            html.H1([title, " ", html.Span(where)]),
            html.Div([_map(view, layer) for layer in layers], className="former-maps"),
            bar(language, MAP, view.query),
            place_facts(opened),
            *_chart(view, chart),
            values_table(opened),
            html.Section(shown(view), className="shown"),
        ],
        id="main",
        className="document former-map",
    )
    return Document(
        title=f"{title}, {where}",
        main=main,
        description=opened.told["sentence"],
        query=view.query,
        scripts=(SCRIPT,),
    )


def _map(view: View, layer: Layer) -> html.Figure:
    """A map and its legend; what it shows is said, and its numbers stand in the table and files."""
    language, said = view.language, layer.title(view.language)
    named = text(language, "classes_of", indicator=said)
    return html.Figure(
        [
            html.Figcaption(f"{said}, {layer.year}", className="map-name"),
            html.Div(
                [
                    map_drawing(view, layer, BOX).markup(f"{said}, {layer.year}"),
                    map_legend(view, layer).markup(named),
                ],
                className="map-and-legend",
            ),
        ]
    )


def _chart(view: View, chart: Charted) -> list[object]:
    said = chart_said(view, chart)

    def draw(width: int) -> Markup:
        return series_drawing(view, chart, width).markup(said)

    legend = series_legend(view, chart)
    columns = (
        category_table(view, chart.counts)
        if chart.counts is not None
        else table(view, chart.lines, chart.band)
    )
    return [
        html.Figure(
            [
                fitting(draw),
                *([legend.markup(view.indicator.label[view.language])] if legend else []),
            ],
            className="plate",
        ),
        bar(view.language, SERIES, view.query),
        series_table(view, columns),
    ]
