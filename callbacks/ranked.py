"""Looks up the areas of a ranking: on the page, in files and in frames."""

from collections.abc import Iterable

import pandas

from data import evidence, store
from data.borders import broken_between
from data.catalogue import indicators
from data.places import places
from data.sizes import Size
from data.written import difference
from geo.areas import Area, areas
from geo.levels import SWEDEN
from geo.support_programme import support_programme
from layouts.drawn import years
from layouts.ranking.question import Ranking
from layouts.ranking.rows import Ranked, Row, ordered
from layouts.readings import Reading


def ranked_by(asked: Ranking) -> Ranked:
    """The areas asked for with place, value and change, in the order asked for."""
    shown = _shown(asked)
    codes = [area.code for area in shown]
    values = store.values(asked.indicator, asked.level, asked.year)[codes]
    reasons = store.status(asked.indicator, asked.level, asked.year)[codes]
    changes = difference(values, _before(asked, codes), asked.indicator.decimals)
    broken = _broken(asked)
    found = places(values)
    rows = [
        Row(
            area=area,
            reading=Reading(
                asked.indicator, asked.year, _known(values[area.code]), str(reasons[area.code])
            ),
            place=found.get(area.code),
            change=None if area.code in broken else _known(changes[area.code]),
            series=store.series(asked.indicator, area.code),
            exceeds_chance=_exceeds_chance(asked, area),
            broken=area.code in broken,
        )
        for area in shown
    ]
    median = _known(values.median()) if len(values) else None
    return Ranked(ordered(rows, asked.sort, asked.order), median)


def _shown(asked: Ranking) -> list[Area]:
    every: Iterable[Area] = areas(asked.level).values()
    if asked.scope != SWEDEN:
        every = [area for area in every if area.code.startswith(asked.scope)]
    if asked.programme:
        every = [area for area in every if area.code in support_programme()]
    return [area for area in every if asked.size is None or _is_of(asked.size, area)]


def _is_of(size: Size, area: Area) -> bool:
    """Whether the newest population of an area is of a size."""
    counted = indicators()["population"]
    values = store.values(counted, area.level, years(counted, area.level)[-1])
    return size.holds(values[area.code])


def _before(asked: Ranking, codes: list[str]) -> pandas.Series:
    if asked.since is None:
        return pandas.Series(float("nan"), index=codes)
    return store.values(asked.indicator, asked.level, asked.since)[codes]


def _broken(asked: Ranking) -> frozenset[str]:
    """The areas whose values of the two years cannot be compared."""
    if asked.since is None:
        return frozenset()
    return broken_between(asked.indicator, asked.level, asked.since, asked.year)


def _exceeds_chance(asked: Ranking, area: Area) -> bool | None:
    """Whether an index changed more than chance gives; None where that is not known."""
    if not asked.indicator.is_index or asked.since is None:
        return None
    found = evidence.change(asked.indicator, area.code, asked.since, asked.year)
    return found.exceeds_chance if found else None


def _known(value: float) -> float | None:
    return None if pandas.isna(value) else float(value)
