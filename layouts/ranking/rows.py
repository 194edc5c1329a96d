"""The looked-up values that a ranking is drawn from."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas

from data.places import Place
from geo.areas import Area
from layouts.ranking.question import RISING
from layouts.readings import Reading

# After z come å, ä and ö in the Swedish alphabet.
SWEDISH = str.maketrans({"å": "{", "ä": "|", "ö": "}", "é": "e", "ü": "y"})


@dataclass(frozen=True, eq=False)
class Row:
    """An area of the ranking. `exceeds_chance` is of the change of an index; a `broken` area has
    no change, as its values cannot be compared."""

    area: Area
    reading: Reading
    place: Place | None
    change: float | None
    series: pandas.Series
    exceeds_chance: bool | None = None
    broken: bool = False


@dataclass(frozen=True, eq=False)
class Ranked:
    """The rows of a ranking in their order, and what the areas it leaves out are."""

    rows: tuple[Row, ...]
    median: float | None

    @property
    def known(self) -> list[Row]:
        return [row for row in self.rows if row.reading.value is not None]

    @property
    def highest(self) -> Row:
        return max(self.known, key=lambda row: row.reading.value or 0)

    @property
    def lowest(self) -> Row:
        return min(self.known, key=lambda row: row.reading.value or 0)


def alphabetical(name: str) -> str:
    """What Swedish names are sorted by."""
    return name.casefold().translate(SWEDISH)


def ordered(rows: Sequence[Row], by: str, order: str) -> tuple[Row, ...]:
    """Rows in an order; those without what they are sorted by come last, by name."""
    named = sorted(rows, key=lambda row: alphabetical(row.area.name))
    if by == "name":
        return tuple(named if order == RISING else reversed(named))
    keyed = [(row.change if by == "change" else row.reading.value, row) for row in named]
    known = [(value, row) for value, row in keyed if value is not None]
    known.sort(key=lambda one: one[0] if order == RISING else -one[0])
    return tuple(
        [row for _, row in known] + [row for value, row in keyed if value is None],
    )
