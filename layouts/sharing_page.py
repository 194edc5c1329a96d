"""The page on which a map or a chart is taken along: as files, as a citation, on another site, as a link."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dash import html

from data.edition import Edition
from layouts import open_data
from layouts.embed_code import embed
from layouts.language import languages, text
from layouts.notice import Notice
from layouts.notices import notices
from layouts.paths import MAP as MAP_PAGE
from layouts.paths import path
from layouts.sharing import TODAY, citation, filename, place
from layouts.sharing_bar import CITE, DOWNLOAD, SEND, copying
from layouts.sharing_paths import MAP, PICTURE, TABLE, question, shared
from layouts.view import View


@dataclass(frozen=True)
class Shared:
    """What is taken along: the map or the chart of a view, in an edition, from a site."""

    view: View
    of: str
    edition: Edition
    site: str

    @property
    def address(self) -> str:
        """The page that shows it, of this very edition."""
        asked = question(self.view, self.edition.id)
        return f"{self.site}{path(MAP_PAGE, self.view.language)}?{asked}"


def sharing_page(what: Shared, missed: Sequence[Notice]) -> html.Main:
    language = what.view.language
    return html.Main(
        [
            html.P(text(language, "page_share"), className="eyebrow"),
            html.H1(title(what)),
            html.Div(notices(missed, language), className="notices"),
            download(what),
            cite(what),
            embed(what.view, what.of, what.edition, what.site),
            send(what),
        ],
        id="main",
        className="document sharing-page",
    )


def title(what: Shared) -> str:
    return f"{what.view.indicator.label[what.view.language]}: {place(what.view, what.of)}"


def download(what: Shared) -> html.Section:
    language = what.view.language
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
    view, of, edition = what.view, what.of, what.edition
    pictures = [(form, shared(PICTURE, of, view, form, edition.id)) for form in ("png", "svg")]
    tables = [
        (
            form,
            open_data.of_map(view, form)
            if of == MAP
            else shared(TABLE, of, view, form, edition.id),
        )
        for form in ("xlsx", "csv")
    ]
    return [
        (form, address, filename(view, of, edition, form)) for form, address in pictures + tables
    ]


def cite(what: Shared) -> html.Section:
    """A ready sentence in each language; the browser fills in the day."""
    language = what.view.language
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
    there = replace(what, view=replace(what.view, language=language))
    said = citation(there.view, there.of, there.edition, there.address)
    before, _, after = said.partition(TODAY)
    return [before, html.Span(text(language, "cite_day"), **{"data-today": ""}), after]


def send(what: Shared) -> html.Section:
    language = what.view.language
    link = html.A(what.address, href=what.address, id="send-link")
    return _section(SEND, language, [html.P(link), copying(language, "send-link")])


def _section(act: str, language: str, inside: Sequence[object]) -> html.Section:
    named = f"{act}-title"
    head = html.H2(text(language, f"share_{act}"), id=named)
    return html.Section([head, *inside], id=act, **{"aria-labelledby": named})
