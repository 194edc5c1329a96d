"""Which fetched tables become figures of an edition, as declared in `fetched.toml`."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.declared import CatalogueError
from data.pipeline.sources.declarations import declarations
from data.pipeline.sources.fetch import Source, sources
from data.pipeline.sources.kolada import key_figures
from geo.levels import Level, levels

FEEDS_FILE = Path(__file__).with_name("fetched.toml")
KEY_FIGURES = "municipality"


@dataclass(frozen=True)
class Feed:
    """One source and what of it is read: our name by the name it is fetched with."""

    source: Source
    level: Level
    edition: str | None
    columns: Mapping[str, str]


@dataclass(frozen=True)
class Sum:
    """Parts that make the whole, or that cannot be more than it."""

    whole: str
    parts: tuple[str, ...]


@dataclass(frozen=True)
class AreaTypes:
    """An index that is the mean of its parts, and the types that follow from it."""

    index: str
    types: str
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Noise:
    """What the source adds to every number from a year on, at most `each`."""

    since: int
    each: float

    def of(self, year: int, numbers: int) -> float:
        """How far a sum of so many numbers may be from another number in a year."""
        return self.each * float(numbers + 1) ** 0.5 if year >= self.since else 0.0


def feeds() -> list[Feed]:
    """Every source that feeds a level there is; CatalogueError where one is not declared."""
    declared, there_are = tables(), sources()
    found = [
        Feed(there_are[dataset], level, edition, declared["tables"][id_])
        for id_, dataset, level, edition in _datasets(declared["tables"])
    ]
    for id_, columns in declared["key_figures"].items():
        if id_ not in key_figures():
            raise _unknown(id_, "kolada.toml")
        found.append(Feed(there_are[f"kolada-{id_}"], levels()[KEY_FIGURES], None, columns))
    return found


def sums(kind: str = "sums") -> list[Sum]:
    """The `sums` that must be exact, or those that are `at_most` the whole."""
    return [made_sum(table) for table in tables().get(kind, [])]


def made_sum(table: Mapping[str, Any]) -> Sum:
    return Sum(table["whole"], tuple(table["parts"]))


def area_types() -> list[AreaTypes]:
    return [
        AreaTypes(table["index"], table["types"], tuple(table["parts"]))
        for table in tables().get("area_types", [])
    ]


def noise() -> Noise:
    table = tables()["noise"]
    return Noise(table["from"], table["each"])


def tables() -> dict[str, Any]:
    return tomllib.loads(FEEDS_FILE.read_text(encoding="utf-8"))


def _datasets(feeding: Mapping[str, Any]) -> Iterator[tuple[str, str, Level, str]]:
    known = declarations()
    for id_ in feeding:
        if id_ not in known:
            raise _unknown(id_, "tables.toml")
        for dataset in known[id_].datasets:
            if dataset.edition.level in levels():
                yield id_, dataset.id, levels()[dataset.edition.level], dataset.edition.id


def _unknown(id_: str, file: str) -> CatalogueError:
    return CatalogueError(f"fetched.toml names {id_!r}, which {file} does not declare. Correct it.")
