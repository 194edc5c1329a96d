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


def codes(folder, name):
    return [line.partition(",")[0] for line in (folder / f"{name}.csv").read_text().splitlines()][
        1:
    ]


def settle(folder, patch=setattr):
    """Make the areas those of a folder, in this process or for as long as a test lasts."""
    known = declarations.levels()
    small = {
        edition: replace(one, areas=len(codes(folder, f"regso{edition}")))
        for edition, one in known["regso"].editions.items()
    }
    every = known | {"regso": replace(known["regso"], editions=small)}
    patch(areas, "AREAS_FOLDER", folder)
    patch(declarations, "levels", lambda: every)


if __name__ == "__main__":
    from data.pipeline.__main__ import main

    settle(Path(sys.argv[1]))
    Clock.sleep = lambda *_: None
    sys.exit(main(sys.argv[2:]))
