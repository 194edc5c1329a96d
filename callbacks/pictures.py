"""Sends the map and the chart of a view as pictures, each made once per edition."""

from dash import Dash
from flask import Response

from callbacks.charted import charted
from callbacks.wanted import Wanted, wanted
from data import store
from layouts import pictures
from layouts.drawings.sheet import sheet
from layouts.language import languages
from layouts.sharing_paths import FORMS, MAP, PICTURE, SERIES, SUBJECTS, folder
from sending.kept import Kept
from sending.pictures import picture
from sending.problems import Problem
from sending.sent import sent

MOST_BYTES = 24_000_000
KEPT = Kept(MOST_BYTES)
FORM = f"<any({','.join(FORMS[PICTURE])}):form>"


def register(app: Dash) -> None:
    for language in languages():
        for of, words in SUBJECTS.items():
            app.server.add_url_rule(
                f"{folder(PICTURE, language)}{words[language]}.{FORM}",
                f"picture-{of}-{language}",
                show,
                defaults={"language": language, "of": of},
            )


def show(language: str, of: str, form: str) -> Response:
    try:
        asked = wanted(language)
    except Problem as problem:
        return problem.response()
    key = (asked.edition.id, of, form, asked.view.address())
    make = DRAWN[of]
    return sent(KEPT.answer(key, lambda: picture(make(asked), form)), forever=asked.pinned)


def map_file(asked: Wanted) -> str:
    view, edition = asked.view, asked.edition
    values = store.values(view.indicator, view.level, view.year, edition)
    return sheet(
        pictures.map_drawing(view, values, edition),
        pictures.map_told(view, edition),
        beside=pictures.map_legend(view, values, edition),
    )


def series_file(asked: Wanted) -> str:
    view, chart = asked.view, charted(asked.view, asked.edition)
    return sheet(
        pictures.series_drawing(view, chart),
        pictures.series_told(view, chart, asked.edition),
        beside=pictures.series_legend(view, chart),
    )


DRAWN = {MAP: map_file, SERIES: series_file}
