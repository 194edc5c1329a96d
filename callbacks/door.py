"""The door: what is posted to the callbacks is checked before any of our code sees it."""

from typing import Any

from dash import Dash
from dash.exceptions import DependencyException
from flask import Response, jsonify, request

CALLBACK_PATH = "/_dash-update-component"
LONGEST_VALUE = 2_000


def guard(app: Dash) -> None:
    """Refuse what no page of ours sends."""

    def refuse() -> tuple[Response, int] | None:
        if request.path != CALLBACK_PATH:
            return None
        fault = fault_of(app, request.get_json(silent=True))
        return (jsonify(error=fault), 400) if fault else None

    app.server.before_request(refuse)
    app.server.register_error_handler(DependencyException, no_such_script)


def no_such_script(fault: Exception) -> tuple[str, int]:
    """Dash takes a script that it does not have for a fault of its own."""
    return "There is no such script.", 404


def fault_of(app: Dash, body: Any) -> str | None:
    """What is wrong with a callback's body, or None where it asks for one of our callbacks."""
    if not isinstance(body, dict):
        return "The body is not a JSON object."
    asked = body.get("output")
    declared = app.callback_map.get(asked) if isinstance(asked, str) else None
    if declared is None or "callback" not in declared:
        return "There is no callback with this output."
    if not _are_ids(body.get("outputs"), asked):
        return "The outputs are not those of the callback."
    if not _match(body.get("inputs"), declared["inputs"]):
        return "The inputs are not those of the callback, each a text or nothing."
    if not _match(body.get("state", []), declared["state"]):
        return "The state is not that of the callback."
    changed = body.get("changedPropIds", [])
    known = {f"{one['id']}.{one['property']}" for one in declared["inputs"]}
    if not isinstance(changed, list) or not all(one in known for one in map(str, changed)):
        return "The changed inputs are not those of the callback."
    return None


def _match(given: Any, declared: list[dict[str, str]]) -> bool:
    if not isinstance(given, list) or len(given) != len(declared):
        return False
    return all(
        isinstance(one, dict)
        and one.get("id") == wanted["id"]
        and one.get("property") == wanted["property"]
        and _is_short_text(one.get("value"))
        for one, wanted in zip(given, declared, strict=True)
    )


def _is_short_text(value: Any) -> bool:
    return value is None or (isinstance(value, str) and len(value) <= LONGEST_VALUE)


def _are_ids(given: Any, output: Any) -> bool:
    """The outputs as the page's own code writes them, one or several, are those of `output`."""
    several = given if isinstance(given, list) else [given]
    if not several or not all(isinstance(one, dict) for one in several):
        return False
    written = [f"{one.get('id')}.{one.get('property')}" for one in several]
    return output in {written[0], f"..{'...'.join(written)}.."}
