"""Pages whose address names an edition: they show that one and no other."""

import logging
from collections.abc import Callable
from urllib.parse import parse_qsl, urlencode

from flask import Response, request

from callbacks.wanted import edition_named
from data.edition import Edition, newest_edition, of_edition
from layouts import no_edition
from layouts.document import Document, written
from layouts.paths import MAP, Asked
from layouts.sharing_paths import EDITION
from sending.kept import Answer
from sending.origin import origin
from sending.problems import Problem
from sending.sent import sent

HTML = "text/html; charset=utf-8"
TOLD: set[str] = set()
log = logging.getLogger(__name__)


def pinned(language: str, show: Callable[[str], Response]) -> Response:
    """What `show` makes of the rest of the question, in the edition that the address names."""
    query, named = apart(request.query_string.decode(errors="replace"))
    if named is None or named == newest_edition().id:
        return show(query)
    try:
        edition = edition_named(named, language)
    except Problem as problem:
        return said(no_edition.gone(language, problem.detail), language, problem.status)
    with of_edition(edition):
        return shown(language, edition, query, show)


def shown(language: str, edition: Edition, query: str, show: Callable[[str], Response]) -> Response:
    """The page; what an older edition lacks may be anything that a page takes for granted."""
    try:
        return show(query)
    except Exception:
        # Once for each edition, so that strangers cannot fill the log with it.
        if edition.id not in TOLD:
            TOLD.add(edition.id)
            log.exception("A page of the edition %s cannot be made.", edition.id)
    address = request.path + (f"?{query}" if query else "")
    with of_edition(newest_edition()):
        page = no_edition.lacking(language, edition.id, newest_edition().id, address)
        return said(page, language, 410)


def apart(query: str) -> tuple[str, str | None]:
    """A question without the edition that it names, and that edition."""
    if EDITION not in query:
        return query, None
    pairs = parse_qsl(query, keep_blank_values=True)
    named = [value for key, value in pairs if key == EDITION]
    rest = urlencode([pair for pair in pairs if pair[0] != EDITION], safe=",:")
    return rest, named[-1] if named else None


def said(document: Document, language: str, status: int) -> Response:
    page = written(document, Asked(MAP, language), origin())
    answer = sent(Answer(page.encode(), HTML), status=status)
    answer.headers["Cache-Control"] = "no-store"
    return answer
