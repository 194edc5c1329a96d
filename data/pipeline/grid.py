"""Values of one level: years down, areas across, each with its status."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from data.edition import STATUSES
from data.pipeline.errors import PipelineError
from geo.levels import Level

Values = NDArray[np.float64]
Statuses = NDArray[np.uint8]

OK, MISSING = STATUSES.index("ok"), STATUSES.index("missing")


@dataclass(frozen=True, eq=False)
class Grid:
    """`values` and `statuses` have the shape (years, areas of the register); NaN has no value."""

    level: Level
    years: tuple[int, ...]
    values: Values
    statuses: Statuses

    @classmethod
    def of(cls, level: Level, years: Iterable[int], values: Values) -> "Grid":
        """A grid in which every NaN is simply missing."""
        statuses = np.where(np.isnan(values), MISSING, OK).astype(np.uint8)
        return cls(level, tuple(years), values, statuses)

    @property
    def edition(self) -> str | None:
        """The edition of the areas; one grid cannot mix two."""
        editions = {self.level.edition(year) for year in self.years}
        if len(editions) != 1:
            raise PipelineError(
                f"The years {self.years[0]}-{self.years[-1]} at the level {self.level.id!r} belong "
                "to different editions of its areas. Give every edition an indicator of its own."
            )
        return editions.pop()

    def during(self, years: Iterable[int]) -> Values:
        """The values of some of its years, in the order asked for."""
        return self.values[[self.years.index(year) for year in years]]

    def marked(self, where: NDArray[np.bool_], status: str) -> "Grid":
        """The same without the values at `where`, which get a status that says why."""
        return replace(
            self,
            values=np.where(where, np.nan, self.values),
            statuses=np.where(where, STATUSES.index(status), self.statuses).astype(np.uint8),
        )


def common_years(grids: Iterable[Grid]) -> tuple[int, ...]:
    return tuple(sorted(set.intersection(*(set(grid.years) for grid in grids))))
