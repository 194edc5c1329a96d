"""Sends maps, charts and tables as pages for frames on other sites."""

from dash import Dash
from flask import Response

from callbacks.taking import KINDS
from callbacks.wanted import Wanted, answer
from layouts import embedded
from layouts.language import languages
from layouts.sharing_paths import EMBED, SUBJECTS, folder
from sending.kept import Answer, Kept
from sending.problems import Problem
from sending.sent import sent

MOST_BYTES = 8_000_000
KEPT = Kept(MOST_BYTES)
HTML = "text/html; charset=utf-8"


def register(app: Dash) -> None:
    for language in languages():
        for of in KINDS:
            app.server.add_url_rule(
                folder(EMBED, language) + SUBJECTS[of][language],
                f"embed-{of}-{language}",
                show,
                defaults={"language": language, "of": of},
            )


def show(language: str, of: str) -> Response:
    def made(wanted: Wanted) -> Answer:
        kind, asked = KINDS[of], wanted.asked
        page = embedded.embedded(kind.frame(asked), kind.tell(asked), wanted.edition, wanted.pinned)
        return Answer(page.encode(), HTML)

    def fault(problem: Problem) -> Response:
        said = embedded.fault(language, problem.title, problem.detail)
        return sent(Answer(said.encode(), HTML), status=problem.status)

    return answer(language, KINDS[of], (of,), KEPT, made, fault)
