"""What every index shares: checked counts, one larger area or many at once."""

import inspect
from collections.abc import Callable
from typing import Concatenate, Generic, ParamSpec

import numpy as np

from data.indices.segments import Array, Segments

P = ParamSpec("P")
COUNTS = ("group", "other", "total", "counts", "means", "population")


class _Formula(Generic[P]):
    """A formula over checked counts, with the areas in the order of their segments."""

    def __init__(self, formula: Callable[Concatenate[Segments, P], Array]) -> None:
        self.formula = formula
        self.name = formula.__name__
        self.signature = inspect.signature(formula)
        _, *parameters = self.signature.parameters
        self.takes = tuple(name for name in parameters if name in COUNTS)
        self.__doc__, self.__module__ = formula.__doc__, formula.__module__
        self.__name__ = self.__qualname__ = self.name
        self.__signature__ = self.signature.replace(
            parameters=[self.signature.parameters[name] for name in parameters]
        )

    def __repr__(self) -> str:
        return f"<index {self.name}>"

    def by(self, segments: Segments, *args: P.args, **kwargs: P.kwargs) -> Array:
        """The index of every larger area at once: counts (..., areas) to (..., larger areas).

        Counts of several groups are (..., areas, groups). Leading axes, such as years or
        replicates, are kept.
        """
        bound = self.signature.bind(segments, *args, **kwargs)
        given = {name: _checked(self.name, name, bound.arguments[name]) for name in self.takes}
        given = {name: _areas_last(name, values) for name, values in given.items()}
        _check_areas(self.name, segments, given)
        _check_parts(self.name, given)
        arranged = {name: segments.arranged(values) for name, values in given.items()}
        bound.arguments.update(zip(arranged, np.broadcast_arrays(*arranged.values()), strict=True))
        values = self.formula(*bound.args, **bound.kwargs)
        return values if segments.areas else np.full(values.shape, np.nan)

    def from_counts(self, segments: Segments, counts: Array) -> Array:
        """The index of counts (..., areas, groups), whatever the index takes.

        An index of two groups takes the first column as the group and the second as the other.
        """
        counts = np.asarray(counts)
        if "counts" in self.takes:
            return self.by(segments, *(counts,))  # type: ignore[call-arg, arg-type]
        if counts.shape[-1] != 2 or not {"group", "other", "total"}.issuperset(self.takes):
            raise ValueError(
                f"{self.name} takes {' and '.join(self.takes)}, which cannot be read from "
                f"{counts.shape[-1]} columns of counts. Give two columns, group and other, "
                "to an index of two groups."
            )
        group, other = counts[..., 0], counts[..., 1]
        columns = {"group": group, "other": other, "total": group + other}
        return self.by(segments, *(columns[name] for name in self.takes))  # type: ignore[call-arg, arg-type]


class Index(_Formula[P]):
    """An index with one value for each larger area; called with counts of one, it is a number."""

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> float:
        value = self.by(_one_segment(self.signature, *args, **kwargs), *args, **kwargs)
        return float(value[0])


class AreaIndex(_Formula[P]):
    """An index with one value for each area, in the order the areas came."""

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> Array:
        return self.by(_one_segment(self.signature, *args, **kwargs), *args, **kwargs)

    def by(self, segments: Segments, *args: P.args, **kwargs: P.kwargs) -> Array:
        """The index of every area within its larger area: counts (..., areas) to the same."""
        return segments.as_they_came(super().by(segments, *args, **kwargs))


def _one_segment(signature: inspect.Signature, *args: object, **kwargs: object) -> Segments:
    """One segment as long as the first counts; they have no leading axes here."""
    bound = signature.bind(None, *args, **kwargs)
    _, first, *_ = bound.arguments
    values = np.asarray(bound.arguments[first])
    axes = 2 if first == "counts" else 1
    if values.ndim != axes:
        raise ValueError(
            f"{first!r} has {values.ndim} axes, and one larger area needs {axes}. "
            "Use by(segments, ...) for years or replicates."
        )
    return Segments.one(values.shape[0])


def _checked(index: str, name: str, values: object) -> Array:
    counts = np.asarray(values, dtype=np.float64)
    if counts.size and not (counts.min() >= 0 and counts.max() < np.inf):
        wrong = np.argwhere(~(np.isfinite(counts) & (counts >= 0)))[0].tolist()
        raise ValueError(
            f"{index}: {name!r} is {counts[tuple(wrong)]} at position {wrong}. "
            "Give counts of zero or more, and leave out areas without figures."
        )
    return counts


def _areas_last(name: str, counts: Array) -> Array:
    """Counts of several groups as (groups, ..., areas), so that areas are last everywhere."""
    if name != "counts":
        return counts
    if counts.ndim < 2:
        raise ValueError(
            f"'counts' has shape {counts.shape}. Give one row an area, one column a group."
        )
    return np.ascontiguousarray(np.moveaxis(counts, -1, 0))


def _check_areas(index: str, segments: Segments, given: dict[str, Array]) -> None:
    for name, counts in given.items():
        if counts.ndim == 0 or counts.shape[-1] != segments.areas:
            raise ValueError(
                f"{index}: {name!r} has {counts.shape[-1] if counts.ndim else 'no'} areas "
                f"where {segments.areas} are expected. Give one count per area to each."
            )


def _check_parts(index: str, given: dict[str, Array]) -> None:
    """Groups are part of the total; a billionth is let pass for counts that are not whole."""
    if "total" not in given:
        return
    parts = sum(given[name] for name in ("group", "other") if name in given)
    if (parts > given["total"] * (1 + 1e-9)).any():
        raise ValueError(
            f"{index}: an area has more people in its groups than in 'total'. "
            "Give the total of all people, the groups included."
        )
