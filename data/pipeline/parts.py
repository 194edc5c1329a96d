"""Why an index changed, where it lies, and which areas make it, of every grouping decomposed."""

from collections.abc import Iterator
from dataclasses import fields
from itertools import pairwise
from typing import Any

import numpy as np

from data.decomposition import ChangeParts, between_within, contributions
from data.indices import Segments
from data.indices.segments import Array
from data.pipeline.chance import Chance
from data.pipeline.compute import DECIMALS_KEPT
from data.pipeline.grid import OK
from data.pipeline.groupings import Counted
from data.pipeline.register import absent, codes
from geo.levels import Level, levels

INSIDE = "municipality"
Row = tuple[Any, ...]


def parts_of_changes(groups: Counted, chance: Chance) -> Iterator[Row]:
    """The parts of the change between every two years with an index, of every larger area."""
    for index in groups.grouping.decomposed:
        for level in groups.wider:
            for area in codes(level, None):
                found = chance.get((groups.grouping.id, area))
                for pair, parts in found.parts.items() if found else ():
                    where = (groups.grouping.id, index, level.id, area, *pair)
                    yield from _rows(where, parts[index])


def between_and_within(groups: Counted) -> Iterator[Row]:
    """What lies between areas of each level inside a larger area, and within the smallest."""
    for index in groups.grouping.decomposed:
        for number, level in enumerate(groups.wider[:-1]):
            inner = groups.wider[number + 1 :]
            segments = groups.segments(level)
            for position, area in enumerate(segments.labels):
                members = segments.members(position)
                for year, counts in zip(groups.years, groups.counts[:, members], strict=True):
                    where = (groups.grouping.id, index, level.id, area, year, year)
                    for part, value in _split(groups, inner, members, counts, index).items():
                        yield (*where, part, _rounded(value))


def contributed(groups: Counted) -> Iterator[Row]:
    """What every small area adds to the mutual information of its municipality."""
    level = levels()[INSIDE]
    segments = groups.segments(level)
    larger, areas = groups.labels(level).tolist(), groups.areas
    ok = segments.as_they_came(segments.spread(groups.statuses(level) == OK))
    ok &= ~absent(groups.level, groups.years)
    for row, year in enumerate(groups.years):
        found = contributions(segments, groups.counts[row])
        for number in np.flatnonzero(ok[row]).tolist():
            over = int(found.over_represented[number])
            yield (
                groups.grouping.id,
                larger[number],
                areas[number],
                year,
                _rounded(found.value[number]),
                _rounded(found.share[number]),
                groups.grouping.groups[over] if over >= 0 else None,
            )


def _split(
    groups: Counted, inner: tuple[Level, ...], members: Array, counts: Array, index: str
) -> dict[str, float]:
    """The parts of one larger area, which sum to its index."""
    splits = [
        between_within(Segments.of(groups.labels(level)[members]), counts, index) for level in inner
    ]
    between = [0.0, *(split.between for split in splits)]
    return {
        f"between_{level.id}": wider - narrower
        for level, (narrower, wider) in zip(inner, pairwise(between), strict=True)
    } | {f"within_{inner[-1].id}": splits[-1].within}


def _rows(where: Row, parts: ChangeParts) -> Iterator[Row]:
    for field in fields(parts):
        yield (*where, field.name, _rounded(getattr(parts, field.name)))


def _rounded(value: float) -> float:
    return round(float(value), DECIMALS_KEPT) + 0.0
