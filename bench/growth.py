"""The pipeline on a larger country: python -m bench.growth [one in so many jobs]

A synthetic grid of the size of DeSO, 6,160 areas in 290 municipalities over 14 years: the slowest
step of the pipeline, the indices of every larger area with their chance levels and the changes
between all years, on all processors. No figure of it is anybody's.
"""

import resource
import sys
import time
from collections.abc import Iterator

import numpy as np

from bench.report import table
from data.groups import groupings
from data.pipeline.chance import REPLICATES, Job, simulated, simulated_indices
from data.pipeline.engines import DEFAULT, ENGINES
from geo.areas import areas
from geo.levels import SWEDEN, levels

AREAS = 6160
YEARS = tuple(range(2010, 2024))
PEOPLE = (700, 2700)
ONE_IN = 60
SEED = 7


def main(each: int = ONE_IN) -> str:
    """The work of some of the jobs, and what all of them would take."""
    jobs = sorted(_jobs(REPLICATES), key=_size, reverse=True)
    some = jobs[each // 2 :: each]
    began = time.perf_counter()
    done = sum(1 for _ in ENGINES[DEFAULT](simulated, some))
    minutes = (time.perf_counter() - began) / 60
    whole = minutes * sum(map(_size, jobs)) / sum(map(_size, some))
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    head = ("areas x years", "spreads", "jobs done", "minutes", "of jobs", "minutes, estimated",
            "largest process, MB")  # fmt: skip
    row = (f"{AREAS:,} x {len(YEARS)}", f"{REPLICATES:,}", f"{done:,}", f"{minutes:.1f}",
           f"{len(jobs):,}", f"{whole:.0f}", f"{largest:,.0f}")  # fmt: skip
    return (
        "Synthetic, of the size of DeSO. Some of the jobs are done, from large to small; the rest "
        "is estimated by the number of counts.\n\n" + table([head, row])
    )


def _jobs(replicates: int) -> Iterator[Job]:
    """Every municipality, county and Sweden, of every grouping with chance levels."""
    random = np.random.default_rng(SEED)
    municipalities = sorted(areas(levels()["municipality"]))
    weights = random.pareto(1.2, len(municipalities)) + 0.3
    of = np.sort(random.choice(len(municipalities), AREAS, p=weights / weights.sum()))
    codes = np.array(municipalities)[of]
    for grouping in groupings().values():
        indices = simulated_indices(grouping.id)
        counts = _counts(random, len(grouping.groups)) if indices else {}
        for wider in _wider(codes) if indices else ():
            inside = np.char.startswith(codes, wider) if wider != SWEDEN else codes != ""
            if inside.sum() > 1:
                yield Job(
                    grouping.id, wider, indices, grouping.decomposed,
                    {year: found[inside] for year, found in counts.items()}, (YEARS,), replicates,
                )  # fmt: skip


def _wider(codes: np.ndarray) -> list[str]:
    return [SWEDEN, *sorted({code[:2] for code in codes}), *sorted(set(codes))]


def _counts(random: np.random.Generator, groups: int) -> dict[int, np.ndarray]:
    """People by group who move a little from year to year."""
    shares = random.dirichlet([2] * groups, AREAS)
    people = random.integers(*PEOPLE, AREAS)
    return {year: random.multinomial(people, shares) for year in YEARS}


def _size(job: Job) -> int:
    return sum(counts.size for counts in job.counts.values())


if __name__ == "__main__":
    print(main(int(sys.argv[1]) if sys.argv[1:] else ONE_IN))
