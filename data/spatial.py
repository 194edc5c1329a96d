"""Measures that know where areas lie. The pipeline uses this module; the web process does not."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

from data.indices.segments import Array, ratio

PATTERNS = {
    (True, True): "high_high",
    (False, False): "low_low",
    (True, False): "high_low",
    (False, True): "low_high",
}
NO_PATTERN = ""
FALSE_DISCOVERIES = 0.05


@dataclass(frozen=True, eq=False)
class Neighbours:
    """Which areas are neighbours: each pair both ways, as the numbers of an area and of its other."""

    areas: int
    area: npt.NDArray[np.intp]
    other: npt.NDArray[np.intp]

    @classmethod
    def touching(cls, shapes: Sequence[shapely.Geometry]) -> "Neighbours":
        """Areas that share a border or a corner (queen contiguity), of shapes without gaps."""
        tree = shapely.STRtree(shapes)
        area, other = tree.query(shapes, predicate="intersects")
        return cls(len(shapes), area[area != other], other[area != other])

    @property
    def numbers(self) -> npt.NDArray[np.intp]:
        """How many neighbours each area has."""
        return np.bincount(self.area, minlength=self.areas)

    def mean(self, values: Array) -> Array:
        """The mean of the neighbours of each area; zero where it has none."""
        sums = np.bincount(self.area, weights=values[self.other], minlength=self.areas)
        return ratio(sums, self.numbers, nothing=0)


@dataclass(frozen=True)
class GlobalMoran:
    """How alike neighbours are: Moran's I, what it is without any pattern, and a p-value."""

    value: float
    expected: float
    p_value: float


@dataclass(frozen=True, eq=False)
class LocalMoran:
    """Moran's I of each area, its two-sided p-value, and the pattern where that is significant.

    `pattern` is `high_high` or `low_low` in a cluster, `high_low` or `low_high` where an area is
    unlike its neighbours, and empty otherwise.
    """

    value: Array
    p_value: Array
    pattern: tuple[str, ...]


def morans_i(
    share: Array, neighbours: Neighbours, permutations: int = 999, seed: int = 0
) -> GlobalMoran:
    """Moran's I of a share: how alike areas are to the mean of their neighbours.

    I = (n / n') sum_i z_i m_i / sum_i z_i^2, with z the departures from the mean of all areas, m
    the mean departure of an area's neighbours and n' the areas that have any; Moran (1950), Cliff
    and Ord (1981). One share per area, (areas,). About -1 to 1; -1 / (n - 1) where shares lie at
    random, more where alike lie together. The p-value is one-sided, from shares moved about among
    the areas. NaN with fewer than three areas, without neighbours, or where all shares are equal.
    ValueError where a share is not finite or lengths differ.
    """
    share = _checked(share, neighbours)
    if not _varies(share, neighbours):
        return GlobalMoran(np.nan, np.nan, np.nan)
    departure = share - share.mean()
    scale = len(share) / np.count_nonzero(neighbours.numbers) / (departure @ departure)
    value = scale * (departure @ neighbours.mean(departure))
    random = np.random.default_rng(seed)
    moved = (random.permutation(departure) for _ in range(permutations))
    larger = sum(scale * (each @ neighbours.mean(each)) >= value for each in moved)
    p_value = (1 + larger) / (1 + permutations)
    return GlobalMoran(float(value), -1 / (len(share) - 1), float(p_value))


def local_morans_i(
    share: Array, neighbours: Neighbours, permutations: int = 999, seed: int = 0
) -> LocalMoran:
    """Local Moran's I: where areas with high or with low shares lie together.

    I_i = (n - 1) z_i m_i / sum z^2, Anselin (1995), with z and m as in Moran's I. One share per
    area, (areas,); one value for each, above 0 among alike neighbours and below 0 among unlike.
    P-values come from shares moved about among the other areas. A pattern is named where it is
    significant with 5 per cent false discoveries among all areas, Benjamini and Hochberg (1995),
    Caldas de Castro and Singer (2006). NaN with fewer than three areas, without neighbours, or
    where all shares are equal. ValueError where a share is not finite or lengths differ.
    """
    share = _checked(share, neighbours)
    if not _varies(share, neighbours):
        nothing = np.full(len(share), np.nan)
        return LocalMoran(nothing, nothing, (NO_PATTERN,) * len(share))
    departure = share - share.mean()
    nearby = neighbours.mean(departure)
    value = (len(share) - 1) * departure * nearby / (departure @ departure)
    p_value = _p_values(departure, nearby, neighbours.numbers, permutations, seed)
    significant = p_value <= _false_discovery_limit(p_value)
    pattern = (
        PATTERNS[bool(own > 0), bool(theirs > 0)] if certain else NO_PATTERN
        for own, theirs, certain in zip(departure, nearby, significant, strict=True)
    )
    return LocalMoran(value, p_value, tuple(pattern))


