"""Sends the pages that are whole documents, each made once per edition."""

from collections.abc import Callable

from dash import Dash
from flask import Response, redirect, request

from callbacks import compare, downloads, profile, ranking, report, scatter, search, share
from callbacks.pinned import pinned
from data.edition import current_edition
from layouts import about, accessibility, method, missing, paths
from layouts.document import Document, written
from layouts.language import DEFAULT, languages
from layouts.paths import Asked
from layouts.question import Checked, Given, given, is_written_so
from layouts.sharing_paths import EDITION
from sending.kept import Answer, Kept
from sending.origin import origin
from sending.sent import sent

DASH_PAGES = "/<path:path>"
NOT_KEPT = "no-store"
HTML = "text/html; charset=utf-8"
MOST_BYTES = 24_000_000
KEPT = Kept(MOST_BYTES)
MAKERS: dict[str, Callable[[Asked], Document]] = {
    paths.METHOD: method.document,
    **dict.fromkeys(paths.PROFILES.values(), profile.document),
    paths.REPORT: report.document,
    paths.DATA: downloads.document,
    paths.ABOUT: about.document,
    paths.ACCESSIBILITY: accessibility.document,
}
# Pages that have a question: what was given becomes one that is checked.
QUESTIONED: dict[str, Callable[[Asked, Given], Checked]] = {
    paths.COMPARE: compare.checked,
    paths.RANKING: ranking.checked,
    paths.SHARE: share.checked,
    paths.SCATTER: scatter.checked,
    paths.SEARCH: search.checked,
}


def register(app: Dash) -> None:
    codes = ",".join(languages())
    app.server.add_url_rule(f"/<any({codes}):language>/<path:rest>", "document", show)
    app.server.before_request(nothing)


def show(language: str, rest: str) -> Response:
    asked = paths.resolve(request.path)
    if asked is None:
        return not_found(language)
    return pinned(language, lambda query: page(asked, query))


def page(asked: Asked, query: str) -> Response:
    if asked.page in QUESTIONED:
        return answered(asked, query)
    return kept(asked, "", lambda: MAKERS[asked.page](asked))


def answered(asked: Asked, query: str) -> Response:
    """A page that has a question, at the one address of that question.

    A page that names what was asked wrongly is not kept: strangers could ask for ever more.
    """
    checked = QUESTIONED[asked.page](asked, given(query))
    if checked.leads:
        return redirected(checked.leads)
    if checked.missed or not checked.kept:
        answer = sent(made(checked.make(), asked, origin()))
        answer.headers["Cache-Control"] = NOT_KEPT
        return answer
    if query and not is_written_so(query, checked.query):
        return redirected(f"{asked.path}?{checked.query}{named_edition()}")
    return kept(asked, checked.query, checked.make)


def kept(asked: Asked, query: str, make: Callable[[], Document]) -> Response:
    """A page made once per edition, by an address that was checked."""
    key = (current_edition().id, origin(), asked.path, query)
    return sent(KEPT.answer(key, lambda: made(make(), asked, origin())))


def named_edition() -> str:
    """The part of an address that names the edition, where the one asked for names one."""
    named = request.args.get(EDITION)
    return f"&{EDITION}={current_edition().id}" if named else ""


def redirected(address: str) -> Response:
    answer = redirect(address)
    answer.headers["Cache-Control"] = NOT_KEPT
    assert isinstance(answer, Response)
    return answer


def nothing() -> Response | None:
    """Dash answers whatever path with the map; one that is no page of ours is not found."""
    if request.endpoint == DASH_PAGES and paths.resolve(request.path) is None:
        return not_found(DEFAULT)
    return None


def not_found(language: str) -> Response:
    """A page that says that there is none, and where to go instead."""
    asked = Asked(paths.MAP, language)
    document = missing.document(language, request.path)
    return sent(made(document, asked, origin()), status=404)


def made(document: Document, asked: Asked, at: str) -> Answer:
    return Answer(written(document, asked, at).encode(), HTML)
