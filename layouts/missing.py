"""The page that says that there is no such page, and where to go instead."""

from dash import html

from layouts.document import Document
from layouts.language import text
from layouts.notice import quoted
from layouts.paths import MAP, path


def document(language: str, asked: str) -> Document:
    title = text(language, "nothing_here")
    main = html.Main(
        [
            html.H1(title),
            html.P(text(language, "nothing_said", asked=quoted(asked))),
            html.P(html.A(text(language, "to_the_map"), href=path(MAP, language))),
        ],
        id="main",
        className="document",
    )
    return Document(title, main, indexed=False)
