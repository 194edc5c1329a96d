"""The pipeline as if the country had four municipalities: python -m tests.small_country FOLDER ...

Real municipalities and RegSO of both editions, two of which came or went between them; for tests
that run it as a process of its own.
"""

import csv
import sys
from dataclasses import replace
from pathlib import Path

from data.pipeline.sources import declarations
from data.pipeline.sources.clock import Clock
from geo import areas
from geo import levels as known_levels
from tests.source_country import halves

MUNICIPALITIES = ("0114", "0115", "2523", "2584")
REGISTERS = ("county", "municipality", "regso2020", "regso2025")


def written(folder):
    """The registers of the small country in a folder."""
    for name in REGISTERS:
        with (areas.AREAS_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        inside = [row for row in rows if any(m.startswith(row[0][:4]) for m in MUNICIPALITIES)]
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([header, *inside])
    return folder


def with_deso(folder):
    """Registers of two made-up DeSO in each RegSO beside those of the small country."""
    for deso, regso in (("deso2018", "regso2020"), ("deso2025", "regso2025")):
        rows = [[code, code, code[:4]] for code in sorted(halves(codes(folder, regso)))]
        with (folder / f"{deso}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([["code", "name", "parent"], *rows])
    return folder


def codes(folder, name):
    return [
        line.partition(",")[0] for line in (folder / f"{name}.csv").read_text("utf-8").splitlines()
    ][1:]


def settle(folder, patch=setattr):
    """Make the areas those of a folder, in this process or for as long as a test lasts."""
    every = {
        id_: replace(one, editions=_few(folder, one)) for id_, one in declarations.levels().items()
    }
    patch(areas, "AREAS_FOLDER", folder)
    patch(known_levels, "REGISTERS", folder)
    known_levels.levels.cache_clear()
    patch(declarations, "levels", lambda: every)


def _few(folder, level):
    return {
        edition: replace(one, areas=len(codes(folder, f"{level.id}{edition}")))
        if (folder / f"{level.id}{edition}.csv").exists()
        else one
        for edition, one in level.editions.items()
    }


def pipeline(folder, *words):
    """The exit code of the pipeline, which waits for nothing; for a process of its own."""
    # Processes that the pipeline starts import this module too, and need nothing of that one.
    from data.pipeline.__main__ import main

    settle(Path(folder))
    Clock.sleep = lambda *_: None
    return main(list(words))


if __name__ == "__main__":
    sys.exit(pipeline(*sys.argv[1:]))
