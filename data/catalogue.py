"""What the dashboard publishes, as declared in `indicators.toml` and the tables beside it."""

from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from data.declared import CatalogueError, check, check_keys, known, made, tables
from data.indices import INDICES
from geo.levels import levels

SCALES = ("sequential", "diverging", "categories")
WIDER = ("sum", "mean")
NEEDS = {"share": {"among"}, "index": {"of", "against", "over"}, "mean": {"weight"}}

Text = dict[str, str]


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
class Group:
    """Whom or what is counted in every RegSO."""

    id: str
    label: Text
    column: str | None = None
    less: str | None = None
    sum: tuple[str, ...] = ()
    where: dict[str, list[int]] | None = None


@dataclass(frozen=True, eq=False)
class Category:
    value: int
    label: Text


@dataclass(frozen=True)
class Measure:
    """How the values of an indicator are made.

    A `count` of a group; a `share` of a group `among` another; a value `given` in the input; an
    `index` `of` a group `against` another `over` smaller areas. `wider` says how a given value of
    municipalities becomes one of counties and Sweden.
    """

    count: str | None = None
    share: str | None = None
    among: str | None = None
    given: str | None = None
    wider: str | None = None
    weight: str | None = None
    index: str | None = None
    of: str | None = None
    against: str | None = None
    over: str | None = None

    def groups(self) -> list[str]:
        return [g for g in (self.count, self.share, self.among, self.of, self.against) if g]


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
    def is_index(self) -> bool:
        return self.measure.index is not None


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
def groups() -> dict[str, Group]:
    return {
        id_: made(Group, id_, table | {"sum": tuple(table.get("sum", ()))})
        for id_, table in tables("groups").items()
    }


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


def _measure(id_: str, table: dict[str, str]) -> Measure:
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
    check(id_, "index", [measure.index] if measure.index else [], INDICES)
    check(id_, "wider", [measure.wider] if measure.wider else [], WIDER)
    check(id_, "level", [measure.over] if measure.over else [], levels())
    return measure
