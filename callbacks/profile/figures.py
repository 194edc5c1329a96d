"""One indicator in an area: its series, the areas around it, and what weighs it."""

from collections.abc import Iterable
from dataclasses import replace

import pandas

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
    reason = str(store.status(indicator, place.level, int(values.index[-1]))[place.code])
    plain = Figure(indicator, values, reason, breaks=breaks(indicator, place.code))
    if pandas.isna(values[plain.year]) or indicator.categories:
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
        median=store.distribution(indicator, place.level, plain.year)[50],
        beside=_beside(plain, place),
    )


def reading_of(indicator: Indicator, place: Area, year: int | None = None) -> Reading:
    """The value of an area in a year, the newest where none is named."""
    year = year or years(indicator, place.level)[-1]
    values, statuses = _readings(indicator, place.level, year)
    value = values[place.code]
    missing = pandas.isna(value)
    return Reading(indicator, year, None if missing else value, statuses[place.code])


@per_edition
def _readings(
    indicator: Indicator, level: Level, year: int
) -> tuple[dict[str, float], dict[str, str]]:
    """Values and statuses of a year by code, which costs less than asking one by one."""
    values = store.values(indicator, level, year)
    statuses = store.status(indicator, level, year)
    return (
        dict(zip(values.index, values.tolist(), strict=True)),
        dict(zip(statuses.index, statuses.tolist(), strict=True)),
    )


def ranked_within(place: Area) -> Area | None:
    """The area among whose parts an area has its place: a RegSO's municipality, else Sweden."""
    line = ancestors(place)
    if not line:
        return None
    return line[-1] if place.level.editions else line[0]


def _rank(figure: Figure, place: Area) -> store.Rank | None:
    within = ranked_within(place)
    if within is None:
        return None
    return store.rank(figure.indicator, place.level, figure.year, place.code, within.code)


def _beside(figure: Figure, place: Area) -> tuple[float, ...]:
    within = ranked_within(place)
    if within is None or within.code == SWEDEN:
        return ()
    values, _ = _readings(figure.indicator, place.level, figure.year)
    near = (value for code, value in values.items() if code.startswith(within.code))
    return tuple(value for value in near if not pandas.isna(value))


def _around(figure: Figure, place: Area) -> Iterable[tuple[Area, float]]:
    """The nearest wider area and Sweden; not one that holds nothing else."""
    wider = [one for one in reversed(ancestors(place)) if len(children(one)) > 1]
    for one in dict.fromkeys((*wider[:1], *wider[-1:])):
        if figure.year in years(figure.indicator, one.level):
            yield one, float(store.series(figure.indicator, one.code)[figure.year])


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
