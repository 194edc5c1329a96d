"""Looks up what the comparison shows."""

from collections.abc import Iterable, Sequence

import pandas

from callbacks.courses import courses
from callbacks.mapped import map_year_of, maps_of
from data import store
from data.catalogue import Indicator, indicators
from data.edition import per_edition
from data.peers import dimensions, features, peers, weights
from geo.areas import Area, areas
from geo.levels import levels
from geo.support_programme import support_programme
from layouts.compare.chart import chart_name
from layouts.compare.page import compare_page
from layouts.compare.question import Comparison, read
from layouts.compare.readings import Beside, Compared, Programme
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
PROGRAMME_PEERS = 5
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
        peers=_peers(asked, PEERS, ()),
        programme=_programme(asked),
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


def _peers(asked: Comparison, number: int, apart_from: Iterable[str]) -> tuple[Area, ...]:
    if asked.likened is None:
        return ()
    return _likened(asked.likened.code, number, frozenset(apart_from), asked.weights)


def _likened(
    code: str, number: int, apart_from: frozenset[str], by: tuple[tuple[str, int], ...]
) -> tuple[Area, ...]:
    found = peers(_features(), code, number, weights=weights(dict(by)), apart_from=apart_from)
    municipalities = areas(levels()["municipality"])
    return tuple(municipalities[one] for one in found)


@per_edition
def _features() -> pandas.DataFrame:
    every = [one for dimension in dimensions().values() for one in dimension.indicators]
    return features(every, levels()["municipality"])


def _programme(asked: Comparison) -> Programme | None:
    """The first of the areas that is in the support programme, beside peers that are not."""
    among = (asked.likened, *asked.areas)
    own = next((area for area in among if area and area.code in support_programme()), None)
    if own is None:
        return None
    near = _likened(own.code, PROGRAMME_PEERS, support_programme(), asked.weights)
    if not years(asked.indicator, own.level) or asked.indicator.categories:
        nothing = pandas.Series(dtype=float)
        return Programme(own, near, nothing, nothing, nothing)
    beside = pandas.DataFrame(
        {peer.code: store.series(asked.indicator, peer.code) for peer in near}
    )
    return Programme(
        municipality=own,
        peers=near,
        own=store.series(asked.indicator, own.code),
        mean=beside.mean(axis=1),
        median=beside.median(axis=1),
    )
