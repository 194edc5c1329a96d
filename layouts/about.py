"""What Segregationskartan is, for whom, how it is made, and what it keeps of its visitors: nothing."""

from dash import html

from layouts.document import Document
from layouts.language import text
from layouts.paths import ACCESSIBILITY, DATA, METHOD, Asked, path
from layouts.prose import contents, prose

SECTIONS = ("what", "who", "how", "words", "independence", "privacy", "reuse", "contact")
READ_ON = (METHOD, DATA, ACCESSIBILITY)


def document(asked: Asked) -> Document:
    language = asked.language
    title = text(language, "about_title")
    return Document(title, about(language), text(language, "about_lead"))


def about(language: str) -> html.Main:
    titles = [(id_, text(language, f"about_{id_}")) for id_ in SECTIONS]
    links = [
        html.Li(html.A(text(language, f"page_{page}"), href=path(page, language)))
        for page in READ_ON
    ]
    return html.Main(
        [
            html.H1(text(language, "about_title")),
            html.P(text(language, "about_lead"), className="lead"),
            contents(titles, language),
            *prose(SECTIONS, lambda id_: (text(language, f"about_{id_}"), _body(id_, language))),
            html.Section([html.H2(text(language, "about_more")), html.Ul(links)], id="more"),
        ],
        id="main",
        className="document prose",
    )


def _body(id_: str, language: str) -> str:
    return text(language, f"about_{id_}_text")
