"""The page that says that an edition is not there, or lacks what was asked for."""

from dash import html

from layouts.document import Document
from layouts.language import text
from layouts.paths import MAP, path


def lacking(language: str, edition: str, newest: str, address: str) -> Document:
    """What is said where an older edition lacks what a page needs."""
    said = text(language, "former_lacks", edition=edition, newest=newest)
    link = html.A(text(language, "former_newest", edition=newest), href=address)
    return _page(language, [html.P(said), html.P(link)])


def gone(language: str, said: str) -> Document:
    """What is said where an address names an edition that there is not."""
    link = html.A(text(language, "to_the_map"), href=path(MAP, language))
    return _page(language, [html.P(said), html.P(link)])


def _page(language: str, parts: list[object]) -> Document:
    title = text(language, "former_none")
    main = html.Main([html.H1(title), *parts], id="main", className="document")
    return Document(title, main, indexed=False)
