"""What the dashboard publishes, as declared in `indicators.toml` and the tables beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from data.declared import Text, check, check_keys, known, made, tables
from data.edition import FORMER_KEPT, held_now
from data.groups import Group, Grouping, groups
from data.groups import groupings as declared_groupings
from data.measure import SIMULATED, Measure, measure_of
from geo.levels import declared_levels, levels

__all__ = [
    "SIMULATED", "Category", "Group", "Grouping", "Indicator", "Measure", "Source", "Text", "Theme",
    "Unit", "declared_indicators", "groupings", "groups", "indicator", "indicators", "sources", "themes", "units",
]  # fmt: skip

SCALES = ("sequential", "diverging", "categories")


@dataclass(frozen=True, eq=False)
class Theme:
    id: str
    label: Text


@dataclass(frozen=True, eq=False)
class Unit:
    id: str
    label: Text
    suffix: Text
    one: Text | None = None

    def after(self, written: str, language: str) -> str:
        """What stands after a number as it is written, signed or not."""
        said = self.one if self.one and written.lstrip("+−") == "1" else self.suffix
        return said[language]


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
    available: bool = True
    breaks: Mapping[int, Text] = field(default_factory=dict)

    @property
    def is_amount(self) -> bool:
        """Whether values grow with the area, so that a part cannot be compared with its whole."""
        return self.measure.count is not None or self.measure.wider == "sum"

    @property
    def is_index(self) -> bool:
        return self.measure.index is not None

    @property
    def over(self) -> str | None:
        """The level of the small areas that an index is made of."""
        return self.grouping.over if self.grouping else self.measure.over

    @property
    def grouping(self) -> Grouping | None:
        """The groups that an index compares."""
        return declared_groupings()[self.measure.grouping] if self.measure.grouping else None


@cache
def themes() -> dict[str, Theme]:
    return {id_: made(Theme, id_, table) for id_, table in tables("themes").items()}


@cache
def units() -> dict[str, Unit]:
    return {id_: made(Unit, id_, table) for id_, table in tables("units").items()}


@cache
def sources() -> dict[str, Source]:
    return {id_: made(Source, id_, table) for id_, table in tables("sources").items()}


def indicators() -> dict[str, Indicator]:
    """What the dashboard shows: an indicator still awaited is not here until there are figures."""
    return _shown(held_now())


@lru_cache(maxsize=FORMER_KEPT + 1)
def _shown(held: frozenset[str]) -> dict[str, Indicator]:
    return {id_: one for id_, one in declared_indicators().items() if one.available or id_ in held}


def groupings() -> dict[str, Grouping]:
    """The groupings that something the dashboard shows is made of."""
    return _used(held_now())


@lru_cache(maxsize=FORMER_KEPT + 1)
def _used(held: frozenset[str]) -> dict[str, Grouping]:
    used = {one.measure.grouping for one in _shown(held).values()}
    return {id_: one for id_, one in declared_groupings().items() if id_ in used}


@cache
def declared_indicators() -> dict[str, Indicator]:
    """Every indicator of `indicators.toml`, also those that no edition has yet."""
    return {id_: indicator(id_, table) for id_, table in tables("indicators").items()}


def indicator(id_: str, table: dict[str, Any]) -> Indicator:
    """One indicator from its table in `indicators.toml`; raises CatalogueError with the remedy."""
    check_keys(Indicator, id_, table)
    check(id_, "scale", [table["scale"]], SCALES)
    check(id_, "level", table["levels"], declared_levels())
    return Indicator(
        id=id_,
        **table
        | {
            "theme": known(id_, "theme", table["theme"], themes()),
            "unit": known(id_, "unit", table["unit"], units()),
            "sources": tuple(known(id_, "source", s, sources()) for s in table["sources"]),
            "levels": tuple(level for level in table["levels"] if level in levels()),
            "measure": measure_of(id_, table["measure"]),
            "categories": tuple(Category(**c) for c in table.get("categories", ())),
            "not_applicable": tuple(table.get("not_applicable", ())),
            "breaks": {int(year): text for year, text in table.get("breaks", {}).items()},
        },
    )
