"""The area levels that the dashboard knows, as declared in `levels.toml`."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

SWEDEN = "00"
JOINED = "-"
LEVELS_FILE = Path(__file__).with_name("levels.toml")
REGISTERS = Path(__file__).with_name("areas")


@dataclass(frozen=True, eq=False)
class Level:
    id: str
    code: str
    label: dict[str, str]
    plural: dict[str, str]
    parent: str | None = None
    editions: dict[str, tuple[int, int]] = field(default_factory=dict)
    awaited: bool = False

    @cached_property
    def form(self) -> re.Pattern[str]:
        """What the codes of its areas look like."""
        return re.compile(self.code)

    def edition(self, year: int) -> str | None:
        """The edition of the areas that figures of a year belong to; None where there is but one."""
        for edition, (first, last) in self.editions.items():
            if first <= year <= last:
                return edition
        return None

    def is_older(self, year: int) -> bool:
        """Whether figures of a year are over older areas than those of the newest edition."""
        return self.edition(year) != next(reversed(self.editions), None)

    def edition_over(self, years: Iterable[int]) -> str | None:
        """The edition that the years belong to, or all of them joined, as "2020-2025"."""
        found = {self.edition(year) for year in years} - {None}
        return JOINED.join(name for name in self.editions if name in found) or None


@cache
def levels() -> dict[str, Level]:
    """Every level by id, widest first; those awaited only where their registers have come."""
    return {id_: one for id_, one in declared_levels().items() if not one.awaited or _came(one)}


@cache
def declared_levels() -> dict[str, Level]:
    """Every level of `levels.toml`."""
    tables = tomllib.loads(LEVELS_FILE.read_text(encoding="utf-8"))
    return {id_: Level(id=id_, **table) for id_, table in tables.items()}


def _came(level: Level) -> bool:
    return all((REGISTERS / f"{level.id}{edition}.csv").is_file() for edition in level.editions)


def level_of(code: str) -> Level | None:
    """The level that a code has the form of, or None where it has none."""
    if code == SWEDEN:
        return levels()["sweden"]
    return next((one for one in reversed(levels().values()) if one.form.fullmatch(code)), None)
