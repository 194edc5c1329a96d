"""The groups that indices compare, counted in every small area, and where they are too few."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from data.edition import STATUSES
from data.groups import FEWEST_AREAS, SMALLEST_GROUP, Grouping, groupings, groups
from data.indices import Segments
from data.pipeline.counts import columns, count
from data.pipeline.errors import PipelineError
from data.pipeline.grid import MISSING, OK, Statuses, Values, common_years, without_absent
from data.pipeline.inputs import Inputs
from data.pipeline.register import codes, within
from geo.levels import Level, levels


@dataclass(frozen=True, eq=False)
class Counted:
    """The groups of a grouping in every small area: counts (years, areas, groups).

    A count that is not known is 0 there, and `unknown` (years, areas): what holds it has no index.
    """

    grouping: Grouping
    level: Level
    edition: str | None
    years: tuple[int, ...]
    counts: Values
    unknown: NDArray[np.bool_]

    @property
    def areas(self) -> tuple[str, ...]:
        return codes(self.level, self.edition)

    @cached_property
    def wider(self) -> tuple[Level, ...]:
        """The levels that can have an index, widest first."""
        every = list(levels().values())
        return tuple(every[: every.index(self.level)])

    def segments(self, wider: Level) -> Segments:
        """The small areas by the code of the wider area that each lies in."""
        return by_code(self.level, wider, self.edition)

    def labels(self, wider: Level) -> NDArray[np.str_]:
        """The code of the wider area of every small area."""
        segments = self.segments(wider)
        return segments.as_they_came(np.array(segments.labels)[segments.positions])

    def statuses(self, wider: Level) -> Statuses:
        """`ok`, or why an index says too little, for (years, wider areas)."""
        segments = self.segments(wider)
        by_group = segments.sums(segments.arranged(np.moveaxis(self.counts, -1, 0)))
        found = np.full(by_group.shape[1:], OK, dtype=np.uint8)
        found[by_group.min(axis=0) < SMALLEST_GROUP] = STATUSES.index("small_group")
        found[:, segments.sizes < FEWEST_AREAS] = STATUSES.index("few_areas")
        found[segments.sums(segments.arranged(self.unknown.astype(float))) > 0] = MISSING
        return found


def usable(inputs: Inputs) -> list[Grouping]:
    """The groupings whose groups are all made of figures that there are."""
    return [
        one
        for one in groupings().values()
        if all(set(columns(groups()[id_])) <= set(inputs.figures) for id_ in one.groups)
    ]


def counted(grouping: Grouping, inputs: Inputs) -> Counted:
    """The groups in the years that all of them have."""
    grids = [count(groups()[group], inputs) for group in grouping.groups]
    if grids[0].level.id != grouping.over:
        raise PipelineError(
            f"Grouping {grouping.id!r} is over {grouping.over!r}, but its groups are counted "
            f"at the level {grids[0].level.id!r}. Use that level."
        )
    years = common_years(grids)
    common = [without_absent(grid.only(years)) for grid in grids]
    counts = np.stack(common, axis=-1)
    level = grids[0].level
    unknown: NDArray[np.bool_] = np.any(np.isnan(counts), axis=-1)
    counts = np.where(unknown[..., None], 0, counts)
    return Counted(grouping, level, level.edition_over(years), years, counts, unknown)


def by_code(level: Level, wider: Level, edition: str | None) -> Segments:
    segments, names = within(level, wider, edition), codes(wider, None)
    return replace(segments, labels=tuple(names[position] for position in segments.labels))
