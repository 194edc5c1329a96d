"""The boundary files: where each is, and what it holds."""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from geo.levels import Level
from geo.meant import meant

FOLDER = Path(__file__).with_name("boundaries")
INDEX = "index.json"
REMEDY = "Run 'make boundaries', or restore the folder from the repository."


class BoundaryError(LookupError):
    """A boundary file cannot be found or read; the sentence names it and the remedy."""


@dataclass(frozen=True)
class BoundaryFile:
    """One file for the browser. Its name holds the hash of its content: it never changes."""

    path: Path
    name: str
    areas: int
    bbox: tuple[float, ...] = ()


@dataclass(frozen=True)
class Origin:
    """One of the sources that must be named where the boundaries are shown."""

    package: str
    version: str
    publisher: str
    licence: str
    attribution: str
    address: str
    contains: str
    file: str
    sha256: str


def drawn_edition(level: Level) -> str | None:
    """The edition of a level that is drawn: that of the figures shown where there are files of it.

    Where there are none, or figures span several editions, it is the newest.
    """
    own = meant(level)
    return own if f"{level.id}{own}" in _index()["files"] else next(reversed(level.editions), None)


def is_redrawn(level: Level, year: int) -> bool:
    """Whether figures of a year are over other areas than boundaries are drawn of."""
    return level.edition(year) != drawn_edition(level)


def boundary_file(level: Level, scope: str) -> BoundaryFile:
    """The areas of a level in Sweden ("00"), a county or a municipality, in the edition drawn."""
    scopes = _scopes(level)
    if scope not in scopes:
        raise BoundaryError(
            f"There are no boundaries of the level {level.id!r} in the scope {scope!r}. "
            f"Use one of the {len(scopes)} scopes of this level in {FOLDER / INDEX}."
        )
    return _file(scopes[scope])


def scopes(level: Level) -> frozenset[str]:
    """The scopes that boundaries of a level are there for."""
    return frozenset(_scopes(level))


def _scopes(level: Level) -> dict[str, Any]:
    files: dict[str, dict[str, Any]] = _index()["files"]
    return files.get(f"{level.id}{drawn_edition(level)}", files.get(level.id, {}))


def areas_file(level: Level, edition: str | None = None) -> BoundaryFile:
    """The names, boxes and changed codes of a level, for the browser."""
    registers = _index()["areas"]
    name = f"{level.id}{edition or ''}"
    if name not in registers:
        raise BoundaryError(
            f"There is no register of the level {level.id!r} in the edition {edition!r}. "
            f"Use one of: {', '.join(registers)}."
        )
    return _file(registers[name])


def origins() -> tuple[Origin, ...]:
    return tuple(Origin(**source) for source in _index()["sources"])


def check() -> None:
    """Whether every file is there and whole; raises BoundaryError that names the first that is not."""
    index = _index()
    entries = [entry for scopes in index["files"].values() for entry in scopes.values()]
    for entry in (*entries, *index["areas"].values()):
        path = FOLDER / entry["file"]
        try:
            found = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError as error:
            raise BoundaryError(
                f"The boundary file {path} cannot be read ({error.strerror}). {REMEDY}"
            ) from error
        if found != entry["sha256"]:
            raise BoundaryError(f"The boundary file {path} is not the one that was built. {REMEDY}")


def _file(entry: dict[str, Any]) -> BoundaryFile:
    return BoundaryFile(
        path=FOLDER / entry["file"],
        name=entry["file"],
        areas=entry["areas"],
        bbox=tuple(entry.get("bbox", ())),
    )


@cache
def _index() -> dict[str, Any]:
    path = FOLDER / INDEX
    try:
        index: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BoundaryError(
            f"The list of boundary files {path} cannot be read ({error.strerror}). {REMEDY}"
        ) from error
    except ValueError as error:
        raise BoundaryError(
            f"The list of boundary files {path} is broken ({error}). {REMEDY}"
        ) from error
    if not isinstance(index, dict) or not {"files", "areas", "sources"} <= set(index):
        raise BoundaryError(f"The list of boundary files {path} lacks its tables. {REMEDY}")
    return index
