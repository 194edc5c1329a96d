"""Answers to the callbacks as the bytes that are sent, made once per edition and view."""

from collections.abc import Callable
from typing import Any

from dash import Dash
from flask import Response, request

from callbacks.door import CALLBACK_PATH
from data.edition import current_edition
from layouts import ids
from layouts.paths import language_of
from layouts.view import read
from sending.kept import Answer, Kept
from sending.sent import sent

MOST_BYTES = 8_000_000
KEPT = Kept(MOST_BYTES)


def register(app: Dash) -> None:
    """Puts what is kept before Dash's own answering; the door has checked the question by then."""
    make: Callable[[], Response] = app.server.view_functions[CALLBACK_PATH]

    def answer() -> Response:
        asked = question(request.get_json())
        if asked is None:
            return make()
        return sent(KEPT.answer((current_edition().id, *asked), lambda: bytes_of(make())))

    app.server.view_functions[CALLBACK_PATH] = answer


def question(body: dict[str, Any]) -> tuple[str, str] | None:
    """What a callback is asked, said in the one way of its kind; None where it is not kept.

    The key is made of what was read and checked. A question with mistakes is answered with notices
    that quote them, so its answer is nobody else's.
    """
    if len(body["inputs"]) != 1 or body.get("state"):
        return None
    [asked] = body["inputs"]
    if asked["id"] == ids.URL:
        return body["output"], language_of(asked["value"])
    view, notices = read(asked["value"])
    return None if notices else (body["output"], view.address())


def bytes_of(response: Response) -> Answer:
    return Answer(response.get_data(), str(response.content_type))
