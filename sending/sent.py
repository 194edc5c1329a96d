"""Sending an answer: what it is, which edition, for how long, and whether it changed."""

from flask import Response, request

from data.edition import current_edition
from sending.kept import Answer

FOREVER = "public, max-age=31536000, immutable"
SHORT = "public, max-age=300"
REVALIDATED = "no-cache"


def sent(answer: Answer, forever: bool = False, status: int = 200, lasts: str = SHORT) -> Response:
    encoding = chosen_encoding(answer)
    body = answer.encoded(encoding) if encoding else answer.body
    response = Response(body, status, content_type=answer.media)
    response.set_etag(answer.hash + (f"-{encoding}" if encoding else ""))
    headers = response.headers
    headers["Cache-Control"] = FOREVER if forever else lasts
    headers["X-Edition"] = current_edition().id
    for link in answer.links:
        headers.add("Link", link)
    if answer.can_be_compressed:
        headers["Vary"] = "Accept-Encoding"
    if encoding:
        headers["Content-Encoding"] = encoding
    if answer.filename:
        headers["Content-Disposition"] = f'attachment; filename="{answer.filename}"'
    if status == 200:
        response.make_conditional(request, accept_ranges=True, complete_length=len(body))
    return response


def chosen_encoding(answer: Answer) -> str | None:
    """Brotli or gzip where the reader takes it; a part of a file is cut from the plain bytes."""
    if not answer.can_be_compressed or "Range" in request.headers:
        return None
    accepted = request.accept_encodings
    return next((name for name in ("br", "gzip") if accepted[name] > 0), None)
