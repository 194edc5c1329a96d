"""Sends the picture that is shown where the address of a profile is shared."""

import pandas
from dash import Dash
from flask import Response

from data import store
from data.catalogue import Indicator
from data.edition import Edition, current_edition
from data.profile import contents
from geo.areas import Area, ancestors, area, children
from geo.levels import SWEDEN, Level
from layouts.language import languages, text
from layouts.layer import Layer
from layouts.notice import quoted
from layouts.portraits import Portrait, portrait
from layouts.readings import Reading
from layouts.sharing_paths import PICTURE, folder
from sending.kept import Kept
from sending.pictures import picture
from sending.problems import Problem
from sending.sent import sent

MOST_BYTES = 24_000_000
KEPT = Kept(MOST_BYTES)
AS_DRAWN = 1.0  # those who show it ask for 1200 by 630 pixels


def register(app: Dash) -> None:
    for language in languages():
        app.server.add_url_rule(
            f"{folder(PICTURE, language)}<code>.png",
            f"portrait-{language}",
            show,
            defaults={"language": language},
        )


def show(language: str, code: str) -> Response:
    place = area(code)
    if place is None:
        said = text(language, "asked_unknown_area", asked=quoted(code), shown=SWEDEN)
        return Problem(text(language, "asked_wrongly"), said, 404).response()
    edition = current_edition()

    def drawn() -> str:
        return portrait(portrait_of(place, edition), edition, language)

    key = (edition.id, language, place.code)
    return sent(KEPT.answer(key, lambda: picture(drawn(), "png", zoom=AS_DRAWN)))


def portrait_of(place: Area, edition: Edition) -> Portrait:
    """The map of an area's profile; that of a RegSO is the map of its municipality."""
    scope = ancestors(place)[-1] if place.level.editions else place
    level = children(scope)[0].level if scope.parent else children(children(scope)[0])[0].level
    figures = [_newest(each, place, edition) for each in contents().portrait]
    layer = _layer(contents().maps[place.level.id], level, edition)
    return Portrait(place, [one for one in figures if one], layer, level, scope)


def _layer(indicator: Indicator, level: Level, edition: Edition) -> Layer:
    coverage = edition.coverage(indicator, level)
    assert coverage is not None
    year = coverage.years[-1]
    return Layer(indicator, coverage, year, store.values(indicator, level, year, edition))


def _newest(indicator: Indicator, place: Area, edition: Edition) -> Reading | None:
    coverage = edition.coverage(indicator, place.level)
    if coverage is None:
        return None
    year = coverage.years[-1]
    value = store.values(indicator, place.level, year, edition)[place.code]
    reason = str(store.status(indicator, place.level, year, edition)[place.code])
    return Reading(indicator, year, None if pandas.isna(value) else float(value), reason)
