"""Sends maps and charts as pictures, each made once per edition."""

from dash import Dash
from flask import Response

from callbacks.taking import KINDS
from callbacks.taking.addresses import in_each_form
from callbacks.wanted import Wanted, answer
from layouts.language import text
from layouts.sharing_paths import PICTURE
from sending.kept import Answer, Kept
from sending.pictures import picture
from sending.problems import Problem

MOST_BYTES = 24_000_000
KEPT = Kept(MOST_BYTES)


def register(app: Dash) -> None:
    in_each_form(app, PICTURE, show)


def show(language: str, of: str, form: str) -> Response:
    def made(wanted: Wanted) -> Answer:
        kind = KINDS[of]
        assert kind.picture is not None
        drawn = kind.picture(wanted.asked)
        if drawn is None:
            raise Problem(text(language, "asked_wrongly"), text(language, "asked_no_picture"), 404)
        return picture(drawn, form)

    return answer(language, KINDS[of], (of, form), KEPT, made)
