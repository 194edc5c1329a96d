"""Counts per RegSO, from the published edition: for the benchmark and the tests on real figures.

The edition publishes shares unrounded, so that the counts they were made of are exact.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from data import store
from data.catalogue import indicators
from data.indices.segments import Array
from geo.levels import levels

LEVEL = "regso"
FARTHEST = 1e-4


class NotACountError(ValueError):
    """A published share of a published total is no whole number."""


@dataclass(frozen=True, eq=False)
class Counts:
    """RegSO of one year, sorted by code: people by background, dwellings by tenure, wage income."""

    regso: tuple[str, ...]
    background: Array
    tenure: Array
    mean_wage_income: Array

    @property
    def municipality(self) -> list[str]:
        return [code[:4] for code in self.regso]

    @property
    def county(self) -> list[str]:
        return [code[:2] for code in self.regso]

    @property
    def rented_or_owned(self) -> Array:
        """Rented against tenant-owned and owner-occupied, (areas, 2)."""
        return np.stack([self.tenure[:, 0], self.tenure[:, 1:].sum(axis=1)], axis=-1)

    @property
    def population(self) -> Array:
        return self.background.sum(axis=1)


@cache
def counts(year: int) -> Counts:
    """All RegSO of one year."""
    population = values("population", year)
    foreign_born = of(population, "foreign_born_share", year)
    tenures = ("rented_share", "tenant_owned_share", "owner_occupied_share")
    dwellings = values("dwellings", year)
    return Counts(
        regso=tuple(store.values(indicators()["population"], levels()[LEVEL], year).index),
        background=np.stack([foreign_born, whole(population) - foreign_born], axis=-1),
        tenure=np.stack([of(dwellings, share, year) for share in tenures], axis=-1),
        mean_wage_income=values("mean_wage_income", year),
    )


def of(total: Array, share: str, year: int) -> Array:
    """The number that is a published share of a total, 0 where the total is 0."""
    return whole(np.where(total > 0, total * values(share, year) / 100, 0))


def whole(numbers: Sequence[float] | Array) -> Array:
    """Numbers that are whole but for rounding error; NotACountError where they are not."""
    numbers = np.asarray(numbers)
    nearest = np.rint(numbers)
    if not (np.abs(numbers - nearest) < FARTHEST).all():
        raise NotACountError("A share in the edition is not one of whole people or dwellings.")
    return nearest.astype(np.int64)


def values(indicator: str, year: int) -> Array:
    return store.values(indicators()[indicator], levels()[LEVEL], year).to_numpy()
