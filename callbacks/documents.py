"""Sends the pages that are whole documents, each made once per edition."""

from collections.abc import Callable

from dash import Dash
from flask import Response, request

from callbacks import profile
from data.edition import current_edition
from layouts import method, missing, paths
from layouts.document import Document, written
from layouts.language import DEFAULT, languages
from layouts.paths import Asked
from sending.kept import Answer, Kept
from sending.sent import sent

DASH_PAGES = "/<path:path>"
HTML = "text/html; charset=utf-8"
MOST_BYTES = 24_000_000
KEPT = Kept(MOST_BYTES)
MAKERS: dict[str, Callable[[Asked], Document]] = {
    paths.METHOD: method.document,
    **dict.fromkeys(paths.PROFILES.values(), profile.document),
}


def register(app: Dash) -> None:
    codes = ",".join(languages())
    app.server.add_url_rule(f"/<any({codes}):language>/<path:rest>", "document", show)
    app.server.before_request(nothing)


def show(language: str, rest: str) -> Response:
    asked = paths.resolve(request.path)
    if asked is None:
        return not_found(language)
    site = request.url_root.rstrip("/")
    key = (current_edition().id, site, asked.path)
    return sent(KEPT.answer(key, lambda: made(MAKERS[asked.page](asked), asked, site)))


def nothing() -> Response | None:
    """Dash answers whatever path with the map; one that is no page of ours is not found."""
    if request.endpoint == DASH_PAGES and paths.resolve(request.path) is None:
        return not_found(DEFAULT)
    return None


def not_found(language: str) -> Response:
    """A page that says that there is none, and where to go instead."""
    asked = Asked(paths.MAP, language)
    document = missing.document(language, request.path)
    return sent(made(document, asked, request.url_root.rstrip("/")), status=404)


def made(document: Document, asked: Asked, site: str) -> Answer:
    return Answer(written(document, asked, site).encode(), HTML)
