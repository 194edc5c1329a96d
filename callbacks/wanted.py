"""What an address of a picture, a file or an embedded page asks for, or what is wrong with it."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

from flask import Response, request

from callbacks.taking.kind import Kind
from data.edition import (
    NAME,
    PUBLISHED_FOLDER,
    Edition,
    EditionError,
    named_edition,
    newest_edition,
    of_edition,
)
from layouts.language import languages, text
from layouts.notice import Notice, quoted
from layouts.notices import sentence
from layouts.sharing_paths import EDITION
from sending.kept import Answer, Kept
from sending.problems import Problem
from sending.sent import sent


@dataclass(frozen=True)
class Wanted:
    """`pinned` where the address names the edition, so that what it shows never changes."""

    asked: Any
    edition: Edition
    pinned: bool


def answer(
    language: str,
    kind: Kind,
    key: tuple[Hashable, ...],
    kept: Kept,
    make: Callable[[Wanted], Answer],
    fault: Callable[[Problem], Response] = Problem.response,
) -> Response:
    """What is wanted, made once per edition; it lasts for ever where the address names that."""
    try:
        found = wanted(language, kind)
        whole = (found.edition.id, found.pinned, language, *key, found.asked.query)
        with of_edition(found.edition):
            return sent(kept.answer(whole, lambda: make(found)), forever=found.pinned)
    except Problem as problem:
        return fault(problem)


def wanted(language: str, kind: Kind) -> Wanted:
    """What the request asks for, checked; raises Problem with a sentence where it asks wrongly."""
    possible = (*kind.asked, EDITION)
    for name in request.args:
        if name not in possible or len(request.args.getlist(name)) > 1:
            raise _problem(language, "asked_parameter", quoted(name), ", ".join(possible))
    named = request.args.get(EDITION)
    edition = edition_named(named, language) if named is not None else newest_edition()
    given = {key: value for key, value in request.args.items() if value and key != EDITION}
    return Wanted(_read(kind, given, language, edition), edition, named is not None)


def _read(kind: Kind, given: dict[str, str], language: str, edition: Edition) -> Any:
    """What is asked of an edition. One that lacks what the newest has is told to lack it."""
    with of_edition(edition):
        asked, missed = kind.read(given, language)
    if not missed:
        return asked
    newest = newest_edition()
    if edition is not newest and not kind.read(given, language)[1]:
        raise _problem(language, "asked_edition_lacks", edition.id, newest.id)
    raise Problem(text(language, "asked_wrongly"), _sentence(missed[0], language))


def edition_named(asked: str, language: str) -> Edition:
    """The edition of a name; raises Problem where it is not kept."""
    current = newest_edition().id
    try:
        return named_edition(asked, PUBLISHED_FOLDER)
    except EditionError:
        if NAME.fullmatch(asked):
            raise _problem(language, "asked_edition_gone", asked, current, 410) from None
        raise _problem(language, "asked_edition", quoted(asked), current) from None


def _sentence(notice: Notice, language: str) -> str:
    """What is wrong. Where pages put it right and say so, a file has words of its own."""
    key = f"asked_{notice.key}"
    if key in languages()[language]:
        return text(language, key, asked=notice.asked, shown=notice.shown)
    return f"{sentence(notice, language)} {text(language, 'asked_otherwise')}"


def _problem(language: str, key: str, asked: str, shown: str, status: int = 400) -> Problem:
    said = text(language, key, asked=asked, shown=shown)
    return Problem(text(language, "asked_wrongly"), said, status)
