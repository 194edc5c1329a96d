"""One indicator in an area: its series, the areas around it, and what weighs it."""

from collections.abc import Iterable
from dataclasses import replace
from math import isnan

from data import evidence, store
from data.borders import breaks
from data.catalogue import Indicator
from data.edition import per_edition
from geo.areas import Area, ancestors, children
from geo.levels import SWEDEN, Level
from layouts.drawn import years
from layouts.readings import Figure, Reading


def figure_of(indicator: Indicator, place: Area) -> Figure:
    """One indicator in an area, in the areas around it, and among all of its level."""
    values = store.series(indicator, place.code)
    _, reason = store.found(indicator, place.code, int(values.index[-1]))
    plain = Figure(indicator, values, reason, breaks=breaks(indicator, place.code))
    if not plain.known or indicator.categories:
        return plain
    if indicator.is_index:
        return replace(
            plain,
            chance=_chance(plain, place),
            exceeds_chance=_exceeds_chance(plain, place),
        )
    return replace(
        plain,
        rank=_rank(plain, place),
        around=tuple(_around(plain, place)),
        median=_median(indicator, place.level, plain.year),
        beside=_beside(plain, place),
    )


def reading_of(indicator: Indicator, place: Area, year: int | None = None) -> Reading:
    """The value of an area in a year, the newest where none is named."""
    year = year or years(indicator, place.level)[-1]
    value, status = store.found(indicator, place.code, year)
    return Reading(indicator, year, None if isnan(value) else value, status)


def ranked_within(place: Area) -> Area | None:
    """The area among whose parts an area has its place: a RegSO's municipality, else Sweden."""
    line = ancestors(place)
    if not line:
        return None
    return line[-1] if place.level.editions else line[0]


@per_edition
def _median(indicator: Indicator, level: Level, year: int) -> float:
    return store.distribution(indicator, level, year)[50]


def _rank(figure: Figure, place: Area) -> store.Rank | None:
    within = ranked_within(place)
    if within is None:
        return None
    return store.rank(figure.indicator, place.level, figure.year, place.code, within.code)


def _beside(figure: Figure, place: Area) -> tuple[float, ...]:
    within = ranked_within(place)
    if within is None or within.code == SWEDEN:
        return ()
    return tuple(store.known(figure.indicator, place.level, figure.year, within.code).tolist())


def _around(figure: Figure, place: Area) -> Iterable[tuple[Area, float]]:
    """The nearest wider area and Sweden; not one that holds nothing else."""
    wider = [one for one in reversed(ancestors(place)) if len(children(one)) > 1]
    for one in dict.fromkeys((*wider[:1], *wider[-1:])):
        if figure.year in years(figure.indicator, one.level):
            yield one, store.found(figure.indicator, one.code, figure.year)[0]


def _chance(figure: Figure, place: Area) -> tuple[float, float] | None:
    """Between what chance alone puts the index, in the year of its newest value."""
    if figure.indicator.measure.above_chance or figure.indicator.measure.inside:
        return None
    found = evidence.chance(figure.indicator, place.code)
    if found is None or figure.year not in found.index:
        return None
    return float(found["low"][figure.year]), float(found["high"][figure.year])


def _exceeds_chance(figure: Figure, place: Area) -> bool | None:
    if figure.first_year is None or figure.indicator.measure.inside:
        return None
    change = evidence.change(figure.indicator, place.code, figure.first_year, figure.year)
    return change.exceeds_chance if change else None
