"""Which larger area each area belongs to, so that an index of all of them is one step."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]


@dataclass(frozen=True, eq=False)
class Segments:
    """Areas by the larger area they belong to.

    `labels` names the larger areas, sorted. `order` sorts the areas by larger area, `starts` says
    where each larger area begins in that order, `sizes` how many areas it has. Whatever the
    methods take and return has the areas, in that order, on its last axis.
    """

    labels: tuple[Any, ...]
    order: npt.NDArray[np.intp]
    starts: npt.NDArray[np.intp]
    sizes: npt.NDArray[np.intp]

    @classmethod
    def of(cls, labels: npt.ArrayLike) -> "Segments":
        """The segments of one label per area, for example its municipality code."""
        found, positions, sizes = np.unique(
            np.asarray(labels), return_inverse=True, return_counts=True
        )
        order = np.argsort(positions, kind="stable")
        return cls(tuple(found.tolist()), order, np.cumsum(sizes) - sizes, sizes)

    @classmethod
    def one(cls, areas: int) -> "Segments":
        """All areas in one segment."""
        return cls(("",), np.arange(areas), np.zeros(1, dtype=np.intp), np.array([areas]))

    @property
    def areas(self) -> int:
        return len(self.order)

    @cached_property
    def in_order(self) -> bool:
        return bool((np.diff(self.order) == 1).all())

    @cached_property
    def positions(self) -> npt.NDArray[np.intp]:
        """The number of the larger area of each area."""
        return np.repeat(np.arange(len(self.labels)), self.sizes)

    def arranged(self, values: Array) -> Array:
        """Values of the areas as they came, in the order of the segments."""
        return values if self.in_order else values[..., self.order]

    def as_they_came(self, values: Array) -> Array:
        """Values in the order of the segments, as the areas came."""
        if self.in_order:
            return values
        back = np.empty_like(values)
        back[..., self.order] = values
        return back

    def members(self, number: int) -> npt.NDArray[np.intp]:
        """Which areas, as they came, the larger area of this number has."""
        start = self.starts[number]
        return self.order[start : start + self.sizes[number]]

    def sums(self, values: Array) -> Array:
        """The sum over the areas of each larger area."""
        if not self.areas:
            return np.zeros((*values.shape[:-1], len(self.labels)))
        if len(self.labels) == 1:
            return np.asarray(values.sum(axis=-1, keepdims=True))
        return np.asarray(np.add.reduceat(values, self.starts, axis=-1))

    def spread(self, values: Array) -> Array:
        """The value of its larger area for each area."""
        return values if len(self.labels) == 1 else values[..., self.positions]

    def before(self, values: Array) -> Array:
        """The running sum of the areas that come earlier in the same larger area."""
        earlier = np.cumsum(values, axis=-1) - values
        return earlier - self.spread(earlier[..., self.starts]) if self.areas else earlier

    def ranked(self, by: Array, *values: Array) -> tuple[Array, ...]:
        """Values with the areas of each larger area sorted by something of theirs."""
        order = np.lexsort((by, np.broadcast_to(self.positions, by.shape)), axis=-1)
        return tuple(np.take_along_axis(each, order, axis=-1) for each in values)

    def shares(self, values: Array) -> Array:
        """Each area's part of the sum of its larger area; NaN where that sum is zero."""
        return ratio(values, self.spread(self.sums(values)))


def ratio(part: Array, whole: Array, nothing: float = np.nan) -> Array:
    """Part by whole, and `nothing` where the whole is zero."""
    shape = np.broadcast_shapes(part.shape, whole.shape)
    return np.divide(part, whole, out=np.full(shape, nothing, dtype=np.float64), where=whole > 0)
