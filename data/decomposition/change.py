"""Why an index changed between two years: who lives there, how large areas are, or re-sorting."""

from collections.abc import Callable
from dataclasses import astuple, dataclass
from itertools import product

import numpy as np

from data.decomposition.decomposable import decomposable
from data.indices.segments import Array

# As Elbers (2021): people who stand for nobody, so that every table can be fitted.
EMPTY_CELL = 1e-4
CLOSE_ENOUGH = 1e-10
MOST_ROUNDS = 1000


@dataclass(frozen=True)
class ChangeParts:
    """The parts of the change of an index between two years; they sum to it."""

    group_composition: float
    area_sizes: float
    re_sorting: float
    appeared: float
    disappeared: float

    @property
    def total(self) -> float:
        return float(sum(astuple(self)))


def change_parts(before: Array, after: Array, index: str = "mutual_information") -> ChangeParts:
    """The change of M or H between two years, split by its reasons.

    The Shapley decomposition of Elbers (2021), after Deutsch, Flückiger and Silber (2009). Counts
    (areas, groups), the same areas and groups in the same order, zero where there is nobody that
    year. Tables are fitted that have the group composition of one year, the area sizes of either,
    and the sorting of either, that is its odds ratios. A part is the mean effect of letting its
    own thing change; re-sorting is what composition and sizes together leave. Areas and groups
    with people in one year only are taken out first: what they add to the later year is
    `appeared`, what their going takes from the earlier `disappeared`.

    In nats for M. The parts sum to the change. NaN where the index is NaN in either year, among
    what the years share too. ValueError where shapes differ, where counts are negative or not
    finite, or for another index.
    """
    measure = decomposable(index)
    before, after = np.asarray(before, np.float64), np.asarray(after, np.float64)
    if before.shape != after.shape:
        raise ValueError(
            f"Counts before have shape {before.shape} and after {after.shape}. Give both the same "
            "areas and groups, with zero where there is nobody."
        )
    whole = measure(before), measure(after)
    before, after = _shared(before, after)
    shared = measure(before), measure(after)
    if np.isnan(shared).any():
        return ChangeParts(*[np.nan] * 5)
    reasons = _shapley(_values(before, after, measure))
    return ChangeParts(*reasons, whole[1] - shared[1], shared[0] - whole[0])


def _shared(before: Array, after: Array) -> tuple[Array, Array]:
    """The areas and groups with people in both years, also when the others are gone."""
    while before.size:
        areas = (before.sum(axis=1) > 0) & (after.sum(axis=1) > 0)
        groups = (before.sum(axis=0) > 0) & (after.sum(axis=0) > 0)
        if areas.all() and groups.all():
            break
        before, after = (year[areas][:, groups] for year in (before, after))
    return before, after


def _values(
    before: Array, after: Array, measure: Callable[[Array], float]
) -> dict[tuple[int, int, int], float]:
    """The index by the year (0 or 1) of group composition, area sizes and sorting."""
    years = before / before.sum(), after / after.sum()
    found = {
        (composition, sizes, sorting): measure(
            fitted(
                _filled((before, after)[sorting]),
                years[sizes].sum(axis=1),
                years[composition].sum(axis=0),
            )
        )
        for composition, sizes, sorting in product((0, 1), repeat=3)
    }
    return found | {(0, 0, 0): measure(before), (1, 1, 1): measure(after)}


def _filled(counts: Array) -> Array:
    return np.where(counts > 0, counts, EMPTY_CELL)


def _shapley(value: dict[tuple[int, int, int], float]) -> tuple[float, float, float]:
    """Mean effects of composition, sizes and sorting; the first two act as one beside sorting."""
    both = (0, 1)
    composition = sum(value[1, s, q] - value[0, s, q] for s, q in product(both, both)) / 4
    sizes = sum(value[c, 1, q] - value[c, 0, q] for c, q in product(both, both)) / 4
    sorting = sum(value[m, m, 1] - value[m, m, 0] for m in both) / 2
    return composition, sizes, sorting


def fitted(counts: Array, sizes: Array, composition: Array) -> Array:
    """The table with the odds ratios of `counts` and these shares of areas and of groups.

    Iterative proportional fitting, Deming and Stephan (1940). Counts (areas, groups), all above
    zero, so that there is such a table and the rounds come to it.
    """
    table: Array = counts / counts.sum()
    for _ in range(MOST_ROUNDS):
        table = table * (composition / table.sum(axis=0))
        rows = table.sum(axis=1)
        table = table * (sizes / rows)[:, np.newaxis]
        if np.abs(rows / sizes - 1).max() < CLOSE_ENOUGH:
            break
    return table
