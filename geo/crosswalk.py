"""Area editions: what RegSO 2020 became in RegSO 2025."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from geo.levels import level_of

CROSSWALK_FILE = Path(__file__).with_name("crosswalk.csv")


@dataclass(frozen=True)
class Change:
    """One row: a part of, or all of, an area of 2020 belongs to an area of 2025."""

    code_2020: str
    code_2025: str
    change: str


@cache
def changes() -> tuple[Change, ...]:
    with CROSSWALK_FILE.open(encoding="utf-8", newline="") as file:
        return tuple(Change(**row) for row in csv.DictReader(file))


@cache
def changed_codes() -> frozenset[str]:
    """The codes, of either edition, whose border is not the same in both."""
    return frozenset(
        code for change in changes() for code in (change.code_2020, change.code_2025) if code
    )


def border_changed(code: str) -> bool:
    """Whether an area has not the same border in all editions, as far as is known.

    Nothing is known yet of what became of DeSO.
    """
    level = level_of(code)
    if level is None or not level.editions:
        return False
    return level.id != "regso" or code in changed_codes()


def successors(code: str) -> tuple[str, ...]:
    """The areas of 2025 that hold an area of 2020 or a part of it."""
    found = {change.code_2025 for change in changes() if change.code_2020 == code}
    return tuple(sorted(found)) or (code,)
