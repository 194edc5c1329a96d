"""What is fetched from SCB, as declared in `tables.toml` and `editions.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from data.declared import CatalogueError, check_keys
from data.edition import STATUSES
from data.pipeline.sources.services import declared

SYMBOLS = {"..": "missing", ".": "not_applicable", "-": "ok"}


@dataclass(frozen=True)
class Choice:
    """One code of a dimension: by its code, by a pattern its label must match, or by both."""

    code: str | None = None
    name: str | None = None
    range: tuple[float, float] | None = None


@dataclass(frozen=True)
class Split:
    """How a dimension becomes columns: one total; or some named values, each that matches, or both.

    Codes that match `aside` are left out; any other code that is not declared stops the fetch.
    """

    total: Choice | None = None
    values: Mapping[str, Choice] = field(default_factory=dict)
    each: str | None = None
    prefix: str = ""
    aside: str | None = None


@dataclass(frozen=True)
class Declaration:
    """A table of SCB. Its columns are named by contents, then by the values of its dimensions."""

    id: str
    table: str
    title: str
    levels: Mapping[str, list[str]]
    years: tuple[int, int]
    contents: Mapping[str, Choice]
    dimensions: Mapping[str, Split] = field(default_factory=dict)
    symbols: Mapping[str, str] = field(default_factory=dict)
    uncertain: str = ""

    def meaning(self, symbol: str) -> str | None:
        return {**SYMBOLS, **self.symbols}.get(symbol)

    @property
    def datasets(self) -> list["Dataset"]:
        return [
            Dataset(self, levels()[level].editions[edition])
            for level, names in self.levels.items()
            for edition in names
        ]


@dataclass(frozen=True)
class AreaEdition:
    level: str
    id: str
    code: str
    codelists: tuple[str, ...]
    suffix: str
    years: tuple[int, int]
    areas: int


@dataclass(frozen=True)
class AreaLevel:
    id: str
    editions: Mapping[str, AreaEdition]


@dataclass(frozen=True)
class Dataset:
    """A declared table for one edition of one level: what is fetched and replayed as one."""

    declaration: Declaration
    edition: AreaEdition

    @property
    def id(self) -> str:
        return f"{self.declaration.id}-{self.edition.level}-{self.edition.id}"


def levels() -> dict[str, AreaLevel]:
    found = {}
    for id_, table in declared("editions").items():
        code = table["code"]
        found[id_] = AreaLevel(
            id_,
            {name: _edition(id_, name, code, one) for name, one in table["editions"].items()},
        )
    return found


def declarations() -> dict[str, Declaration]:
    """Every table by its id; CatalogueError where an entry cannot be used as written."""
    return {id_: declaration(id_, table) for id_, table in declared("tables").items()}


def declaration(id_: str, table: dict[str, Any]) -> Declaration:
    table = {"dimensions": {}, "symbols": {}, **table}
    check_keys(Declaration, id_, table)
    contents = {name: _choice(id_, one) for name, one in table["contents"].items()}
    dimensions = {name: _split(id_, one) for name, one in table["dimensions"].items()}
    made = Declaration(
        **{**table, "id": id_, "contents": contents, "dimensions": dimensions}
        | {"years": (table["years"][0], table["years"][1])}
    )
    there_are = levels()
    for level, names in made.levels.items():
        if level not in there_are or not set(names) <= set(there_are[level].editions):
            raise CatalogueError(f"Table {id_!r} uses {level} {names}, not in editions.toml.")
    unknown = sorted(set(made.symbols.values()) - set(STATUSES))
    if unknown:
        raise CatalogueError(f"Table {id_!r} uses the unknown status {unknown[0]!r}.")
    return made


def _edition(level: str, id_: str, code: str, table: dict[str, Any]) -> AreaEdition:
    made = {"level": level, "code": code, **table}
    check_keys(AreaEdition, id_, made)
    first, last = made["years"]
    return AreaEdition(
        **{**made, "id": id_, "codelists": tuple(made["codelists"]), "years": (first, last)}
    )


def _choice(id_: str, table: dict[str, Any]) -> Choice:
    check_keys(Choice, id_, table)
    if not set(table) & {"code", "name"}:
        raise CatalogueError(f"A choice in table {id_!r} has neither code nor name. Give one.")
    low, high = table.get("range", (None, None))
    limits = None if low is None or high is None else (float(low), float(high))
    return Choice(table.get("code"), table.get("name"), limits)


def _split(id_: str, table: dict[str, Any]) -> Split:
    check_keys(Split, id_, {"values": {}, **table})
    if ("total" in table) == bool({"values", "each"} & set(table)):
        raise CatalogueError(
            f"A dimension of table {id_!r} is split in no way, or in two. "
            "Give total alone, or values, or each, or these two."
        )
    total = _choice(id_, table["total"]) if "total" in table else None
    values = {name: _choice(id_, one) for name, one in table.get("values", {}).items()}
    return Split(**{**table, "total": total, "values": values})
