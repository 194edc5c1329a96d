"""What the dashboard publishes, as declared in `indicators.toml` and the tables beside it."""

from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from data.declared import CatalogueError, Text, check, check_keys, known, made, tables
from data.groups import Group, Grouping, groupings, groups
from data.indices import INDICES, AreaIndex, Index
from data.inference.simulation import OF_SEVERAL_GROUPS, OF_TWO_GROUPS
from geo.levels import levels

__all__ = [
    "SIMULATED", "Category", "Group", "Grouping", "Indicator", "Measure", "Source", "Text", "Theme",
    "Unit", "groupings", "groups", "indicator", "indicators", "sources", "themes", "units",
]  # fmt: skip

SCALES = ("sequential", "diverging", "categories")
WIDER = ("sum", "mean")
SIMULATED = frozenset(OF_TWO_GROUPS) | frozenset(OF_SEVERAL_GROUPS)
NEEDS = {"share": {"among"}, "means": {"index", "weight", "over"}, "mean": {"weight"}}


@dataclass(frozen=True, eq=False)
class Theme:
    id: str
    label: Text


@dataclass(frozen=True, eq=False)
class Unit:
    id: str
    label: Text
    suffix: Text


@dataclass(frozen=True, eq=False)
class Source:
    id: str
    publisher: str
    table: str
    licence: str


@dataclass(frozen=True, eq=False)
class Category:
    value: int
    label: Text


@dataclass(frozen=True)
class Measure:
    """How the values of an indicator are made.

    A `count` of a group; a `share` of a group `among` another; a value `given` in the input; an
    `index` of a `grouping`, or of given `means` with a `weight`, `over` smaller areas. An index
    of every small area is `inside` a larger one; an index `above_chance` is given as how far it
    is from its chance level. `wider` says how a given value of municipalities becomes one of
    counties and Sweden.
    """

    count: str | None = None
    share: str | None = None
    among: str | None = None
    given: str | None = None
    wider: str | None = None
    weight: str | None = None
    index: str | None = None
    grouping: str | None = None
    above_chance: bool = False
    inside: str | None = None
    means: str | None = None
    over: str | None = None

    def groups(self) -> list[str]:
        return [group for group in (self.count, self.share, self.among) if group]


@dataclass(frozen=True, eq=False)
class Indicator:
    id: str
    theme: Theme
    unit: Unit
    decimals: int
    scale: str
    levels: tuple[str, ...]
    measure: Measure
    sources: tuple[Source, ...]
    label: Text
    about: Text
    caveat: Text
    categories: tuple[Category, ...] = ()
    not_applicable: tuple[str, ...] = ()

    @property
    def is_amount(self) -> bool:
        """Whether values grow with the area, so that a part cannot be compared with its whole."""
        return self.measure.count is not None or self.measure.wider == "sum"

    @property
    def is_index(self) -> bool:
        return self.measure.index is not None

    @property
    def grouping(self) -> Grouping | None:
        """The groups that an index compares."""
        return groupings()[self.measure.grouping] if self.measure.grouping else None


@cache
def themes() -> dict[str, Theme]:
    return {id_: made(Theme, id_, table) for id_, table in tables("themes").items()}


@cache
def units() -> dict[str, Unit]:
    return {id_: made(Unit, id_, table) for id_, table in tables("units").items()}


@cache
def sources() -> dict[str, Source]:
    return {id_: made(Source, id_, table) for id_, table in tables("sources").items()}


@cache
def indicators() -> dict[str, Indicator]:
    return {id_: indicator(id_, table) for id_, table in tables("indicators").items()}


def indicator(id_: str, table: dict[str, Any]) -> Indicator:
    """One indicator from its table in `indicators.toml`; raises CatalogueError with the remedy."""
    check_keys(Indicator, id_, table)
    check(id_, "scale", [table["scale"]], SCALES)
    check(id_, "level", table["levels"], levels())
    return Indicator(
        id=id_,
        **table
        | {
            "theme": known(id_, "theme", table["theme"], themes()),
            "unit": known(id_, "unit", table["unit"], units()),
            "sources": tuple(known(id_, "source", s, sources()) for s in table["sources"]),
            "levels": tuple(table["levels"]),
            "measure": _measure(id_, table["measure"]),
            "categories": tuple(Category(**c) for c in table.get("categories", ())),
            "not_applicable": tuple(table.get("not_applicable", ())),
        },
    )


def _measure(id_: str, table: dict[str, Any]) -> Measure:
    check(id_, "measure key", table, {field.name for field in fields(Measure)})
    measure = Measure(**table)
    if not (measure.count or measure.share or measure.given or measure.index):
        raise CatalogueError(
            f"Indicator {id_!r} has no measure. Give it one of: count, share, given, index."
        )
    for name, needed in NEEDS.items():
        if name in {*table, measure.wider} and not needed <= set(table):
            raise CatalogueError(
                f"Indicator {id_!r} has a measure with {name!r}, which needs {sorted(needed)}."
            )
    check(id_, "group", measure.groups(), groups())
    check(id_, "wider", [measure.wider] if measure.wider else [], WIDER)
    named = [level for level in (measure.over, measure.inside) if level]
    check(id_, "level", named, levels())
    if measure.index:
        _check_index(id_, measure, known(id_, "index", measure.index, INDICES))
    return measure


def _check_index(id_: str, measure: Measure, index: Index[Any] | AreaIndex[Any]) -> None:
    """Whether the index is given what it is made of."""
    of_means, inside = "means" in index.takes, isinstance(index, AreaIndex)
    for key, needed in {"means": of_means, "grouping": not of_means, "inside": inside}.items():
        if bool(getattr(measure, key)) != needed:
            raise CatalogueError(
                f"Indicator {id_!r} uses the index {index.name!r}, "
                f"which {'needs' if needed else 'cannot have'} the measure key {key!r}."
            )
    if of_means:
        return
    number = len(known(id_, "grouping", str(measure.grouping), groupings()).groups)
    if number > 2 and "counts" not in index.takes:
        raise CatalogueError(
            f"Indicator {id_!r} uses the index {index.name!r}, which compares two groups, but "
            f"the grouping {measure.grouping!r} has {number}. Use a grouping of two."
        )
    if measure.above_chance and index.name not in SIMULATED:
        raise CatalogueError(
            f"Indicator {id_!r} is above chance, but the index {index.name!r} has no chance "
            f"level. Use one of: {', '.join(sorted(SIMULATED))}."
        )
