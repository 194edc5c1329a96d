"""python -m bench.indices: the indices and the chance level beside PySAL's, in one run."""

import contextlib
import os
import warnings
from collections.abc import Callable, Collection
from statistics import median
from time import perf_counter

import numpy as np
import pandas

from bench.counts import counts
from data.indices import INDICES, Segments
from data.inference import chance_level

YEAR = 2023
MUNICIPALITY = "0114"
OURS_REPEATED = 30
THEIRS_REPEATED = 3
REPLICATES = 1000
THEIR_REPLICATES = 20
FIVE = {
    "dissimilarity": "Dissim",
    "gini": "Gini",
    "isolation": "Isolation",
    "exposure": "Interaction",
    "theil_h": "Entropy",
}


def seconds(action: Callable[[], object], repeats: int) -> list[float]:
    """How long an action takes, each time, after once that does not count."""
    action()
    taken = []
    for _ in range(repeats):
        start = perf_counter()
        action()
        taken.append(perf_counter() - start)
    return taken


def row(name: str, ours: list[float], theirs: list[float]) -> str:
    ratio = median(theirs) / median(ours)
    spread = [f"{min(each) * 1e3:.2f}-{max(each) * 1e3:.2f}" for each in (ours, theirs)]
    return (
        f"{name:<48}{median(ours) * 1e3:>10.3f}{spread[0]:>18}"
        f"{median(theirs) * 1e3:>12.2f}{spread[1]:>20}{ratio:>10,.0f}"
    )


def indices_of_all_municipalities(names: Collection[str]) -> tuple[list[float], list[float]]:
    """Indices of 290 municipalities, ours of all at once and PySAL's one by one."""
    from segregation import singlegroup

    figures = counts(YEAR)
    segments = Segments.of(figures.municipality)
    table = pandas.DataFrame(figures.background, columns=["group", "other"])
    table["total"] = table["group"] + table["other"]
    municipalities = [
        table.iloc[segments.members(number)] for number in range(len(segments.labels))
    ]

    def ours() -> None:
        for name in names:
            INDICES[name].from_counts(segments, figures.background)

    def theirs() -> None:
        for name in names:
            for municipality in municipalities:
                getattr(singlegroup, FIVE[name])(municipality, "group", "total")

    return seconds(ours, OURS_REPEATED), seconds(theirs, THEIRS_REPEATED)


def chance_per_replicate() -> tuple[list[float], list[float]]:
    """One replicate of the chance level: all of Sweden ours, one municipality PySAL's."""
    from segregation.inference import SingleValueTest
    from segregation.singlegroup import Dissim

    figures = counts(YEAR)
    one = [code == MUNICIPALITY for code in figures.municipality]
    table = pandas.DataFrame(figures.background[one], columns=["group", "other"])
    table["total"] = table["group"] + table["other"]
    index = Dissim(table, "group", "total")

    def ours() -> None:
        chance_level(*figures.background.T, replicates=REPLICATES, indices=["dissimilarity"])

    def theirs() -> None:
        SingleValueTest(
            index,
            iterations_under_null=THEIR_REPLICATES,
            null_approach="person_permutation",
            n_jobs=1,
        )

    return (
        [each / REPLICATES for each in seconds(ours, THEIRS_REPEATED)],
        [each / THEIR_REPLICATES for each in seconds(theirs, THEIRS_REPEATED)],
    )


def main() -> None:
    print(f"{'milliseconds, median and range':<48}{'ours':>10}{'':>18}{'PySAL':>12}{'':>20}"
          f"{'times':>10}")  # fmt: skip
    with (
        warnings.catch_warnings(),
        np.errstate(all="ignore"),
        open(os.devnull, "w") as nowhere,
        contextlib.redirect_stderr(nowhere),
    ):
        warnings.simplefilter("ignore")
        rows = {name: indices_of_all_municipalities([name]) for name in FIVE}
        rows["five indices, 290 municipalities"] = indices_of_all_municipalities(FIVE)
        rows["chance, one replicate: Sweden / Upplands Väsby"] = chance_per_replicate()
    for name, (ours, theirs) in rows.items():
        print(row(name, ours, theirs))


if __name__ == "__main__":
    main()
