"""Values of one level: years down, areas across, each with its status."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from data.edition import STATUSES
from data.pipeline.register import absent, places
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
        """A grid in which every NaN is missing, but where there was no such area in the year."""
        years = tuple(years)
        statuses = np.where(np.isnan(values), MISSING, OK).astype(np.uint8)
        grid = cls(level, years, values, statuses)
        return grid.marked(absent(level, years), "not_applicable") if grid.is_joined else grid

    @classmethod
    def joined(cls, grids: Sequence["Grid"]) -> "Grid":
        """All years of several grids of a level, the last that has a year giving it."""
        level = grids[0].level
        held = {year: grid for grid in grids for year in grid.years}
        years = tuple(sorted(held))
        values, statuses = (
            np.concatenate([getattr(held[year].only([year]).over(years), name) for year in years])
            for name in ("values", "statuses")
        )
        return cls(level, years, values, statuses)

    @property
    def edition(self) -> str | None:
        """The edition of the areas; where the years belong to several, all of them joined."""
        return self.level.edition_over(self.years)

    @property
    def is_joined(self) -> bool:
        return len({self.level.edition(year) for year in self.years}) > 1

    def only(self, years: Iterable[int]) -> "Grid":
        """Some of its years, in the order asked for, over the areas that there were in them."""
        years = tuple(years)
        rows = [self.years.index(year) for year in years]
        some = Grid(self.level, years, self.values[rows], self.statuses[rows])
        if self.edition == some.edition:
            return some
        at = places(self.level, some.edition, self.edition)
        return replace(some, values=some.values[:, at], statuses=some.statuses[:, at])

    def over(self, years: Iterable[int]) -> "Grid":
        """The same years, over the areas of all editions that other years belong to as well."""
        at = places(self.level, self.level.edition_over(years), self.edition)
        absent = at < 0
        values = np.where(absent, np.nan, self.values[:, at])
        statuses = np.where(absent, STATUSES.index("not_applicable"), self.statuses[:, at])
        return replace(self, values=values, statuses=statuses.astype(np.uint8))

    def during(self, years: Iterable[int]) -> Values:
        """The values of some of its years, over the areas that there were in them."""
        return self.only(years).values

    def marked(self, where: NDArray[np.bool_], status: str) -> "Grid":
        """The same without the values at `where`, which get a status that says why."""
        return replace(
            self,
            values=np.where(where, np.nan, self.values),
            statuses=np.where(where, STATUSES.index(status), self.statuses).astype(np.uint8),
        )


def without_absent(grid: Grid) -> Values:
    """The values, with 0 where there was no such area in the year: nobody lived there."""
    if not grid.is_joined:
        return grid.values
    return np.where(absent(grid.level, grid.years), 0, grid.values)


def common_years(grids: Iterable[Grid]) -> tuple[int, ...]:
    return tuple(sorted(set.intersection(*(set(grid.years) for grid in grids))))
