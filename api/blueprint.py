"""Blueprints whose parameters are declared, checked and documented in one place."""

import re
from collections.abc import Callable
from typing import Any, NoReturn, TypeVar

from flask import Response, request
from flask_smorest import Api as SmorestApi
from flask_smorest import Blueprint as SmorestBlueprint
from marshmallow import RAISE, Schema, ValidationError, fields
from webargs.flaskparser import FlaskParser
from werkzeug.exceptions import HTTPException, InternalServerError

from api import schemas
from api.documents import ProblemDetails
from api.problems import LONGEST_SHOWN, Problem, alike, malformed, shown, unknown
from sending.problems import MEDIA_TYPE

View = TypeVar("View", bound=Callable[..., Response])

HTTP_PROBLEMS = {404: ("not-found", "address"), 405: ("method", "reading")}


class Parameters(FlaskParser):
    """Parameters of an address. What is not declared, or given twice, is a problem."""

    DEFAULT_VALIDATION_STATUS = 400

    def __init__(self) -> None:
        super().__init__(unknown=RAISE)

    def load_querystring(self, req: Any, schema: Schema) -> Any:
        for name, values in req.args.lists():
            if len(values) > 1:
                raise malformed(name, ",".join(values), "twice")
        return super().load_querystring(req, schema)

    def handle_error(self, error: ValidationError, req: Any, schema: Schema, **_: Any) -> NoReturn:
        name = first_fault(error)
        value = req.args.get(name, "")
        if name not in schema.fields:
            raise unknown_parameter(name, schema)
        if name not in req.args:
            raise Problem("missing", "parameter", parameter=name)
        field = schema.fields[name]
        allowed = next((list(v.choices) for v in field.validators if hasattr(v, "choices")), [])
        if allowed:
            raise unknown(name, value, allowed)
        raise malformed(name, value, *bounds(field))


def first_fault(error: ValidationError) -> str:
    """The first parameter with a fault."""
    faults: Any = error.messages
    return str(next(iter(next(iter(faults.values())))))


def bounds(field: Any) -> tuple[str, dict[str, int]]:
    """What a number or a text may be, as the sentence that says so and its words."""
    bound: Any = field.validators[0]
    sentence = "number" if isinstance(field, fields.Integer) else "length"
    return sentence, {"least": bound.min, "most": bound.max}


def unknown_parameter(name: str, schema: Schema) -> Problem:
    names = list(schema.fields)
    return Problem(
        "unknown-parameter",
        "parameter",
        {"value": shown(name), "names": names},
        parameter=name[:LONGEST_SHOWN],
        near=alike(name[:LONGEST_SHOWN].casefold(), names),
        allowed=names,
    )


class Blueprint(SmorestBlueprint):  # type: ignore[misc]
    ARGUMENTS_PARSER = Parameters()

    def reads(
        self,
        address: str,
        summary: str,
        swedish: str,
        asked: type[Schema] | None = None,
        answers: type[Schema] | None = None,
        media: tuple[str, ...] = (),
    ) -> Callable[[View], View]:
        """Connect a view to an address, with its parameters, its answers and its problems."""

        def connect(view: View) -> View:
            documented = {**({200: files(media)} if media else {}), **problems()}
            reading = self.doc(summary=summary, responses=documented, **{"x-summary-sv": swedish})(
                view
            )
            reading = self.response(200, answers, description=summary)(reading)
            if asked:
                reading = self.arguments(asked, location="query")(reading)
            self.route(address, parameters=parts_of(address))(reading)
            return view

        return connect


def parts_of(address: str) -> list[dict[str, Any]]:
    """The parts of a path that are filled in, as openapi.json tells them."""
    named = re.findall(r"<(\w+)>", address)
    return [{"in": "path", "name": name, "required": True} | schemas.PATH[name] for name in named]


def files(media: tuple[str, ...]) -> dict[str, Any]:
    """Answers that are files, some of them JSON."""
    kinds = {each: "object" if each.endswith("json") else "string" for each in media}
    return {"content": {each: {"schema": {"type": kind}} for each, kind in kinds.items()}}


def problems() -> dict[int, Any]:
    """What is said when something is asked wrongly."""
    content = {MEDIA_TYPE: {"schema": ProblemDetails}}
    return {
        304: {"description": "What the reader has is still true"},
        400: {"description": "Asked wrongly; says what and how to ask", "content": content},
        404: {"description": "There is no such thing", "content": content},
        429: {"description": "Asked too often; Retry-After says when to go on", "content": content},
    }


class Api(SmorestApi):  # type: ignore[misc]
    """The documented api, whose errors are problem details; those of the page are left alone."""

    # Every problem is named with its status, so that none hides behind a default.
    DEFAULT_ERROR_RESPONSE_NAME = None

    def _register_error_handlers(self) -> None:
        self._app.register_error_handler(Problem, tell)
        self._app.register_error_handler(HTTPException, tell_http)


def tell(problem: Problem) -> Response:
    return problem.response(request.path)


def tell_http(error: HTTPException) -> Response | HTTPException:
    if not request.path.startswith("/api/"):
        return error
    # A redirect is no error, and says so with a status below 400.
    if (error.code or 500) < 400 or error.response is not None:
        return error
    answer = tell(problem_of(error))
    # Which methods there are (Allow) is told in the head of the error itself.
    answer.headers.extend((name, value) for name, value in error.get_headers() if name == "Allow")
    return answer


def problem_of(error: HTTPException) -> Problem:
    if isinstance(error, InternalServerError) or error.code is None:
        return Problem("failed", "ours", status=500)
    kind, sentence = HTTP_PROBLEMS.get(error.code, ("malformed", "request"))
    return Problem(kind, sentence, {"status": error.code}, error.code)
