"""The view that an address of a picture, a file or an embedded page asks for, or what is wrong with it."""

from dataclasses import dataclass

from flask import Response, request

from data.edition import (
    NAME,
    PUBLISHED_FOLDER,
    Edition,
    EditionError,
    current_edition,
    named_edition,
)
from layouts.language import text
from layouts.notice import quoted
from layouts.sharing_paths import ASKED
from layouts.view import OTHER_EDITION, View, read
from sending.kept import Answer
from sending.problems import Problem
from sending.sent import sent


@dataclass(frozen=True)
class Wanted:
    """`pinned` where the address names the edition, so that what it shows never changes."""

    view: View
    edition: Edition
    pinned: bool


def wanted(language: str) -> Wanted:
    """What the request asks for, checked; raises Problem with a sentence where it asks wrongly."""
    for name in request.args:
        if name not in ASKED or len(request.args.getlist(name)) > 1:
            raise _problem(language, "asked_parameter", quoted(name), ", ".join(ASKED))
    query = request.query_string.decode("utf-8", "replace")
    view, notices = read(f"/{language}/?{query}")
    for notice in (one for one in notices if one.key != OTHER_EDITION):
        raise _problem(language, f"asked_{notice.key}", notice.asked, notice.shown)
    edition = request.args.get("edition")
    return Wanted(view, _edition(view, edition), bool(edition))


def _edition(view: View, asked: str | None) -> Edition:
    """The edition named, where it is kept and holds what the view shows."""
    language, current = view.language, current_edition()
    if asked is None:
        return current
    try:
        edition = named_edition(asked, PUBLISHED_FOLDER)
    except EditionError:
        if NAME.fullmatch(asked):
            raise _problem(language, "asked_edition_gone", asked, current.id, 410) from None
        raise _problem(language, "asked_edition", quoted(asked), current.id) from None
    coverage = edition.coverage(view.indicator, view.level)
    if coverage is None or view.year not in coverage.years or not _holds(edition, view):
        raise _problem(language, "asked_edition_lacks", asked, current.id)
    return edition


def _holds(edition: Edition, view: View) -> bool:
    """Whether an edition has the year that a change is counted from, and the map beside."""
    shown = view.showing
    if shown.beside is not None:
        other = edition.coverage(shown.beside, view.level)
        return other is not None and shown.beside_year in other.years
    own = edition.coverage(view.indicator, view.level)
    return shown.since is None or (own is not None and shown.since in own.years)


def _problem(language: str, key: str, asked: str, shown: str, status: int = 400) -> Problem:
    said = text(language, key, asked=asked, shown=shown)
    return Problem(text(language, "asked_wrongly"), said, status)


def answered(asked: Wanted, answer: Answer) -> Response:
    """An answer that lasts for ever where its address names the edition."""
    response = sent(answer, forever=asked.pinned)
    response.headers["X-Edition"] = asked.edition.id
    return response
