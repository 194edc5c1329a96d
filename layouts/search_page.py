"""The page of areas that a name or code fits, and what to do where none does."""

from collections.abc import Sequence

from dash import html

from geo.areas import Area, ancestors
from layouts.document import Document
from layouts.language import text
from layouts.notice import quoted
from layouts.numbers import number
from layouts.paths import SEARCH, on_map, path, profile
from layouts.searching import search_field
from layouts.view import name


def document(language: str, wanted: str, hits: Sequence[Area]) -> Document:
    title = text(language, "search_title")
    main = html.Main(
        [
            html.P(title, className="eyebrow"),
            html.H1(quoted(wanted) or title, dir="auto"),
            html.Form(
                [search_field("wanted", language, wanted), _button(language)],
                action=path(SEARCH, language),
                method="get",
                className="add-form search-again",
            ),
            html.P(said(language, wanted, len(hits)), role="status"),
            *([html.Ul([_hit(hit, language) for hit in hits], className="found")] if hits else []),
            *([] if hits else [html.P(text(language, "search_tips"), className="note")]),
        ],
        id="main",
        className="document search-page",
    )
    return Document(f"{title}: {quoted(wanted)}" if wanted else title, main, indexed=False)


def said(language: str, wanted: str, count: int) -> str:
    if not wanted:
        return text(language, "search_asks")
    if not count:
        return text(language, "search_found_none", asked=quoted(wanted))
    return text(language, "search_found", count=number(count, 0, language), asked=quoted(wanted))


def _button(language: str) -> html.Button:
    return html.Button(text(language, "search_go"), type="submit", className="submit")


def _hit(hit: Area, language: str) -> html.Li:
    named = name(hit, language)
    where = [hit.level.label[language], *(one.name for one in reversed(ancestors(hit)[1:]))]
    on = html.A(
        text(language, "page_map"),
        href=on_map(language, area=hit.code),
        **{"aria-label": text(language, "show_on_map", area=named)},
    )
    return html.Li(
        [
            html.A(named, href=profile(language, hit), className="hit-name"),
            html.Span(f"{', '.join(where)} · {hit.code}", className="note"),
            on,
        ]
    )
