"""Sends the map and the chart of a view as pictures, each made once per edition."""

from dash import Dash
from flask import Response

from callbacks.charted import charted
from callbacks.layers import layers
from callbacks.wanted import Wanted, answered, wanted
from layouts import pictures
from layouts.drawings.sheet import beside, sheet
from layouts.language import languages
from layouts.pictures import MAP_BOX, map_drawing, map_legend
from layouts.sharing_paths import FORMS, MAP, PICTURE, SERIES, SUBJECTS, folder
from sending.kept import Kept
from sending.pictures import picture
from sending.problems import Problem

MOST_BYTES = 24_000_000
KEPT = Kept(MOST_BYTES)
SMALLER_BOX = (440, 620)
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
    return answered(asked, KEPT.answer(key, lambda: picture(make(asked), form)))


def map_file(asked: Wanted) -> str:
    """The map with its legend to the right, and the one beside it to the right of that."""
    view, shown = asked.view, layers(asked.view, asked.edition)
    box = MAP_BOX if len(shown) == 1 else SMALLER_BOX
    parts = [
        part for layer in shown for part in (map_drawing(view, layer, box), map_legend(view, layer))
    ]
    return sheet(beside(parts), pictures.map_told(view, shown, asked.edition))


def series_file(asked: Wanted) -> str:
    view, chart = asked.view, charted(asked.view, asked.edition)
    legend = pictures.series_legend(view, chart)
    parts = [pictures.series_drawing(view, chart), *([legend] if legend else [])]
    return sheet(beside(parts), pictures.series_told(view, asked.edition))


DRAWN = {MAP: map_file, SERIES: series_file}
