"""The page: its parts in reading order. What changes with the view is filled in by callbacks."""

from dash import dcc, html

from data.edition import current_edition
from geo.areas import Area
from layouts import controls, ids, paths
from layouts.language import languages, text
from layouts.markup import held
from layouts.method import method
from layouts.place import place_pane
from layouts.profile import profile_page
from layouts.readings import Profile

STORES = (ids.ASKED, ids.YEAR, ids.SCENE, ids.FACTS, ids.SERIES_STORE, ids.DONE)
OPEN_DATA = {"sv": "/api/v1/", "en": "/api/v1/en"}
MAP_CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}


def shell() -> html.Div:
    """What stands before the language of the page is known."""
    return html.Div([dcc.Location(id=ids.URL, refresh=False), html.Div(id=ids.PAGE)])


def page(asked: str, language: str, profile: Profile | None = None) -> list[object]:
    """A whole page: what is asked for between the header and the footer."""
    return [
        html.A(text(language, "skip"), href="#main", className="skip"),
        header(asked, language, profile.municipality if profile else None),
        *_main(asked, language, profile),
        footer(language),
    ]


def _main(asked: str, language: str, profile: Profile | None) -> list[object]:
    if profile is not None:
        return [held(profile_page(profile, language))]
    return [method(language)] if asked == paths.METHOD else map_page(language)


def map_page(language: str) -> list[object]:
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
        ),
    ]


def header(asked: str, language: str, area: Area | None = None) -> html.Header:
    return html.Header(
        [
            html.A(
                [
                    html.Img(src="/assets/mark.svg", alt="", width=40, height=40),
                    html.Span(
                        [
                            html.Strong(text(language, "site")),
                            html.Span(text(language, "tagline")),
                        ]
                    ),
                ],
                href=paths.path(paths.MAP, language),
                className="brand",
            ),
            controls.search(language),
            html.Nav(
                [
                    html.A(
                        text(language, "method"),
                        href=paths.path(paths.METHOD, language),
                        **({"aria-current": "page"} if asked == paths.METHOD else {}),
                    ),
                    *(
                        html.A(
                            text(other, "language_name"),
                            href=paths.path(asked, other, area),
                            lang=other,
                            className="language",
                            hrefLang=other,
                        )
                        for other in languages()
                        if other != language
                    ),
                ],
                **{"aria-label": text(language, "site_pages")},
            ),
        ],
        className="site-header",
    )


def map_pane(language: str) -> html.Section:
    return html.Section(
        [
            html.H1(id=ids.TITLE),
            html.Div(
                [
                    html.Div(
                        [
                            dcc.Graph(id=ids.MAP, config=MAP_CONFIG, responsive=True),
                            html.P(text(language, "loading"), className="map-message"),
                            controls.zoom_buttons(language),
                        ],
                        className="canvas",
                    ),
                    html.Div(className="legend", id="legend"),
                    html.Div(className="tooltip", hidden=True),
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
                },
            ),
            html.P(text(language, "map_keys"), id="map-keys", className="visually-hidden"),
            html.Div(id="map-said", role="status", className="visually-hidden"),
            controls.time(language),
            html.P(id="border-note", className="border-note", hidden=True),
        ],
        className="map-pane",
        **{"aria-labelledby": ids.TITLE},
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


def footer(language: str) -> html.Footer:
    columns = [
        ("footer_about", ["footer_about_text", "independent"]),
        ("footer_data", ["footer_data_text", "footer_borders"]),
        ("footer_privacy", ["footer_privacy_text"]),
    ]
    return html.Footer(
        [
            *(
                html.Section(
                    [
                        html.H2(text(language, title)),
                        *(html.P(text(language, line)) for line in lines),
                    ]
                )
                for title, lines in columns
            ),
            html.P(
                [
                    html.A(text(language, "open_data"), href=OPEN_DATA[language]),
                    " · ",
                    html.A(text(language, "method"), href=paths.path(paths.METHOD, language)),
                    f" · {text(language, 'edition', edition=current_edition().id)}",
                ],
                className="edition",
            ),
        ],
        className="site-footer",
    )
