"""The page that stands in a frame on another site: a drawing with its legend, its sources and the way to us."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from dash import html

from data.edition import Edition
from layouts.assets import asset
from layouts.drawings.sheet import Told
from layouts.language import text
from layouts.markup import markup
from layouts.taken import Taken

TEMPLATE = Path(__file__).with_name("embed.html")
STYLE = "documents/embed.css"
SEEN = 2  # of the notes: the sources and the edition
PICTURES, STACKED, PAIRS, MANY, ROWS = "pictures", "pictures stacked", "pairs", "many", "rows"


@dataclass(frozen=True)
class Framed:
    """What stands in a frame, and round it; `kind` is how the parts are laid out.

    Pairs are two maps, each with its legend beneath.
    """

    told: Told
    parts: Sequence[object]
    kind: str = PICTURES


def cell(drawing: object) -> html.Div:
    """A drawing that takes the room that is left; legends beside it take what they need."""
    return html.Div(drawing, className="cell")


def embedded(framed: Framed, taken: Taken, edition: Edition, pinned: bool) -> str:
    """The whole page; it needs no script, and fills its frame whatever shape that has."""
    language, told = taken.language, framed.told
    figure = html.Figure(
        [
            html.Div(list(framed.parts), className=f"embedded-parts {framed.kind}"),
            html.Figcaption(_caption(told, taken, edition, pinned)),
        ]
    )
    body = html.Main([html.H1(told.title), html.P(told.subtitle, className="subtitle"), figure])
    return page(language, told.title, body)


def _caption(told: Told, taken: Taken, edition: Edition, pinned: bool) -> list[object]:
    """Sources and edition; what must be borne in mind unfolds over the drawing."""
    language, seen = taken.language, list(told.notes[:SEEN])
    if pinned:
        seen[-1] = text(language, "embed_is_frozen", edition=edition.id)
    folded = html.Details(
        [
            html.Summary(text(language, "caveat")),
            html.Div([html.P(note) for note in told.notes[SEEN:]]),
        ]
    )
    link = html.A(
        text(language, "embed_full"),
        href=taken.address(edition.id if pinned else ""),
        target="_blank",
        rel="noopener",
    )
    return [*map(html.P, seen), folded, html.P(link, className="full")]


def fault(language: str, title: str, said: str) -> str:
    """What stands in the frame where its address asks for something that there is not."""
    return page(language, title, html.Main([html.H1(title), html.P(said)]))


def page(language: str, title: str, body: html.Main) -> str:
    written = TEMPLATE.read_text(encoding="utf-8")
    parts = {"language": language, "title": escape(title), "style": asset(STYLE)}
    for name, words in (*parts.items(), ("body", markup(body))):
        written = written.replace(f"{{{name}}}", words, 1)
    return written
