"""The page on which a map, a chart or a table is taken along: as files, as a citation, on another site, as a link."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from dash import html

from data.edition import Edition
from layouts import open_data
from layouts.embed_code import embed
from layouts.language import languages, text
from layouts.notice import Notice
from layouts.notices import notices
from layouts.sharing import TODAY, citation
from layouts.sharing_bar import CITE, DOWNLOAD, SEND, copying
from layouts.sharing_paths import FORMS, MAP, PICTURE, TABLE, shared
from layouts.taken import Taken, Telling


@dataclass(frozen=True)
class Shared:
    """What is taken along of what was asked, in an edition, from a site."""

    asked: Any
    tell: Telling
    edition: Edition
    site: str

    @cached_property
    def taken(self) -> Taken:
        return self.tell(self.asked)

    @property
    def language(self) -> str:
        return self.taken.language

    @property
    def address(self) -> str:
        """The page that shows it, of this very edition."""
        return self.site + self.taken.address(self.edition.id)


def sharing_page(what: Shared, missed: Sequence[Notice]) -> html.Main:
    language = what.language
    return html.Main(
        [
            html.P(text(language, "page_share"), className="eyebrow"),
            html.H1(what.taken.title),
            html.Div(notices(missed, language), className="notices"),
            download(what),
            cite(what),
            embed(what.taken, what.edition, what.site),
            send(what),
        ],
        id="main",
        className="document sharing-page",
    )


def download(what: Shared) -> html.Section:
    language = what.language
    files = [
        html.Li(
            [
                html.A(text(language, f"file_{form}"), href=address, download=named),
                html.Span(text(language, f"file_{form}_note"), className="note"),
            ]
        )
        for form, address, named in _files(what)
    ]
    said = text(language, "download_note", edition=what.edition.id)
    return _section(DOWNLOAD, language, [html.Ul(files, className="files"), html.P(said)])


def _files(what: Shared) -> list[tuple[str, str, str]]:
    """Pictures first; the numbers of a map are those of the api."""
    taken, edition = what.taken, what.edition
    kinds = [PICTURE, TABLE] if taken.pictured else [TABLE]
    return [
        (
            form,
            open_data.of_map(what.asked, form)
            if (taken.of, kind) == (MAP, TABLE)
            else shared(kind, taken.of, taken.asked, form, edition.id),
            taken.filename(edition, form),
        )
        for kind in kinds
        for form in reversed(FORMS[kind])
    ]


def cite(what: Shared) -> html.Section:
    """A ready sentence in each language; the browser fills in the day."""
    language = what.language
    sentences = [
        html.Div(
            [
                html.H3(text(language, f"cite_{each}")),
                html.P(_sentence(what, each), lang=each, id=f"cite-{each}", className="citation"),
                copying(language, f"cite-{each}"),
            ]
        )
        for each in languages()
    ]
    return _section(CITE, language, [*sentences, html.P(text(language, "cite_note"))])


def _sentence(what: Shared, language: str) -> list[object]:
    there = what.tell(replace(what.asked, language=language))
    said = citation(there, what.edition, what.site)
    before, _, after = said.partition(TODAY)
    return [before, html.Span(text(language, "cite_day"), **{"data-today": ""}), after]


def send(what: Shared) -> html.Section:
    language = what.language
    link = html.A(what.address, href=what.address, id="send-link")
    return _section(SEND, language, [html.P(link), copying(language, "send-link")])


def _section(act: str, language: str, inside: Sequence[object]) -> html.Section:
    named = f"{act}-title"
    head = html.H2(text(language, f"share_{act}"), id=named)
    return html.Section([head, *inside], id=act, **{"aria-labelledby": named})
