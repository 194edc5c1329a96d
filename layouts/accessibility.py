"""The accessibility statement, in the parts that the model of Digg has."""

from dash import html

from layouts.document import Document
from layouts.language import text
from layouts.paths import Asked
from layouts.prose import contents, prose

SECTIONS = ("how_far", "cannot", "report", "law", "technical", "failing", "done", "tested", "date")
UPDATED = "2026-11-22"


def document(asked: Asked) -> Document:
    language = asked.language
    title = text(language, "accessibility_title")
    return Document(title, statement(language), text(language, "accessibility_lead"))


def statement(language: str) -> html.Main:
    titles = [(id_, text(language, f"accessibility_{id_}")) for id_ in SECTIONS]
    return html.Main(
        [
            html.H1(text(language, "accessibility_title")),
            html.P(text(language, "accessibility_lead"), className="lead"),
            contents(titles, language),
            *prose(
                SECTIONS,
                lambda id_: (text(language, f"accessibility_{id_}"), _body(id_, language)),
            ),
        ],
        id="main",
        className="document prose",
    )


def _body(id_: str, language: str) -> str:
    return text(language, f"accessibility_{id_}_text", updated=UPDATED)
