"""Sends the report of a municipality as a file for paper."""

import logging

from dash import Dash
from flask import Response, request

from callbacks import report
from callbacks.pinned import pinned
from data.edition import current_edition
from geo.areas import areas
from geo.levels import levels
from layouts import missing, no_paper, paths
from layouts.document import Document, written
from layouts.paths import MAP, REPORT, Asked
from sending import paper
from sending.kept import Answer, Kept
from sending.origin import origin
from sending.paper import BusyError, PaperError
from sending.sent import sent

log = logging.getLogger(__name__)
PDF = "application/pdf"
HTML = "text/html; charset=utf-8"
MOST_BYTES = 24_000_000
KEPT = Kept(MOST_BYTES)
SOON = "10"  # seconds


def register(app: Dash) -> None:
    for language, word in paths.PATHS[REPORT].items():
        rule, endpoint = f"/{language}/{word}/<code>.pdf", f"paper-{language}"
        app.server.add_url_rule(rule, endpoint, show, defaults={"language": language})


def show(language: str, code: str) -> Response:
    place = areas(levels()["municipality"]).get(code)
    if place is None:
        unknown = missing.document(language, request.path)
        return page(unknown, Asked(MAP, language), 404)
    asked = Asked(REPORT, language, place)
    return pinned(language, lambda _: paper_of(asked))


def paper_of(asked: Asked) -> Response:
    site = origin()
    key = (current_edition().id, site, asked.path)
    try:
        return sent(KEPT.answer(key, lambda: made(asked, site)))
    except PaperError as error:
        busy = isinstance(error, BusyError)
        if not busy:
            log.warning("No PDF is made: %s", error)
        answer = page(no_paper.document(asked, busy), asked, 503)
        answer.headers["Retry-After"] = SOON
        return answer


def made(asked: Asked, site: str) -> Answer:
    assert asked.area is not None
    whole = written(report.document(asked), asked, site)
    return Answer(paper.pdf(whole, site), PDF, filename=report.filename(asked.language, asked.area))


def page(document: Document, asked: Asked, status: int) -> Response:
    answer = Answer(written(document, asked, origin()).encode(), HTML)
    response = sent(answer, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response
