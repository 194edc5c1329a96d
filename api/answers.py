"""Sending an answer: what it is, which edition, for how long, and whether it changed."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from flask import Response, request

from layouts.open_data import ROOT
from sending.kept import KEPT, Answer
from sending.sent import sent as sending

EXPOSED = "ETag, Link, X-Edition, Content-Disposition"


def answered(asked: Mapping[str, Any], make: Callable[[], Answer], lasts: bool = True) -> Response:
    """The answer to checked parameters, kept from before or made now.

    It lasts where it holds nothing but the edition: names and boundaries are no part of one.
    """
    key = (request.path, *sorted((k, str(v)) for k, v in asked.items() if k != "edition"))
    return sent(KEPT.answer(key, make), forever=lasts and bool(asked.get("edition")))


def sent(answer: Answer, forever: bool = False) -> Response:
    """An answer of the api, which names the description of them all."""
    response = sending(answer, forever)
    response.headers.add("Link", f'<{ROOT}/openapi.json>; rel="service-desc"')
    return response


def written(document: Any, links: tuple[str, ...] = (), media: str = "application/json") -> Answer:
    """A document as JSON."""
    return Answer(json.dumps(document, ensure_ascii=False).encode(), media, links=links)


def open_to_all(response: Response) -> Response:
    """Pages of other sites may read the api; it has no cookies and nothing to protect."""
    if request.path.startswith("/api/"):
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Expose-Headers"] = EXPOSED
        response.headers["X-Content-Type-Options"] = "nosniff"
    return response
