"""Sending an answer: what it is, which edition, for how long, and whether it changed."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from flask import Response, request

from api.kept import KEPT, Answer
from data.edition import current_edition

FOREVER = "public, max-age=31536000, immutable"
SHORT = "public, max-age=300"
ROOT = "/api/v1"
EXPOSED = "ETag, Link, X-Edition, Content-Disposition"


def answered(asked: Mapping[str, Any], make: Callable[[], Answer], lasts: bool = True) -> Response:
    """The answer to checked parameters, kept from before or made now.

    It lasts where it holds nothing but the edition: names and boundaries are no part of one.
    """
    key = (request.path, *sorted((k, str(v)) for k, v in asked.items() if k != "edition"))
    return sent(KEPT.answer(key, make), forever=lasts and bool(asked.get("edition")))


def sent(answer: Answer, forever: bool = False) -> Response:
    encoding = chosen_encoding(answer)
    body = answer.encoded(encoding) if encoding else answer.body
    response = Response(body, content_type=answer.media)
    response.set_etag(answer.hash + (f"-{encoding}" if encoding else ""))
    headers = response.headers
    headers["Cache-Control"] = FOREVER if forever else SHORT
    headers["X-Edition"] = current_edition().id
    for link in (f'<{ROOT}/openapi.json>; rel="service-desc"', *answer.links):
        headers.add("Link", link)
    if answer.can_be_compressed:
        headers["Vary"] = "Accept-Encoding"
    if encoding:
        headers["Content-Encoding"] = encoding
    if answer.filename:
        headers["Content-Disposition"] = f'attachment; filename="{answer.filename}"'
    response.make_conditional(request, accept_ranges=True, complete_length=len(body))
    return response


def chosen_encoding(answer: Answer) -> str | None:
    """Brotli or gzip where the reader takes it; a part of a file is cut from the plain bytes."""
    if not answer.can_be_compressed or "Range" in request.headers:
        return None
    accepted = request.accept_encodings
    return next((name for name in ("br", "gzip") if accepted[name] > 0), None)


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
