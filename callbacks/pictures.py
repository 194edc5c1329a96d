"""Sends maps and charts as pictures, each made once per edition."""

from dash import Dash
from flask import Response

from callbacks.taking import KINDS
from callbacks.wanted import Wanted, answer
from layouts.language import languages, text
from layouts.sharing_paths import FORMS, PICTURE, SUBJECTS, folder
from sending.kept import Answer, Kept
from sending.pictures import picture
from sending.problems import Problem

MOST_BYTES = 24_000_000
KEPT = Kept(MOST_BYTES)
FORM = f"<any({','.join(FORMS[PICTURE])}):form>"


def register(app: Dash) -> None:
    for language in languages():
        for of, kind in KINDS.items():
            if kind.picture is not None:
                app.server.add_url_rule(
                    f"{folder(PICTURE, language)}{SUBJECTS[of][language]}.{FORM}",
                    f"picture-{of}-{language}",
                    show,
                    defaults={"language": language, "of": of},
                )


def show(language: str, of: str, form: str) -> Response:
    def made(wanted: Wanted) -> Answer:
        kind = KINDS[of]
        assert kind.picture is not None
        drawn = kind.picture(wanted.asked)
        if drawn is None:
            raise Problem(text(language, "asked_wrongly"), text(language, "asked_no_picture"), 404)
        return picture(drawn, form)

    return answer(language, KINDS[of], (of, form), KEPT, made)
