"""What was published: the edition that is shown, as its manifest tells it."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.levels import Level

if TYPE_CHECKING:
    from data.catalogue import Indicator

PUBLISHED_FOLDER = Path(__file__).with_name("published")
NAME = re.compile(r"\d{4}-\d{2}-\d{2}-[0-9a-f]{8}", re.ASCII)
CURRENT = "current"
MANIFEST = "manifest.json"
VALUES = "values.parquet"
CHANCE = "chance.parquet"
RANGES = "ranges.parquet"
CHANGES = "changes.parquet"
DECOMPOSITIONS = "decompositions.parquet"
CONTRIBUTIONS = "contributions.parquet"
REPORT = "report.md"
STATUSES = ("ok", "missing", "suppressed", "not_applicable", "few_areas", "small_group")
FORMER_KEPT = 3
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

    def coverage(self, indicator: "Indicator", level: Level) -> Coverage | None:
        return self.coverages.get((indicator.id, level.id))

    def levels(self, indicator: "Indicator") -> tuple[str, ...]:
        """The levels that have values of the indicator, widest first."""
        return tuple(level for id_, level in self.coverages if id_ == indicator.id)


@dataclass(frozen=True, eq=False)
class Shown:
    """The edition that is shown; `fault` is why it is not the one that `current` names."""

    edition: Edition
    fault: EditionError | None = None


def current_edition(folder: Path = PUBLISHED_FOLDER) -> Edition:
    """The edition that is shown, read and checked once per process."""
    return shown(folder).edition


@cache
def shown(folder: Path) -> Shown:
    """The edition that `current` names; where it is not whole, the newest former one that is."""
    name = current_name(folder)
    try:
        return Shown(edition(folder / name))
    except EditionError as fault:
        for former in editions(folder):
            try:
                return Shown(edition(folder / former), fault)
            except EditionError:
                continue
        raise


def held_now(folder: Path = PUBLISHED_FOLDER) -> frozenset[str]:
    """The ids of the indicators in the edition that is shown; none where none can be."""
    try:
        return frozenset(indicator for indicator, _ in current_edition(folder).coverages)
    except EditionError:
        return frozenset()


def editions(folder: Path = PUBLISHED_FOLDER) -> tuple[str, ...]:
    """The names of all editions that are there, newest first."""
    names = (path.name for path in folder.iterdir() if (path / MANIFEST).is_file())
    return tuple(sorted(filter(NAME.fullmatch, names), reverse=True))


def named_edition(name: str, folder: Path = PUBLISHED_FOLDER) -> Edition:
    """One of `editions`, read and checked once per process while it is asked for."""
    if name == current_edition(folder).id:
        return current_edition(folder)
    if name not in editions(folder):
        raise EditionError(
            f"There is no edition {name!r}. Use one of: {', '.join(editions(folder))}."
        )
    return _former_edition(folder / name)


@lru_cache(maxsize=FORMER_KEPT)
def _former_edition(folder: Path) -> Edition:
    return edition(folder)


def current_name(folder: Path) -> str:
    path = folder / CURRENT
    try:
        name = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise EditionError(f"{path} cannot be read, so no edition is shown. {REMEDY}") from error
    if not NAME.fullmatch(name):
        raise EditionError(f"{path} does not hold the name of an edition. {REMEDY}")
    return name


def edition(folder: Path) -> Edition:
    """One edition from its folder; raises EditionError where a file is not as published."""
    manifest = _manifest(folder)
    try:
        for file, sha256 in manifest["files"].items():
            _check_file(folder / file, sha256)
        read = _edition(folder, manifest)
        hash_ = content_hash(manifest)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise EditionError(
            f"{folder / MANIFEST} lacks what an edition must tell ({error!r}). {REMEDY}"
        ) from error
    if read.id != folder.name or not read.id.endswith(hash_):
        raise EditionError(f"{folder / MANIFEST} does not belong to its folder. {REMEDY}")
    return read


def content_hash(manifest: Mapping[str, Any]) -> str:
    """Eight hex digits of what is published, whatever its date and the edition before it."""
    files = {file: sha for file, sha in manifest["files"].items() if file != REPORT}
    content = json.dumps([manifest["indicators"], files], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(content.encode()).hexdigest()[:8]


def _manifest(folder: Path) -> dict[str, Any]:
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


def _check_file(path: Path, sha256: str) -> None:
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise EditionError(f"{path} is missing or cannot be read. {REMEDY}") from error
    if found != sha256:
        raise EditionError(f"{path} is not the file that was published. {REMEDY}")


def _edition(folder: Path, manifest: dict[str, Any]) -> Edition:
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
    )
