"""The manifest of an edition: what it must tell, and whether its files are those that were published."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.levels import JOINED, Level

if TYPE_CHECKING:
    from data.catalogue import Indicator

MANIFEST = "manifest.json"
REPORT = "report.md"
REMEDY = "Run 'make data', or fetch the folder again from the repository."


class EditionError(Exception):
    """There is no edition, or its files are not those that were published."""


@dataclass(frozen=True)
class Coverage:
    """What an edition holds of one indicator at one level.

    `areas_edition` names the areas; figures of several editions are over the areas of all, as in
    "2020-2025", and `areas_editions` has the years of each. `limits` are the inner class limits:
    a class holds its lower limit and not its upper one.
    """

    years: tuple[int, ...]
    areas_edition: str | None
    values: int
    missing: int
    limits: tuple[float, ...]
    file: str
    sha256: str
    areas_editions: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Edition:
    id: str
    date: str
    previous: str | None
    folder: Path
    coverages: Mapping[tuple[str, str], Coverage]
    counts: Mapping[str, Any]
    inputs: tuple[Mapping[str, Any], ...]
    files: frozenset[str]
    definitions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def coverage(self, indicator: "Indicator", level: Level) -> Coverage | None:
        return self.coverages.get((indicator.id, level.id))

    def areas_edition(self, level: Level) -> str | None:
        """The edition of a level's areas that there are figures over; several are joined."""
        held = (one.areas_edition for (_, id_), one in self.coverages.items() if id_ == level.id)
        named = {name for edition in held if edition for name in edition.split(JOINED)}
        return JOINED.join(name for name in level.editions if name in named) or None

    def levels(self, indicator: "Indicator") -> tuple[str, ...]:
        """The levels that have values of the indicator, widest first."""
        return tuple(level for id_, level in self.coverages if id_ == indicator.id)


def read_manifest(folder: Path) -> dict[str, Any]:
    path = folder / MANIFEST
    try:
        manifest = json.loads(path.read_bytes())
    except OSError as error:
        raise EditionError(f"{path} is missing or cannot be read. {REMEDY}") from error
    except ValueError as error:
        raise EditionError(f"{path} is cut off or broken: {error}. {REMEDY}") from error
    if not isinstance(manifest, dict):
        raise EditionError(f"{path} is not a manifest. {REMEDY}")
    return manifest


def check_file(path: Path, sha256: str) -> None:
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise EditionError(f"{path} is missing or cannot be read. {REMEDY}") from error
    if found != sha256:
        raise EditionError(f"{path} is not the file that was published. {REMEDY}")


def content_hash(manifest: Mapping[str, Any]) -> str:
    """Eight hex digits of what is published, whatever its date and the edition before it."""
    files = {file: sha for file, sha in manifest["files"].items() if file != REPORT}
    content = json.dumps([manifest["indicators"], files], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(content.encode()).hexdigest()[:8]


def edition_of(folder: Path, manifest: dict[str, Any]) -> Edition:
    return Edition(
        id=manifest["edition"],
        date=manifest["date"],
        previous=manifest["previous"],
        folder=folder,
        coverages={
            (indicator, level): Coverage(
                years=tuple(table["years"]),
                areas_edition=table["areas_edition"],
                values=table["values"],
                missing=table["missing"],
                limits=tuple(table.get("limits", ())),
                file=table["file"],
                sha256=table["sha256"],
                areas_editions={
                    name: tuple(years) for name, years in table.get("areas_editions", {}).items()
                },
            )
            for indicator, by_level in manifest["indicators"].items()
            for level, table in by_level.items()
        },
        counts=dict(manifest["counts"]),
        inputs=tuple(manifest["inputs"]),
        files=frozenset([MANIFEST, *manifest["files"]]),
        definitions=dict(manifest.get("definitions", {})),
    )
