"""All that a view of the map needs in one answer, by an address whose answer never changes."""

import json
from collections.abc import Callable
from typing import Any

from dash import Dash
from flask import Response, request

from callbacks.answers import KEPT
from callbacks.door import CALLBACK_PATH, outputs
from data.catalogue import indicators
from data.edition import current_edition
from layouts import ids
from layouts.drawn import drawn_levels
from layouts.language import languages
from layouts.made_by import CODE, views
from layouts.view import View, read
from sending.alike import new_in
from sending.kept import Answer
from sending.sent import sent
from sending.steps import steps

VIEWS = f"/views/<edition>/<made_by>/<any({','.join(languages())}):language>/"
# The same as what is new beside the view that the site opens with; and with the values to draw.
NEW = f"{VIEWS}new"
WITH_VALUES = f"{NEW}/values"


def register(app: Dash) -> None:
    make: Callable[[], Response] = app.server.view_functions[CALLBACK_PATH]

    def kept(form: str, view: View, made: Callable[[], Answer]) -> Answer:
        return KEPT.answer((current_edition().id, form, view.address()), made)

    def whole(view: View) -> Answer:
        return kept(VIEWS, view, lambda: joined(app, make, view.address()))

    def new(view: View) -> Answer:
        return kept(NEW, view, lambda: beside_opening(view))

    def with_values(view: View) -> Answer:
        return kept(WITH_VALUES, view, lambda: beside_opening(view, b"\n" + values(view)))

    def beside_opening(view: View, *more: bytes) -> Answer:
        opening, _ = read(f"/{view.language}/")
        new = new_in((whole(view).body, *more), whole(opening).body)
        return Answer(new, "application/octet-stream")

    def shown_as(form: Callable[[View], Answer]) -> Callable[..., Response]:
        def show(edition: str, made_by: str, language: str) -> Response:
            address = f"/{language}/?{request.query_string.decode('ascii', 'replace')}"
            view, notices = read(address)
            if notices:
                return sent(joined(app, make, address))
            if (edition, made_by) != (current_edition().id, CODE):
                # Whoever reads another edition has another opening.
                return sent(whole(view))
            return sent(form(view), forever=True)

        return show

    for address, form in ((VIEWS, whole), (NEW, new), (WITH_VALUES, with_values)):
        app.server.add_url_rule(address, f"view_{form.__name__}", shown_as(form))


def joined(app: Dash, make: Callable[[], Response], address: str) -> Answer:
    """What the callbacks answer to a view, by output: one question instead of one each."""
    parts = []
    for output, declared in app.callback_map.items():
        if "callback" in declared and _are_of_view(declared["inputs"]):
            body = _body(output, declared["inputs"], address)
            with app.server.test_request_context(CALLBACK_PATH, method="POST", json=body):
                parts.append(f"{json.dumps(output)}:{make().get_data(as_text=True)}")
    return Answer(f"{{{','.join(parts)}}}".encode(), "application/json")


def values(view: View) -> bytes:
    """The published values that the view's map draws, as steps; nothing where they are gone.

    The browser writes the file anew and weighs it by its checksum; it asks for the file by its own
    address where none came or another.
    """
    edition = current_edition()
    coverage = edition.coverage(view.indicator, view.level)
    try:
        file = json.loads((edition.folder / coverage.file).read_bytes()) if coverage else {}
        shorter = file | {"values": steps(file["values"])}
    except (OSError, ValueError, LookupError, TypeError):
        return b""
    return json.dumps(shorter, ensure_ascii=False, separators=(",", ":")).encode()


def first_views() -> list[str]:
    """Where every indicator's map of Sweden is asked for, in every language."""
    return [
        f"{views(current_edition().id)}/{language}/new/values?indicator={indicator.id}"
        for language in languages()
        for indicator in indicators().values()
        if drawn_levels(indicator)
    ]


def _are_of_view(inputs: list[dict[str, str]]) -> bool:
    return [one["id"] for one in inputs] == [ids.ASKED]


def _body(output: str, inputs: list[dict[str, str]], address: str) -> dict[str, Any]:
    return {
        "output": output,
        "outputs": outputs(output),
        "inputs": [{**one, "value": address} for one in inputs],
    }
