"""What each file of the input must look like, as declared in `inputs.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from geo.levels import Level, levels

FORMS_FILE = Path(__file__).with_name("inputs.toml")


@dataclass(frozen=True, eq=False)
class Quantity:
    """One thing that is counted, measured or classed in every area."""

    id: str
    range: tuple[float, float]
    whole: bool = False
    years: tuple[int, int] | None = None
    at_most: str | None = None
    values: int | None = None

    def covers(self, year: int) -> bool:
        return self.years is None or self.years[0] <= year <= self.years[1]


@dataclass(frozen=True, eq=False)
class Form:
    """One file: its columns, its quantities and what it must cover."""

    file: str
    shape: str
    level: Level
    header: tuple[str, ...]
    years: tuple[int, int]
    quantities: dict[str, Quantity]
    complete: bool = False
    existing: str | None = None
    described_in: str | None = None


@cache
def forms() -> tuple[Form, ...]:
    tables = tomllib.loads(FORMS_FILE.read_text(encoding="utf-8"))
    return tuple(
        Form(
            file=file,
            **table
            | {
                "level": levels()[table["level"]],
                "header": tuple(table["header"]),
                "quantities": {q: Quantity(q, **t) for q, t in table["quantities"].items()},
            },
        )
        for file, table in tables.items()
    )
