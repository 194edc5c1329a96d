"""How far an index is from its chance level: values, and their range."""

from collections.abc import Iterator, Sequence

import numpy as np

from data.catalogue import Indicator, declared_indicators
from data.inference import ChanceLevel
from data.pipeline.chance import Chance
from data.pipeline.compute import Computed, stable
from data.pipeline.grid import Grid
from data.pipeline.groupings import usable
from data.pipeline.inputs import Inputs
from data.pipeline.limits import limits
from data.pipeline.register import codes
from data.pipeline.segregation import index
from geo.levels import levels

NONE = ChanceLevel(np.nan, np.nan, np.nan)


def above_chance(inputs: Inputs, chance: Chance) -> Iterator[Computed]:
    """Every indicator above chance at each of its levels."""
    there_are = {grouping.id for grouping in usable(inputs)}
    for indicator in declared_indicators().values():
        if indicator.measure.above_chance and indicator.measure.grouping in there_are:
            for id_ in indicator.levels:
                raw = index(indicator, levels()[id_], inputs)
                grid = stable(_above(indicator, raw, chance))
                yield Computed(indicator, grid, limits(indicator, grid))


def chance_level(indicator: Indicator, area: str, year: int, chance: Chance) -> ChanceLevel:
    """The chance level of an indicator's index, all NaN where it has none."""
    found = chance.get((str(indicator.measure.grouping), area))
    by_index = found.levels.get(year, {}) if found else {}
    return by_index.get(str(indicator.measure.index), NONE)


def _above(indicator: Indicator, raw: Grid, chance: Chance) -> Grid:
    areas = codes(raw.level, raw.edition)
    values = [
        [
            chance_level(indicator, area, year, chance).above_chance(value)
            for area, value in zip(areas, row, strict=True)
        ]
        for year, row in zip(raw.years, raw.values.tolist(), strict=True)
    ]
    return Grid(raw.level, raw.years, np.array(values), raw.statuses)


def in_order(found: Sequence[Computed]) -> list[Computed]:
    """As the catalogue has them."""
    place = {id_: number for number, id_ in enumerate(declared_indicators())}
    return sorted(found, key=lambda one: place[one.indicator.id])
