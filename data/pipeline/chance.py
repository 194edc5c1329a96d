"""What chance gives for every index of every area, worked out on all processors at once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from itertools import combinations
from typing import TypeVar

import numpy as np
from tqdm import tqdm

from data.borders import runs
from data.catalogue import SIMULATED, declared_indicators
from data.decomposition import ChangeParts, parts_by_index
from data.indices.segments import Array
from data.inference import (
    ChanceLevel,
    Change,
    chance_level_of_groups,
    changes_of_years,
    own_seed,
)
from data.pipeline.compute import DECIMALS_KEPT as VALUE_DECIMALS
from data.pipeline.engines import DEFAULT, ENGINES
from data.pipeline.grid import OK
from data.pipeline.groupings import Counted, counted, usable
from data.pipeline.inputs import Inputs
from geo.levels import Level

REPLICATES = 1000
DECIMALS_KEPT = 6
Pair = tuple[int, int]
T = TypeVar("T", ChanceLevel, Change)


@dataclass(frozen=True, eq=False)
class Job:
    """One larger area of one grouping: its counts by year, and what is asked of them.

    `runs` are the years that can be compared with one another.
    """

    grouping: str
    area: str
    indices: tuple[str, ...]
    decomposed: tuple[str, ...]
    counts: dict[int, Array]
    runs: tuple[tuple[int, ...], ...]
    replicates: int


@dataclass(frozen=True, eq=False)
class Simulated:
    """The chance level of every year; the change between every two, and its parts; by index."""

    levels: dict[int, dict[str, ChanceLevel]]
    changes: dict[Pair, dict[str, Change]]
    parts: dict[Pair, dict[str, ChangeParts]]


Chance = dict[tuple[str, str], Simulated]


def chance(inputs: Inputs, replicates: int = REPLICATES, engine: str = DEFAULT) -> Chance:
    """What chance gives by grouping and area, of every area and year with an index."""
    jobs = sorted(_jobs(inputs, replicates), key=_size, reverse=True)
    done = tqdm(ENGINES[engine](simulated, jobs), total=len(jobs), unit=" areas", disable=None)
    return {(job.grouping, job.area): found for job, found in zip(jobs, done, strict=True)}


def simulated(job: Job) -> Simulated:
    """The work of one process; the seed is the area's own, whatever else is asked for."""
    seed, counts = own_seed(job.area), job.counts
    levels = {
        year: chance_level_of_groups(counts[year], job.replicates, seed, job.indices)
        for year in counts
    }
    changes: dict[Pair, dict[str, Change]] = {}
    parts: dict[Pair, dict[str, ChangeParts]] = {}
    for run in job.runs:
        within = {year: counts[year] for year in run}
        changes |= changes_of_years(within, job.replicates, seed, job.indices)
        parts |= {
            (first, last): parts_by_index(counts[first], counts[last], job.decomposed)
            for first, last in combinations(run, 2)
        }
    return Simulated(
        {year: _each(_rounded, found) for year, found in levels.items()},
        {pair: _each(_rounded, found) for pair, found in changes.items()},
        parts,
    )


def _jobs(inputs: Inputs, replicates: int) -> Iterator[Job]:
    for grouping in usable(inputs):
        indices = simulated_indices(grouping.id)
        groups = counted(grouping, inputs)
        for level in groups.wider if indices else ():
            for area, members, counts in _with_an_index(groups, level):
                inside = [groups.areas[member] for member in members]
                asked = (grouping.id, area, indices, grouping.decomposed)
                yield Job(*asked, counts, runs(groups.level, inside, sorted(counts)), replicates)


def simulated_indices(grouping: str) -> tuple[str, ...]:
    """The indices of a grouping that are published and have a chance level."""
    measures = (one.measure for one in declared_indicators().values())
    named = [m.index for m in measures if m.grouping == grouping and m.index in SIMULATED]
    return tuple(dict.fromkeys(str(name) for name in named))


def _with_an_index(
    groups: Counted, level: Level
) -> Iterator[tuple[str, list[int], dict[int, Array]]]:
    """The small areas of every larger one, and their counts in the years that it has an index."""
    segments, statuses = groups.segments(level), groups.statuses(level)
    for number, area in enumerate(segments.labels):
        members = segments.members(number)
        rows = np.flatnonzero(statuses[:, number] == OK)
        if rows.size:
            counts = {groups.years[row]: groups.counts[row][members] for row in rows}
            yield area, members.tolist(), counts


def _size(job: Job) -> int:
    return sum(counts.size for counts in job.counts.values())


def _each(action: Callable[[T], T], by_index: dict[str, T]) -> dict[str, T]:
    return {name: action(found) for name, found in by_index.items()}


def _rounded(numbers: T) -> T:
    """The limits as they are published, so that all that is made of them agrees with them."""
    places = {"value": VALUE_DECIMALS, "largest": VALUE_DECIMALS}
    return replace(
        numbers,
        **{
            field.name: round(getattr(numbers, field.name), places.get(field.name, DECIMALS_KEPT))
            for field in fields(numbers)
        },
    )
