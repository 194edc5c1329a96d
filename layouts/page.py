"""The map page: its parts in reading order. What changes with the view is filled in by callbacks."""

from dash import dcc, html

from data.edition import current_edition
from layouts import controls, ids
from layouts.language import text
from layouts.made_by import views
from layouts.place import place_pane
from layouts.sharing_bar import bar
from layouts.sharing_paths import MAP as MAP_SHARED

STORES = (ids.ASKED, ids.YEAR, ids.SCENE, ids.FACTS, ids.SERIES_STORE, ids.DONE)
MAP_CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}


def shell() -> html.Div:
    """What stands before the language of the page is known."""
    return html.Div([dcc.Location(id=ids.URL, refresh=False), html.Div(id=ids.PAGE)])


def page(language: str) -> list[object]:
    return [
        *(dcc.Store(id=store) for store in STORES),
        html.Main(
            [
                controls.controls(language),
                html.Div(id=ids.NOTICES, role="status", className="notices"),
                html.Div([map_pane(language), place_pane(language)], className="stage"),
                table(language),
                html.Section(id=ids.SHOWN, className="shown"),
            ],
            id="main",
            **{"data-views": views(current_edition().id)},
        ),
    ]


def map_pane(language: str) -> html.Section:
    return html.Section(
        [
            html.H1(id=ids.TITLE),
            controls.ways(language),
            html.Div(
                [
                    map_frame(language),
                    other_map(language),
                    html.Div(className="tooltip", hidden=True),
                ],
                className="maps",
            ),
            html.P(text(language, "map_keys"), id="map-keys", className="visually-hidden"),
            html.Div(id="map-said", role="status", className="visually-hidden"),
            controls.time(language),
            html.P(id="border-note", className="border-note", hidden=True),
            bar(language, MAP_SHARED),
        ],
        className="map-pane",
        **{"aria-labelledby": ids.TITLE},
    )


def map_frame(language: str) -> html.Div:
    return html.Div(
        [
            html.P(className="map-name"),
            html.Div(
                [
                    dcc.Graph(id=ids.MAP, config=MAP_CONFIG, responsive=True),
                    html.P(text(language, "loading"), className="map-message"),
                    controls.zoom_buttons(language),
                ],
                className="canvas",
            ),
            html.Div(className="legend", id="legend"),
        ],
        id=f"{ids.MAP}-frame",
        className="map-frame",
        tabIndex=0,
        role="application",
        **{
            "aria-roledescription": text(language, "map_role"),
            "aria-label": text(language, "map"),
            "aria-describedby": "map-keys",
            "data-failed": text(language, "map_failed"),
            "data-altered": text(language, "map_altered"),
        },
    )


def other_map(language: str) -> html.Div:
    """The map beside the first; what it shows stands in the same table and is said with the first."""
    return html.Div(
        [
            html.P(className="map-name"),
            html.Div(className="canvas"),
            html.Div(className="legend", id="beside-legend"),
        ],
        id="beside",
        className="map-frame",
        hidden=True,
        role="group",
        **{"aria-label": text(language, "beside_indicator")},
    )


def table(language: str) -> html.Details:
    return html.Details(
        [
            html.Summary(
                [
                    html.Span(text(language, "table"), className="summary-title"),
                    html.Span(id="table-count", className="summary-note"),
                ]
            ),
            html.Div(
                id="table",
                tabIndex=0,
                role="region",
                **{"aria-label": text(language, "table")},
            ),
        ],
        className="all-values",
    )
