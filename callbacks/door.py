"""The door: what is posted to the callbacks is checked before any of our code sees it."""

from typing import Any

from dash import Dash
from dash.exceptions import DependencyException
from flask import Response, jsonify, request
from werkzeug.exceptions import HTTPException

CALLBACK_PATH = "/_dash-update-component"
LONGEST_VALUE = 2_000
# What the page's own code sends, and no more; the last part is read by no server.
PARTS = {"output", "outputs", "inputs", "state", "changedPropIds", "parsedChangedPropsIds"}
OF_INPUT = {"id", "property", "value"}


def guard(app: Dash) -> None:
    """Refuse what no page of ours sends."""

    def refuse() -> tuple[Response, int] | None:
        if request.path != CALLBACK_PATH:
            return None
        fault = fault_of(app, posted())
        return (jsonify(error=fault), 400) if fault else None

    app.server.before_request(refuse)
    app.server.register_error_handler(DependencyException, no_such_script)


def no_such_script(fault: Exception) -> tuple[str, int]:
    """Dash takes a script that it does not have for a fault of its own."""
    return "There is no such script.", 404


def posted() -> Any:
    """The body as JSON, None where it is none: also one nested without end, or in chunks that are none."""
    try:
        return request.get_json(silent=True)
    except HTTPException:
        raise
    except Exception:  # noqa: BLE001 - each server has its own faults of reading
        return None


def fault_of(app: Dash, body: Any) -> str | None:
    """What is wrong with a callback's body, or None where it asks for one of our callbacks."""
    if not isinstance(body, dict) or not set(body) <= PARTS:
        return "The body is not a JSON object with the parts of a callback's question."
    asked = body.get("output")
    declared = app.callback_map.get(asked) if isinstance(asked, str) else None
    if declared is None or "callback" not in declared:
        return "There is no callback with this output."
    if body.get("outputs") != outputs(str(asked)):
        return "The outputs are not those of the callback."
    if not _match(body.get("inputs"), declared["inputs"]):
        return "The inputs are not those of the callback, each a text or nothing."
    if not _match(body.get("state", []), declared["state"]):
        return "The state is not that of the callback."
    if not _have_changed(body.get("changedPropIds", []), declared["inputs"]):
        return "The changed inputs are not those of the callback."
    return None


def outputs(written: str) -> list[dict[str, str]] | dict[str, str]:
    """The outputs of a callback as the page sends them: several in a list, or one."""
    parts = [part.rsplit(".", 1) for part in written.strip(".").split("...")]
    several = [{"id": id_, "property": name} for id_, name in parts]
    return several if written.startswith("..") else several[0]


def _match(given: Any, declared: list[dict[str, str]]) -> bool:
    if not isinstance(given, list) or len(given) != len(declared):
        return False
    return all(
        isinstance(one, dict)
        and set(one) <= OF_INPUT
        and one.get("id") == wanted["id"]
        and one.get("property") == wanted["property"]
        and _is_short_text(one.get("value"))
        for one, wanted in zip(given, declared, strict=True)
    )


def _is_short_text(value: Any) -> bool:
    return value is None or (isinstance(value, str) and len(value) <= LONGEST_VALUE)


def _have_changed(given: Any, declared: list[dict[str, str]]) -> bool:
    """Whether a list names some of the inputs, as many as there are at most."""
    known = [f"{one['id']}.{one['property']}" for one in declared]
    return (
        isinstance(given, list) and len(given) <= len(known) and all(one in known for one in given)
    )
