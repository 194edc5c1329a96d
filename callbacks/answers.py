"""Answers to the callbacks as the bytes that are sent, made once per edition and view."""

from collections.abc import Callable, Iterable
from time import sleep
from typing import Any

from dash import Dash
from flask import Flask, Response, request

from callbacks.door import CALLBACK_PATH
from data.edition import current_edition
from layouts import ids
from layouts.paths import language_of
from layouts.view import read
from sending.counts import WARMING
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


def warm(server: Flask, addresses: Iterable[str], pause: float = 0) -> None:
    """Asks for addresses before a visitor does, so that all they need is loaded and kept.

    No header can be named as this mark is, so no visitor can go unseen by it.
    """
    client = server.test_client()
    client.environ_base[WARMING] = "yes"
    for address in addresses:
        client.get(address).close()
        sleep(pause)


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
