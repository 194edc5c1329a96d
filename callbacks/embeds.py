"""Sends the map and the chart of a view as pages for frames on other sites."""

from dash import Dash
from flask import Response
from markupsafe import Markup

from callbacks.charted import charted
from callbacks.layers import layers
from callbacks.wanted import Wanted, answered, wanted
from layouts import embedded, pictures
from layouts.drawings.fitting import fitting
from layouts.language import languages, text
from layouts.sharing_paths import EMBED, MAP, SERIES, SUBJECTS, folder
from sending.kept import Answer, Kept
from sending.problems import Problem
from sending.sent import sent

MOST_BYTES = 8_000_000
KEPT = Kept(MOST_BYTES)
HTML = "text/html; charset=utf-8"
HEIGHT = 380


def register(app: Dash) -> None:
    for language in languages():
        for of, words in SUBJECTS.items():
            app.server.add_url_rule(
                folder(EMBED, language) + words[language],
                f"embed-{of}-{language}",
                show,
                defaults={"language": language, "of": of},
            )


def show(language: str, of: str) -> Response:
    try:
        asked = wanted(language)
    except Problem as problem:
        said = embedded.fault(language, problem.title, problem.detail)
        return sent(Answer(said.encode(), HTML), status=problem.status)
    key = (asked.edition.id, of, asked.pinned, asked.view.address())
    make = MADE[of]
    return answered(asked, KEPT.answer(key, lambda: Answer(make(asked).encode(), HTML)))


def map_page(asked: Wanted) -> str:
    view, shown = asked.view, layers(asked.view, asked.edition)
    told = pictures.map_told(view, shown, asked.edition)
    drawings = []
    for layer in shown:
        drawings.append(pictures.map_drawing(view, layer).markup(layer.title(view.language)))
        named = text(view.language, "embed_legend", title=layer.title(view.language))
        drawings.append(pictures.map_legend(view, layer).markup(named))
    return embedded.embedded(view, told, drawings, asked.edition, asked.pinned)


def series_page(asked: Wanted) -> str:
    view, chart = asked.view, charted(asked.view, asked.edition)
    told = pictures.series_told(view, asked.edition)
    name = f"{told.title}: {told.subtitle}"

    def draw(width: int) -> Markup:
        return pictures.series_drawing(view, chart, width, HEIGHT).markup(name)

    legend = pictures.series_legend(view, chart)
    named = text(view.language, "embed_legend", title=told.title)
    drawings = [fitting(draw), *([legend.markup(named)] if legend else [])]
    return embedded.embedded(view, told, drawings, asked.edition, asked.pinned)


MADE = {MAP: map_page, SERIES: series_page}
