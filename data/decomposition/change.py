"""Why an index changed between two years: who lives there, how large areas are, or re-sorting."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from itertools import product

import numpy as np

from data.decomposition.decomposable import decomposable
from data.indices import Index, Segments
from data.indices.segments import Array

# As Elbers (2021): people who stand for nobody, so that every table can be fitted.
EMPTY_CELL = 1e-4
CLOSE_ENOUGH = 1e-10
MOST_ROUNDS = 1000

Choice = tuple[int, int, int]
Tables = dict[Choice, Array]


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
    return parts_by_index(before, after, (index,))[index]


def parts_by_index(before: Array, after: Array, indices: Iterable[str]) -> dict[str, ChangeParts]:
    """`change_parts` of several indices, whose tables are the same and are fitted once."""
    measures = {index: decomposable(index) for index in indices}
    before, after = np.asarray(before, np.float64), np.asarray(after, np.float64)
    if before.shape != after.shape:
        raise ValueError(
            f"Counts before have shape {before.shape} and after {after.shape}. Give both the same "
            "areas and groups, with zero where there is nobody."
        )
    shared = _shared(before, after)
    if not shared[0].size or shared[0].shape[1] < 2:
        return {index: ChangeParts(*[np.nan] * 5) for index in measures}
    tables = _tables(*shared)
    return {index: _parts(before, after, tables, measure) for index, measure in measures.items()}


def _parts(before: Array, after: Array, tables: Tables, measure: Index[[Array]]) -> ChangeParts:
    """The parts of one index, from the tables of what there is in both years."""
    stacked = np.stack(list(tables.values()))
    found = measure.by(Segments.one(stacked.shape[1]), stacked)[:, 0].tolist()
    value = dict(zip(tables, found, strict=True))
    appeared = disappeared = 0.0
    if stacked.shape[1:] != before.shape:
        appeared = measure(after) - value[1, 1, 1]
        disappeared = value[0, 0, 0] - measure(before)
    return ChangeParts(*_shapley(value), appeared, disappeared)


def _shared(before: Array, after: Array) -> tuple[Array, Array]:
    """The areas and groups with people in both years, also when the others are gone."""
    while before.size:
        areas = (before.sum(axis=1) > 0) & (after.sum(axis=1) > 0)
        groups = (before.sum(axis=0) > 0) & (after.sum(axis=0) > 0)
        if areas.all() and groups.all():
            break
        before, after = (year[areas][:, groups] for year in (before, after))
    return before, after


def _tables(before: Array, after: Array) -> Tables:
    """A table by the year (0 or 1) of its group composition, area sizes and sorting."""
    years = before / before.sum(), after / after.sum()
    both = (0, 1)
    choices = [(c, s, q) for c in both for s in both for q in both if not c == s == q]
    tables = fitted(
        np.stack([_filled((before, after)[sorting]) for _, _, sorting in choices]),
        np.stack([years[sizes].sum(axis=1) for _, sizes, _ in choices]),
        np.stack([years[composition].sum(axis=0) for composition, _, _ in choices]),
    )
    return {(0, 0, 0): before, (1, 1, 1): after} | dict(zip(choices, tables, strict=True))


def _filled(counts: Array) -> Array:
    return np.where(counts > 0, counts, EMPTY_CELL)


def _shapley(value: dict[Choice, float]) -> tuple[float, float, float]:
    """Mean effects of composition, sizes and sorting; the first two act as one beside sorting."""
    both = (0, 1)
    composition = sum(value[1, s, q] - value[0, s, q] for s, q in product(both, both)) / 4
    sizes = sum(value[c, 1, q] - value[c, 0, q] for c, q in product(both, both)) / 4
    sorting = sum(value[m, m, 1] - value[m, m, 0] for m in both) / 2
    return composition, sizes, sorting


def fitted(counts: Array, sizes: Array, composition: Array) -> Array:
    """The table with the odds ratios of `counts` and these shares of areas and of groups.

    Iterative proportional fitting, Deming and Stephan (1940). Counts (..., areas, groups), all
    above zero, so that there is such a table and the rounds come to it.
    """
    table: Array = counts / counts.sum(axis=(-2, -1), keepdims=True)
    for _ in range(MOST_ROUNDS):
        table = table * (composition / table.sum(axis=-2))[..., np.newaxis, :]
        rows = table.sum(axis=-1)
        table = table * (sizes / rows)[..., np.newaxis]
        if np.abs(rows / sizes - 1).max() < CLOSE_ENOUGH:
            break
    return table
