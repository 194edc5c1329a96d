"""Looks up what the comparison shows."""

from collections.abc import Sequence

import pandas

from callbacks.alike import peers_of, programme_of
from callbacks.courses import courses
from callbacks.mapped import map_year_of, maps_of
from data import store
from data.catalogue import Indicator, indicators
from data.edition import per_edition
from geo.areas import Area
from geo.levels import levels
from layouts.compare.chart import chart_name
from layouts.compare.page import compare_page
from layouts.compare.question import Comparison, read
from layouts.compare.readings import Beside, Compared
from layouts.compare.words import names
from layouts.document import Document
from layouts.drawn import years
from layouts.language import text
from layouts.notice import Notice
from layouts.paths import Asked
from layouts.question import Checked, Given
from layouts.readings import Reading
from layouts.sharing_bar import SCRIPT

PEERS = 8
SPREAD = (10, 90)


def checked(asked: Asked, given: Given) -> Checked:
    comparison, missed = read(given, asked.language)
    return Checked(comparison.query, missed, lambda: document(comparison, missed))


def document(asked: Comparison, missed: Sequence[Notice]) -> Document:
    found, language = compared(asked), asked.language
    drawn = [course for course in found.courses if not course.lacking]
    title = text(language, "compare_title", areas=names(asked, language))
    return Document(
        title=f"{title}: {asked.indicator.label[language]}",
        main=compare_page(asked, found, missed, language),
        description=chart_name(asked, drawn, language),
        query=asked.query,
        scripts=(SCRIPT,),
    )


def compared(asked: Comparison) -> Compared:
    map_year = map_year_of(asked)
    return Compared(
        courses=courses(asked),
        maps=maps_of(asked),
        map_year=map_year,
        table=tuple(_beside(indicator, asked.areas) for indicator in _held_by(asked.areas)),
        peers=peers_of(asked, PEERS),
        programme=programme_of(asked),
    )


def _held_by(among: Sequence[Area]) -> list[Indicator]:
    """The indicators that any of the areas have values of."""
    own = {area.level for area in among}
    return [one for one in indicators().values() if any(years(one, level) for level in own)]


def _beside(indicator: Indicator, among: Sequence[Area]) -> Beside:
    """An indicator in the newest year that all levels share, or in the newest of each."""
    held = {area.level: years(indicator, area.level) for area in among}
    spans = [set(span) for span in held.values() if span]
    shared = set.intersection(*spans)
    readings = tuple(
        _reading(indicator, area, max(shared or held[area.level])) if held[area.level] else None
        for area in among
    )
    return Beside(indicator, readings, _usual_difference(indicator), len(held) == 1)


def _reading(indicator: Indicator, area: Area, year: int) -> Reading:
    value = store.series(indicator, area.code)[year]
    reason = str(store.status(indicator, area.level, year)[area.code])
    return Reading(indicator, year, None if pandas.isna(value) else float(value), reason)


@per_edition
def _usual_difference(indicator: Indicator) -> float | None:
    """Between what 10 and 90 of 100 municipalities have; of RegSO where municipalities have none."""
    for level in (levels()["municipality"], levels()["regso"]):
        if held := years(indicator, level):
            spread = store.distribution(indicator, level, held[-1])
            return spread[SPREAD[1]] - spread[SPREAD[0]] if spread else None
    return None
