"""The panel of the chosen area: its name, value and rank, the series, and what the numbers mean."""

from collections.abc import Mapping, Sequence

from dash import dcc, html

from data.catalogue import Indicator, Source
from data.edition import current_edition
from data.measures import measures
from geo.areas import Area, ancestors
from layouts import ids, question
from layouts.language import text
from layouts.paths import COMPARE, METHOD, PROFILES, on_map, path, profile
from layouts.sharing_bar import bar
from layouts.sharing_paths import SERIES
from layouts.view import View, name


def place_pane(language: str) -> html.Section:
    return html.Section(
        [
            html.Div(id=ids.PLACE),
            html.Div(
                dcc.Graph(
                    id=ids.SERIES,
                    config={"displayModeBar": False},
                    responsive=True,
                    style={"height": "100%"},
                ),
                className="series",
                role="img",
                **{"aria-label": text(language, "series")},
            ),
            bar(language, SERIES),
            html.Div(id=ids.SOURCES),
        ],
        className="place-pane",
        **{"aria-labelledby": "place-name"},
    )


def place(view: View) -> list[object]:
    """The head of the panel; the facts of the year are filled in by the browser."""
    return [
        *([breadcrumb(view)] if view.area.parent else []),
        html.H2(name(view.area, view.language), id="place-name"),
        ways_on(view),
        html.P(
            [view.indicator.label[view.language], ", ", html.Span(id="fact-year")],
            className="fact-label",
        ),
        html.P(id="fact-value", className="fact-value"),
        html.P(id="fact-change", className="fact-change"),
        html.P(id="fact-sentence", className="fact-sentence"),
        html.P(id="fact-rank", className="fact-rank"),
    ]


def ways_on(view: View) -> html.P:
    """The way to the profile of the area, and of the municipality of a small area, and to comparing it."""
    language = view.language
    line = [view.area, *(area for area in ancestors(view.area) if view.area.level.editions)]
    kinds = {view.area.level.id, "municipality"} & set(PROFILES)
    profiles = [area for area in line if area.level.id in kinds]
    links = [html.A(_profile_of(area, language), href=profile(language, area)) for area in profiles]
    asked = question.query(areas=view.area.code, indicator=view.indicator.id)
    compared = html.A(text(language, "compare_it"), href=f"{path(COMPARE, language)}?{asked}")
    return html.P([*links, compared], className="ways-on")


def _profile_of(area: Area, language: str) -> str:
    kind = text(language, f"profile_{area.level.id}")
    return text(language, "profile_named", kind=kind, area=name(area, language))


def breadcrumb(view: View) -> html.Nav:
    line = [*ancestors(view.area), view.area]
    return html.Nav(
        html.Ol([html.Li(_crumb(area, view)) for area in line]),
        className="breadcrumb",
        **{"aria-label": text(view.language, "breadcrumb")},
    )


def _crumb(area: Area, view: View) -> html.A | html.Span:
    if area is view.area:
        return html.Span(name(area, view.language), **{"aria-current": "location"})
    return html.A(
        name(area, view.language),
        href=on_map(view.language, indicator=view.indicator.id, area=area.code),
        **{"data-writes": "area", "data-value": area.code},
    )


def sources(
    view: View, table: Mapping[str, Sequence[str]], reasons: Sequence[object] = ()
) -> list[object]:
    """Numbers behind the series, then what the measure means, its caveat and its sources."""
    indicator, language = view.indicator, view.language
    return [
        series_table(view, table),
        *reasons,
        html.H3(text(language, "about")),
        html.P(_meaning(indicator, language)),
        html.H3(text(language, "caveat")),
        html.P(indicator.caveat[language]),
        html.H3(text(language, "source" if len(indicator.sources) == 1 else "sources")),
        source_list(indicator, language),
    ]


def _meaning(indicator: Indicator, language: str) -> list[object]:
    """What the measure means; an index is explained at length on the method page."""
    about: list[object] = [indicator.about[language]]
    if indicator.measure.index in measures():
        address = f"{path(METHOD, language)}#{indicator.measure.index}"
        about += [" ", html.A(text(language, "read_method"), href=address)]
    return about


def source_list(indicator: Indicator, language: str) -> html.Ul:
    return html.Ul(
        [named_source(source, language) for source in indicator.sources], className="source-list"
    )


def named_source(source: Source, language: str) -> html.Li:
    return html.Li(
        [
            html.Span(source.publisher, className="publisher"),
            f". {source.table}. ",
            text(language, "licence", licence=source.licence) + ".",
        ],
        lang="sv" if language != "sv" else None,
    )


def shown(view: View) -> list[object]:
    """What stands at the foot of the page: sources, edition and caveat of all that is shown."""
    beside, language = view.showing.beside, view.language
    every = dict.fromkeys([view.indicator, beside] if beside else [view.indicator])
    sources = dict.fromkeys(source for one in every for source in one.sources)
    listed = "; ".join(f"{source.publisher}, {source.table}" for source in sources)
    caveats = " ".join(dict.fromkeys(one.caveat[language] for one in every))
    word = text(language, "source" if len(sources) == 1 else "sources")
    return [
        html.P([html.Strong(f"{word}: "), f"{listed}."]),
        html.P([html.Strong(f"{text(language, 'caveat')}: "), caveats]),
        html.P(f"{text(language, 'edition', edition=current_edition().id)}."),
    ]


def series_table(view: View, columns: Mapping[str, Sequence[str]]) -> html.Details:
    """The numbers of the chart: a row a year, a column a line."""
    heads, rows = list(columns), list(zip(*columns.values(), strict=True))
    return html.Details(
        [
            html.Summary(text(view.language, "series_table")),
            html.Table(
                [
                    html.Thead(html.Tr([html.Th(head, scope="col") for head in heads])),
                    html.Tbody(
                        [
                            html.Tr([html.Th(first, scope="row"), *map(html.Td, rest)])
                            for first, *rest in rows
                        ]
                    ),
                ]
            ),
        ],
        className="series-table",
    )
