"""The pipeline on every table there is, at full size: python -m bench.whole [--all]

All figures that the catalogue knows, made up, of all RegSO in the fourteen years from 2011, over both
editions of the areas: from figures to the bytes of an edition. Random spreads are the slow step: some
areas of each kind are spread a thousand times, and the rest is worked out by the number of counts;
with `--all` nothing is worked out, and every area is spread as often as in an edition.
Time is what the processors worked, so that others on the machine do not count. No figure of it is
anybody's.
"""

import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray

from bench.report import table
from data.catalogue import declared_indicators
from data.groups import groups
from data.pipeline.above_chance import above_chance, in_order
from data.pipeline.chance import REPLICATES, Chance, _jobs, _size, chance, simulated
from data.pipeline.checks import expected
from data.pipeline.compute import computed
from data.pipeline.counts import columns
from data.pipeline.engines import DEFAULT
from data.pipeline.evidence import evidence
from data.pipeline.files import files
from data.pipeline.grid import Grid
from data.pipeline.identities import check_identities
from data.pipeline.inputs import Inputs
from data.pipeline.register import codes
from data.pipeline.sources.area_types import area_types
from data.pipeline.united import united_areas
from geo.levels import SWEDEN, levels

LEVEL = "regso"
YEARS = tuple(range(2011, 2025))
# How many jobs are done of Sweden, of counties and of municipalities, by the letters of the code.
SAMPLE = {0: 1, 2: 3, 4: 12}
SEED = 11
MEGABYTE = 1024
Numbers = NDArray[np.float64]


def main(engine: str = DEFAULT, *, whole: bool = False) -> str:
    """The steps and what each took; of the random spreads a part is done, or the whole."""
    steps: dict[str, float] = {}
    given = inputs()
    with worked("values of indicators", steps):
        found = list(computed(given))
    drawn = spread(given, engine, steps, whole)
    with worked("tables beside the values", steps):
        every = in_order([*found, *above_chance(given, drawn)])
        tables = evidence(every, given, drawn) | united_areas(every, given)
    with worked("identities checked", steps):
        check_identities(every, tables, given, expected())
    with worked("files written", steps):
        content = files(every, tables)
    told = [
        ("step", "processor seconds"),
        *((name, f"{took:,.0f}") for name, took in steps.items()),
    ]
    areas = len(codes(levels()[LEVEL], levels()[LEVEL].edition_over(YEARS)))
    size = sum(map(len, content.values())) / 1e6
    return (
        f"Made up: {len(given.figures)} figures of {areas:,} RegSO in {len(YEARS)} years; "
        f"{sum(one.grid.values.size for one in every):,} values and "
        f"{sum(map(len, tables.values())):,} rows beside them, {size:.1f} MB.\n\n"
        f"{table(told)}\n\nLargest process: {peak(resource.RUSAGE_SELF):,.0f} MB; of those that "
        f"draw {peak(resource.RUSAGE_CHILDREN):,.0f} MB."
    )


def spread(given: Inputs, engine: str, steps: dict[str, float], whole: bool) -> Chance:
    """The chance levels, of one spread where what all would take is worked out only."""
    if not whole:
        steps[f"chance, {REPLICATES:,} spreads, worked out"] = estimated(given)
    replicates = REPLICATES if whole else 1
    with worked(f"chance, {replicates:,} spreads of everything", steps):
        return chance(given, replicates, engine)


def estimated(given: Inputs) -> float:
    """The processor seconds of all spreads, from some jobs of each kind of larger area."""
    jobs = sorted(_jobs(given, REPLICATES), key=_size)
    whole = 0.0
    for letters, number in SAMPLE.items():
        of_kind = [job for job in jobs if (0 if job.area == SWEDEN else len(job.area)) == letters]
        some = of_kind[:: max(1, len(of_kind) // number)][:number]
        began = time.process_time()
        for job in some:
            simulated(job)
        took = time.process_time() - began
        print(f"  {len(some)} jobs: {took:,.0f} s", file=sys.stderr, flush=True)
        whole += took * sum(map(_size, of_kind)) / sum(map(_size, some))
    return whole


@contextmanager
def worked(step: str, steps: dict[str, float]) -> Iterator[None]:
    """Notes how many seconds the processors have worked for a step, those of its processes too."""
    began = _worked()
    yield
    steps[step] = _worked() - began
    print(f"  {step}: {steps[step]:,.0f} s", file=sys.stderr, flush=True)


def _worked() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def peak(who: int) -> float:
    return resource.getrusage(who).ru_maxrss / MEGABYTE


def inputs() -> Inputs:
    """Every column that a group or an indicator is made of; parts are never more than the whole."""
    random, level = np.random.default_rng(SEED), levels()[LEVEL]
    named = {column for group in groups().values() for column in columns(group)}
    named |= {
        str(one.measure.given)
        for one in declared_indicators().values()
        if one.measure.given and LEVEL in one.levels
    }
    register = codes(level, level.edition_over(YEARS))
    shape = (len(YEARS), len(register))
    people = np.broadcast_to(random.integers(700, 2700, shape[1]), shape).astype(float)
    parts = sorted(named)
    known = {name: column(name, random, people) for name in parts}
    known["area_type"] = np.array([area_types(row) for row in known["socioeconomic_index"]])
    there = [[code in codes(level, level.edition(year)) for code in register] for year in YEARS]
    absent = ~np.array(there)
    grids = {
        name: Grid.of(level, YEARS, np.where(absent, np.nan, values))
        for name, values in known.items()
    }
    return Inputs(grids, {(LEVEL, name): grid for name, grid in grids.items()}, {}, (), False)


def column(name: str, random: np.random.Generator, people: Numbers) -> Numbers:
    """Counts that move a little from year to year, or percentages; wholes are everybody."""
    if name in (
        "population",
        "people_20_64",
        "people_of_known_background",
        "people_with_net_income",
    ):
        return people
    if name.startswith("net_income_quartile"):
        return np.full(people.shape, 25.0) + random.choice([-0.1, 0.0, 0.1], people.shape)
    if name.endswith(("_share", "_index", "_tkr")):
        return random.uniform(5, 40, people.shape).round(1)
    if name == "labour_force_20_64":
        return (0.8 * people).round()
    share = random.beta(2, 6, people.shape[1]) / 2
    return random.binomial(people.astype(np.int64), share).astype(float)


if __name__ == "__main__":
    print(main(whole="--all" in sys.argv[1:]))
