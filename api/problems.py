"""What is said when something is asked wrongly: problem details as in RFC 9457."""

import difflib
import json
from collections.abc import Iterable
from typing import Any

from flask import Response

MEDIA_TYPE = "application/problem+json"
PAGE = "/api/v1/#problem-"
TITLES = {
    "unknown": "There is no such thing",
    "malformed": "This cannot be read",
    "missing": "A parameter is missing",
    "unknown-parameter": "There is no such parameter",
    "combination": "These do not go together",
    "too-large": "This is more than one answer can hold",
    "not-found": "There is nothing at this address",
    "method": "Only reading is possible",
    "too-many": "This was asked too often",
    "failed": "The answer could not be made",
}
LONGEST_SHOWN = 80
SEVERAL = 12


class Problem(Exception):
    """Something was asked that cannot be answered; `detail` says what to ask instead."""

    def __init__(self, kind: str, detail: str, status: int = 400, **more: Any) -> None:
        super().__init__(detail)
        self.kind = kind
        self.detail = detail
        self.status = status
        self.more = more

    def response(self, instance: str) -> Response:
        told = {
            "type": PAGE + self.kind,
            "title": TITLES[self.kind],
            "status": self.status,
            "detail": self.detail,
            "instance": instance,
            **{name: value for name, value in self.more.items() if value not in (None, [], ())},
        }
        answer = Response(
            json.dumps(told, ensure_ascii=False), self.status, content_type=MEDIA_TYPE
        )
        answer.headers["Cache-Control"] = "no-store"
        return answer


def unknown(parameter: str, value: str, there_are: Iterable[str], status: int = 400) -> Problem:
    """A name that does not exist, with those most like it."""
    names = list(there_are)
    near = alike(value[:LONGEST_SHOWN].casefold(), names)
    return Problem(
        "unknown",
        f"{parameter!r} has no {shown(value)}. {remedy(near, names)}",
        status,
        parameter=parameter,
        value=value[:LONGEST_SHOWN],
        near=near,
        allowed=names if len(names) <= SEVERAL else [],
    )


def alike(value: str, names: list[str]) -> list[str]:
    """Names that begin so, then those spelt much the same."""
    begin = [name for name in names if value and name.startswith(value)]
    close = difflib.get_close_matches(value, names, n=3, cutoff=0.5)
    return list(dict.fromkeys([*begin, *close]))[:3]


def remedy(near: list[str], names: list[str]) -> str:
    if near:
        return f"Did you mean {' or '.join(near)}?"
    if 0 < len(names) <= SEVERAL:
        return f"Use one of: {', '.join(names)}."
    return "The lists of the api name those there are: /api/v1/indicators, /api/v1/areas."


def malformed(parameter: str, value: str, detail: str) -> Problem:
    return Problem("malformed", detail, parameter=parameter, value=value[:LONGEST_SHOWN])


def shown(value: str) -> str:
    """A value as a sentence can hold it: short, in one line."""
    cut = value if len(value) <= LONGEST_SHOWN else value[:LONGEST_SHOWN] + "…"
    return repr(cut)
