"""Answers to the callbacks as the bytes that are sent, made once per edition and view."""

import json
from collections.abc import Callable, Iterable
from time import sleep
from typing import Any

from dash import Dash
from flask import Flask, Response, request

from callbacks.door import CALLBACK_PATH, outputs
from data.catalogue import indicators
from data.edition import current_edition
from layouts import ids
from layouts.drawn import drawn_levels
from layouts.language import languages
from layouts.made_by import CODE, views
from layouts.paths import language_of
from layouts.view import read
from sending.counts import WARMING
from sending.kept import Answer, Kept
from sending.sent import sent

VIEWS = f"/views/<edition>/<made_by>/<any({','.join(languages())}):language>/"
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

    def show(edition: str, made_by: str, language: str) -> Response:
        address = f"/{language}/?{request.query_string.decode('ascii', 'replace')}"
        view, notices = read(address)
        if notices:
            return sent(whole(app, make, address))
        now = current_edition().id
        key = (now, VIEWS, view.address())
        return sent(
            KEPT.answer(key, lambda: whole(app, make, address)),
            forever=(edition, made_by) == (now, CODE),
        )

    app.server.view_functions[CALLBACK_PATH] = answer
    app.server.add_url_rule(VIEWS, "view", show)


def whole(app: Dash, make: Callable[[], Response], address: str) -> Answer:
    """All that the callbacks answer to a view, by output: one question instead of one each.

    By an address that never changes its content, so that browsers and proxies can keep it.
    """
    parts = []
    for output, declared in app.callback_map.items():
        if "callback" in declared and _are_of_view(declared["inputs"]):
            body = _body(output, declared["inputs"], address)
            with app.server.test_request_context(CALLBACK_PATH, method="POST", json=body):
                parts.append(f"{json.dumps(output)}:{make().get_data(as_text=True)}")
    return Answer(f"{{{','.join(parts)}}}".encode(), "application/json")


def warm(server: Flask, addresses: Iterable[str], pause: float = 0) -> None:
    """Asks for addresses before a visitor does, so that all they need is loaded and kept.

    No header can be named as this mark is, so no visitor can go unseen by it.
    """
    client = server.test_client()
    client.environ_base[WARMING] = "yes"
    for address in addresses:
        client.get(address).close()
        sleep(pause)


def first_views() -> list[str]:
    """Where every indicator's map of Sweden is asked for, in every language."""
    return [
        f"{views(current_edition().id)}/{language}/?indicator={indicator.id}"
        for language in languages()
        for indicator in indicators().values()
        if drawn_levels(indicator)
    ]


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


def _are_of_view(inputs: list[dict[str, str]]) -> bool:
    return [one["id"] for one in inputs] == [ids.ASKED]


def _body(output: str, inputs: list[dict[str, str]], address: str) -> dict[str, Any]:
    return {
        "output": output,
        "outputs": outputs(output),
        "inputs": [{**one, "value": address} for one in inputs],
    }
