"""The page that stands in a frame on another site: a drawing with its legend, its sources and the way to us."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from dash import html
from markupsafe import Markup

from data.edition import Edition
from layouts.assets import asset
from layouts.drawings.sheet import Told
from layouts.language import text
from layouts.markup import markup
from layouts.view import View

TEMPLATE = Path(__file__).with_name("embed.html")
STYLE = "documents/embed.css"


def embedded(
    view: View, told: Told, drawings: Sequence[Markup], edition: Edition, pinned: bool
) -> str:
    """The whole page; it needs no script."""
    language = view.language
    frozen = [html.P(text(language, "embed_is_frozen", edition=edition.id))] if pinned else []
    link = html.A(
        text(language, "embed_full"), href=view.address(), target="_blank", rel="noopener"
    )
    figure = html.Figure(
        [
            html.Div(list(drawings), className="embedded-drawings"),
            html.Figcaption([*map(html.P, told.notes), *frozen, html.P(link, className="full")]),
        ]
    )
    body = html.Main([html.H1(told.title), html.P(told.subtitle, className="subtitle"), figure])
    return page(language, told.title, body)


def fault(language: str, title: str, said: str) -> str:
    """What stands in the frame where its address asks for something that there is not."""
    return page(language, title, html.Main([html.H1(title), html.P(said)]))


def page(language: str, title: str, body: html.Main) -> str:
    written = TEMPLATE.read_text(encoding="utf-8")
    parts = {"language": language, "title": escape(title), "style": asset(STYLE)}
    for name, words in (*parts.items(), ("body", markup(body))):
        written = written.replace(f"{{{name}}}", words, 1)
    return written
