"""Whom or what is counted, and how they are divided: `groups.toml` and `groupings.toml`."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from data.declared import CatalogueError, Text, check, made, tables
from data.decomposition.decomposable import DECOMPOSABLE
from geo.levels import levels

# With less than this an index would say too little, and none is given.
FEWEST_AREAS = 3
SMALLEST_GROUP = 100

# Statistics Sweden's rule for shares of people in small areas: given only where more than so many
# are in the group, and more than so many have the property.
FEWEST_IN_GROUP = 20
FEWEST_WITH_PROPERTY = 5


@dataclass(frozen=True, eq=False)
class Group:
    """Whom or what is counted in every RegSO."""

    id: str
    label: Text
    column: str | None = None
    less: str | None = None
    percent: str | None = None
    sum: tuple[str, ...] = ()
    where: dict[str, list[int]] | None = None


@dataclass(frozen=True, eq=False)
class Grouping:
    """How people or dwellings are divided into groups, and over which areas they are counted.

    An index of two groups takes the first as the group. The change of the indices `decomposed` is
    published with its parts, and so is what of them lies between and within municipalities.
    """

    id: str
    label: Text
    groups: tuple[str, ...]
    over: str
    decomposed: tuple[str, ...] = ()


@cache
def groups() -> dict[str, Group]:
    return {
        id_: made(Group, id_, table | {"sum": tuple(table.get("sum", ()))})
        for id_, table in tables("groups").items()
    }


@cache
def groupings() -> dict[str, Grouping]:
    return {id_: grouping(id_, table) for id_, table in tables("groupings").items()}


def grouping(id_: str, table: dict[str, Any]) -> Grouping:
    """One grouping from its table in `groupings.toml`; raises CatalogueError with the remedy."""
    lists = {key: tuple(table.get(key, ())) for key in ("groups", "decomposed")}
    made_ = made(Grouping, id_, table | lists)
    check(id_, "group", made_.groups, groups(), "Grouping")
    check(id_, "level", [made_.over], levels(), "Grouping")
    check(id_, "decomposed index", made_.decomposed, DECOMPOSABLE, "Grouping")
    if len(made_.groups) < 2:
        raise CatalogueError(f"Grouping {id_!r} has fewer than two groups. Give it two or more.")
    return made_
