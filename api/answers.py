"""Sending an answer: what it is, which edition, for how long, and whether it changed."""

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from flask import Response, request

from api.places import known_edition
from data.edition import Edition
from layouts.open_data import ROOT
from sending.kept import KEPT, Answer
from sending.sent import sent as sending

EXPOSED = "ETag, Link, X-Edition, Content-Disposition"


def answered(
    asked: Mapping[str, Any], make: Callable[[Edition], Answer], lasts: bool = True
) -> Response:
    """The answer to checked parameters, kept from before or made now, from one edition.

    It lasts where it holds nothing but the edition: names and boundaries are no part of one.
    """
    edition = known_edition(asked.get("edition"))
    told = sorted((name, str(value)) for name, value in asked.items() if name != "edition")
    answer = KEPT.answer((edition.id, request.path, *told), partial(make, edition))
    return sent(answer, edition, forever=lasts and bool(asked.get("edition")))


def sent(answer: Answer, edition: Edition, forever: bool = False) -> Response:
    """An answer of the api, which names its edition and the description of all answers."""
    response = sending(answer, forever)
    response.headers["X-Edition"] = edition.id
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
