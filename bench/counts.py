"""The counts that the benchmark and the tests on real figures use."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from data.indices.segments import Array

FIGURES_FILE = Path(__file__).parents[2] / "shared" / "data" / "regso2020_figures.csv"
TENURES = ("rented", "tenant_owned", "owner_occupied")


class NoFiguresError(RuntimeError):
    """The figures to count are not there."""


@dataclass(frozen=True, eq=False)
class Counts:
    """RegSO of one year, sorted by code: people by background, dwellings by tenure, wage income."""

    regso: tuple[str, ...]
    foreign_born: Array
    sweden_born: Array
    tenure: Array
    mean_wage_income: Array

    @property
    def municipality(self) -> list[str]:
        return [code[:4] for code in self.regso]

    @property
    def background(self) -> Array:
        """Foreign-born and Sweden-born, (areas, 2)."""
        return np.stack([self.foreign_born, self.sweden_born], axis=-1)


@cache
def counts(year: int) -> Counts:
    """All RegSO of one year; NoFiguresError where the figures are missing."""
    if not FIGURES_FILE.exists():
        raise NoFiguresError(
            f"The figures {FIGURES_FILE.name} are not there. Put the file in "
            f"{FIGURES_FILE.parent.parent.name}/{FIGURES_FILE.parent.name} beside the project."
        )
    with FIGURES_FILE.open(encoding="utf-8", newline="") as file:
        rows = sorted(
            (row for row in csv.DictReader(file) if int(row["year"]) == year),
            key=lambda row: row["regso"],
        )
    sweden_born = np.array([int(row["born_in_sweden"]) for row in rows])
    return Counts(
        regso=tuple(row["regso"] for row in rows),
        foreign_born=np.array([int(row["population"]) for row in rows]) - sweden_born,
        sweden_born=sweden_born,
        tenure=np.array([[int(row[f"dwellings_{tenure}"]) for tenure in TENURES] for row in rows]),
        mean_wage_income=np.array([float(row["mean_wage_income_tkr"]) for row in rows]),
    )
