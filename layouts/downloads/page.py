"""All data and how to get it: every indicator with its levels, years, sources and files."""

from collections.abc import Sequence

from dash import html

from data.catalogue import Source, indicators, sources
from data.edition import current_edition
from geo.boundaries import origins
from geo.levels import levels
from layouts import open_data
from layouts.document import Document
from layouts.downloads.indicators import forms, indicator_list
from layouts.language import text
from layouts.paths import METHOD, Asked, path
from layouts.place import named_source
from layouts.prose import contents, paragraphs
from layouts.tables import Cell, Head, table

LETTERS_OF_DATE = 10  # an edition is named by its date and the hash of its content
BOUNDARY_FORMS = ("geojson", "topojson", "gpkg", "geoparquet")
SECTIONS = ("files", "indicators", "boundaries", "editions", "licences", "cite", "symbols")


def document(asked: Asked, editions: Sequence[str]) -> Document:
    language = asked.language
    title = f"{text(language, 'data_title')} – {text(language, 'site')}"
    return Document(title, downloads(editions, language), text(language, "data_lead"))


def downloads(editions: Sequence[str], language: str) -> html.Main:
    made = {
        "files": _files(language),
        "indicators": indicator_list(language),
        "boundaries": _boundaries(language),
        "editions": _editions(editions, language),
        "licences": _licences(language),
        "cite": _cite(language),
        "symbols": list(paragraphs(text(language, "data_symbols_text"))),
    }
    titles = [(id_, text(language, f"data_{id_}")) for id_ in SECTIONS]
    return html.Main(
        [
            html.H1(text(language, "data_title")),
            html.P(text(language, "data_lead"), className="lead"),
            contents(titles, language),
            *(html.Section([html.H2(said), *made[id_]], id=id_) for id_, said in titles),
        ],
        id="main",
        className="document prose data-page",
    )


def _files(language: str) -> list[object]:
    edition = current_edition()
    return [
        *paragraphs(text(language, "data_files_text")),
        html.Ul(
            [
                html.Li(
                    _link("data_all_values", f"/editions/{edition.id}/values.parquet", language)
                ),
                html.Li(_link("open_data", open_data.FRONT[language], language)),
                html.Li(_link("data_dcat", "/dcat.jsonld", language)),
                html.Li(_link("page_method", path(METHOD, language), language)),
            ]
        ),
    ]


def _link(key: str, address: str, language: str) -> html.A:
    return html.A(text(language, key), href=address)


def _boundaries(language: str) -> list[object]:
    drawn = [level for level in levels().values() if level.parent]
    rows = [
        html.Li(
            [
                f"{level.plural[language]}: ",
                *forms(
                    [(form, open_data.boundaries(level, form=form)) for form in BOUNDARY_FORMS],
                    level.plural[language],
                ),
            ]
        )
        for level in drawn
    ]
    return [*paragraphs(text(language, "data_boundaries_text")), html.Ul(rows)]


def _editions(editions: Sequence[str], language: str) -> list[object]:
    heads = [Head(text(language, key)) for key in ("data_edition", "data_date", "data_files_head")]
    rows = [
        [
            Cell(one),
            Cell(one[:LETTERS_OF_DATE]),
            Cell(
                [
                    _link("data_change_report", f"/editions/{one}/report.md", language),
                    " · ",
                    html.A("values.parquet", href=f"/editions/{one}/values.parquet"),
                    " · ",
                    html.A("manifest.json", href=f"/editions/{one}/manifest.json"),
                ]
            ),
        ]
        for one in editions
    ]
    caption = text(language, "data_editions")
    return [*paragraphs(text(language, "data_editions_text")), table(caption, heads, rows)]


def _licences(language: str) -> list[object]:
    every: list[Source] = list(sources().values())
    borders = [
        html.Li(
            f"{one.publisher}. {one.contains}. {text(language, 'licence', licence=one.licence)}."
        )
        for one in origins()
    ]
    return [
        *paragraphs(text(language, "data_licences_text")),
        html.Ul([named_source(one, language) for one in every], className="source-list"),
        html.H3(text(language, "data_boundaries")),
        html.Ul(borders, className="source-list"),
    ]


def _cite(language: str) -> list[object]:
    edition = current_edition()
    first = next(iter(indicators().values()))
    example = text(
        language,
        "data_cite_example",
        year=edition.date[:4],
        indicator=first.label[language],
        edition=edition.id,
        publisher=first.sources[0].publisher,
    )
    return [*paragraphs(text(language, "data_cite_text")), html.Blockquote(example)]
