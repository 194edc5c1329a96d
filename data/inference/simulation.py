"""Counts drawn by chance, and the indices of them."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from data.indices import INDICES, Segments
from data.indices.segments import Array

OF_TWO_GROUPS = (
    "dissimilarity",
    "gini",
    "atkinson",
    "isolation",
    "exposure",
    "correlation_ratio",
    "theil_h",
    "mutual_information",
)
OF_SEVERAL_GROUPS = (
    "theil_h",
    "mutual_information",
    "multigroup_dissimilarity",
    "normalized_exposure",
)
OF_ORDERED_GROUPS = ("rank_order_h",)
LOW_AND_HIGH = (2.5, 97.5)
# Drawing is quickest for many replicates at once, counting while they fit in the processor's cache.
DRAWN_AT_ONCE = 12_000_000
COUNTED_AT_ONCE = 200_000

Seed = int | Sequence[int]


def own_seed(label: str, seed: int = 0) -> list[int]:
    """The seed of one larger area, so that its answer does not depend on the others."""
    return [seed, int.from_bytes(label.encode())]


def spread_at_random(counts: Array, replicates: int, random: np.random.Generator) -> Array:
    """Counts (replicates, areas, groups), every arrangement of the people equally likely.

    Every area and every group keeps its size: the multivariate hypergeometric distribution, drawn
    exactly, area after area from those still without a place.
    """
    left = np.tile(counts.sum(axis=0), (replicates, 1))
    spread = np.empty((replicates, *counts.shape), dtype=np.int64)
    for area, size in enumerate(counts.sum(axis=1)):
        room, others = np.full(replicates, size), left.sum(axis=1)
        for group in range(counts.shape[1] - 1):
            others -= left[:, group]
            spread[:, area, group] = random.hypergeometric(left[:, group], others, room)
            room -= spread[:, area, group]
        spread[:, area, -1] = room
        left -= spread[:, area]
    return spread


def redrawn(counts: Array, replicates: int, random: np.random.Generator) -> Array:
    """Counts (replicates, areas, groups), each person's group drawn with the area's own shares."""
    sizes = counts.sum(axis=1)
    shares = counts / np.maximum(sizes, 1)[:, np.newaxis]
    return random.multinomial(sizes, shares, size=(replicates, len(sizes)))


def values(indices: tuple[str, ...], drawn: Iterable[Array]) -> dict[str, Array]:
    """Each index of all replicates, from batches of counts (replicates, areas, groups)."""
    found: dict[str, list[Array]] = {name: [] for name in indices}
    for batch in drawn:
        areas = Segments.one(batch.shape[1])
        at_once = _replicates(COUNTED_AT_ONCE, batch[0].size)
        for start in range(0, len(batch), at_once):
            counts = batch[start : start + at_once]
            for name in indices:
                found[name].append(INDICES[name].from_counts(areas, counts)[..., 0])
    return {name: np.concatenate(parts) for name, parts in found.items()}


def batches(replicates: int, size: int) -> Iterator[int]:
    """Replicates in batches that fit in memory, for counts of this size."""
    at_once = _replicates(DRAWN_AT_ONCE, size)
    for start in range(0, replicates, at_once):
        yield min(at_once, replicates - start)


def _replicates(counts: int, size: int) -> int:
    return max(1, counts // max(1, size))


def limits(drawn: Array) -> tuple[float, float]:
    """What 95 of 100 lie between."""
    low, high = np.percentile(drawn, LOW_AND_HIGH)
    return float(low), float(high)


def limits_of_each(drawn: Array) -> tuple[list[float], list[float]]:
    """`limits` of every row."""
    low, high = np.percentile(drawn, LOW_AND_HIGH, axis=-1)
    return low.tolist(), high.tolist()


def whole(counts: Array) -> Array:
    """Counts (areas, groups) of whole people; ValueError where they are not."""
    counts = np.asarray(counts)
    if (
        counts.ndim != 2
        or not np.isfinite(counts).all()
        or not ((counts >= 0) & (counts % 1 == 0)).all()
    ):
        raise ValueError(
            "Chance is worked out for whole people: give counts (areas, groups) of 0, 1, 2 and so "
            f"on. These have shape {counts.shape} or hold something else."
        )
    return counts.astype(np.int64)
