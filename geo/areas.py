"""Every area by code: its name, its place among the levels, its neighbours."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from geo.levels import JOINED, SWEDEN, Level, level_of, levels
from geo.meant import has_figures, meant

AREAS_FOLDER = Path(__file__).with_name("areas")


class AreaError(LookupError):
    """A register of areas cannot be used; the sentence names it and the remedy."""


@dataclass(frozen=True)
class Area:
    code: str
    name: str
    level: Level
    parent: str | None = None


def areas(level: Level, edition: str | None = None) -> dict[str, Area]:
    """Every area of a level, by code. Where a level has editions, those of the figures shown.

    Several editions at once, as "2020-2025", have the areas of all, each as in the newest it is in.
    """
    if level.editions:
        edition = edition or str(meant(level))
        if not set(edition.split(JOINED)) <= set(level.editions):
            raise AreaError(
                f"The level {level.id!r} has no edition {edition!r}. "
                f"Use one of: {', '.join(level.editions)}."
            )
    return _register(level, edition if level.editions else None)


def area(code: str, edition: str | None = None) -> Area | None:
    """The area with a code, of whatever level; None where there is none."""
    level = level_of(code)
    return areas(level, edition).get(code) if level else None


def children(parent: Area, edition: str | None = None) -> tuple[Area, ...]:
    """The areas one level narrower, in the order of their codes; of two such levels the first."""
    level = next((one for one in levels().values() if one.parent == parent.level.id), None)
    if level is None:
        return ()
    by_parent = _by_parent(level, (edition or meant(level)) if level.editions else None)
    return tuple(by_parent.get(parent.code, ()))


def ancestors(child: Area) -> tuple[Area, ...]:
    """The wider areas that hold an area, Sweden first."""
    parent = area(child.parent) if child.parent else None
    return (*ancestors(parent), parent) if parent else ()


def neighbours(code: str) -> tuple[str, ...]:
    """The areas of the same level that share a border, on land or water. RegSO: edition 2025."""
    return _neighbours().get(code, ())


def everywhere() -> Iterator[Area]:
    """The areas of all levels that there are figures of, widest level first."""
    for level in filter(has_figures, levels().values()):
        yield from areas(level).values()


@cache
def _register(level: Level, edition: str | None) -> dict[str, Area]:
    if level.id == "sweden":
        return {SWEDEN: Area(SWEDEN, level.label["sv"], level)}
    if edition and JOINED in edition:
        every = {
            code: area
            for one in edition.split(JOINED)
            for code, area in _register(level, one).items()
        }
        return dict(sorted(every.items()))
    rows = _rows(AREAS_FOLDER / f"{level.id}{edition or ''}.csv")
    return {code: Area(code, name, level, parent) for code, name, parent in rows}


@cache
def _by_parent(level: Level, edition: str | None) -> dict[str | None, list[Area]]:
    found: dict[str | None, list[Area]] = {}
    for child in _register(level, edition).values():
        found.setdefault(child.parent, []).append(child)
    return found


@cache
def _neighbours() -> dict[str, tuple[str, ...]]:
    rows = _rows(AREAS_FOLDER / "neighbours.csv")
    return {code: tuple(near.split()) for code, near in rows}


def _rows(path: Path) -> list[list[str]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file))[1:]
    except OSError as error:
        raise AreaError(
            f"The register {path} cannot be read ({error.strerror}). "
            "Run 'make boundaries', or restore the folder from the repository."
        ) from error