def distance_decay_isolation(
    group: Array, total: Array, x: Array, y: Array, surface: Array, scale: float = 1000.0
) -> float:
    """The group's share among those whom its average member meets, near rather than far away.

    DPxx = sum_i (g_i / G) sum_j k_ij g_j / t_j, k_ij = t_j exp(-d_ij) / sum_j t_j exp(-d_ij),
    Morgan (1983), Massey and Denton (1988); d_ii = (0.6 a_i)^(1/2), White (1983). Counts per
    area, (areas,) each, total of all people; x and y of the areas' middles and `scale` in
    metres, surface in square metres. d is in units of `scale`: one unit farther away, people are
    met a factor e less. From 0 to 1, and the group's share of all people where it is spread
    evenly. NaN where the group has nobody. ValueError where lengths differ, where a number is
    negative or not finite, or where the group exceeds the total.
    """
    group, total, surface, x, y = (
        np.asarray(each, np.float64) for each in (group, total, surface, x, y)
    )
    if {each.shape for each in (group, total, surface, x, y)} != {(group.size,)}:
        raise ValueError("Areas differ in number. Give one count, place and surface per area.")
    if not all((each >= 0).all() for each in (group, total, surface, total - group)):
        raise ValueError("A count or surface is negative or missing, or a group exceeds its total.")
    if not np.isfinite([group, total, surface, x, y]).all():
        raise ValueError("A count, place or surface is not finite. Leave such areas out.")
    if not group.sum():
        return np.nan
    distance = np.hypot(x[:, np.newaxis] - x, y[:, np.newaxis] - y)
    np.fill_diagonal(distance, np.sqrt(0.6 * surface))
    near = np.exp(-distance / scale)
    share = ratio(near @ group, near @ total, nothing=0)
    return float((group / group.sum() * share).sum())


def _p_values(
    departure: Array, nearby: Array, numbers: Array, permutations: int, seed: int
) -> Array:
    """Two-sided p-values of the mean of each area's neighbours, drawn from all other areas."""
    everyone = np.tile(np.arange(len(departure) - 1), (permutations, 1))
    drawn = np.random.default_rng(seed).permuted(everyone, axis=1)[:, : numbers.max()]
    p_value = np.ones(len(departure))
    for area in np.flatnonzero(numbers):
        others = np.delete(departure, area)
        means = others[drawn[:, : numbers[area]]].mean(axis=1)
        extreme = min((means >= nearby[area]).sum(), (means <= nearby[area]).sum())
        p_value[area] = min(1, 2 * (1 + extreme) / (1 + permutations))
    return p_value


def _false_discovery_limit(p_value: Array) -> float:
    """The largest p-value that is significant among them all; below zero where none is."""
    ordered = np.sort(p_value)
    steps = FALSE_DISCOVERIES * np.arange(1, len(ordered) + 1) / len(ordered)
    return float(ordered[ordered <= steps].max(initial=-1))


def _varies(share: Array, neighbours: Neighbours) -> bool:
    return len(share) > 2 and len(neighbours.area) > 0 and np.ptp(share) > 0


def _checked(share: Array, neighbours: Neighbours) -> Array:
    share = np.asarray(share, np.float64)
    if share.shape != (neighbours.areas,):
        raise ValueError(
            f"There are {neighbours.areas} areas and shares of shape {share.shape}. "
            "Give one share per area, in the same order."
        )
    if not np.isfinite(share).all():
        raise ValueError("A share is not finite. Leave areas without a share out.")
    return share
