"""The view that an address of a picture, a file or an embedded page asks for, or what is wrong with it."""

from dataclasses import dataclass

from flask import request

from data.edition import NAME, Edition, current_edition
from layouts.language import text
from layouts.sharing_paths import ASKED
from layouts.view import View, quoted, read
from sending.problems import Problem


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
    for notice in notices:
        raise _problem(language, f"asked_{notice.key}", notice.asked, notice.shown)
    edition = request.args.get("edition")
    return Wanted(view, _edition(edition, language), bool(edition))


def _edition(asked: str | None, language: str) -> Edition:
    current = current_edition()
    if asked is None or asked == current.id:
        return current
    if NAME.fullmatch(asked):
        raise _problem(language, "asked_edition_gone", asked, current.id, 410)
    raise _problem(language, "asked_edition", quoted(asked), current.id)


def _problem(language: str, key: str, asked: str, shown: str, status: int = 400) -> Problem:
    said = text(language, key, asked=asked, shown=shown)
    return Problem(text(language, "asked_wrongly"), said, status)
