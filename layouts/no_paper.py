"""The page that says why there is no PDF right now, and how to get one from the browser."""

from dash import html

from layouts import paths
from layouts.document import Document
from layouts.language import text
from layouts.paths import Asked


def document(asked: Asked, busy: bool) -> Document:
    assert asked.area is not None
    language = asked.language
    title = text(language, "pdf_busy" if busy else "pdf_missing")
    to_report = text(language, "pdf_print", area=asked.area.name)
    main = html.Main(
        [
            html.H1(title),
            html.P(text(language, "pdf_busy_said" if busy else "pdf_missing_said")),
            html.P(html.A(to_report, href=paths.path(paths.REPORT, language, asked.area))),
        ],
        id="main",
        className="document",
    )
    return Document(title, main, indexed=False)
