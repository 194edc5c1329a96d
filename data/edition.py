"""What was published: the edition that is shown, as its manifest tells it."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache, wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from data.manifest import (
    MANIFEST,
    REMEDY,
    REPORT,
    Coverage,
    Edition,
    EditionError,
    check_file,
    content_hash,
    edition_of,
    read_manifest,
)
from geo.levels import Level
from geo.meant import told_by

PUBLISHED_FOLDER = Path(__file__).with_name("published")
NAME = re.compile(r"\d{4}-\d{2}-\d{2}-[0-9a-f]{8}", re.ASCII)
CURRENT = "current"
VALUES = "values.parquet"
CHANCE = "chance.parquet"
RANGES = "ranges.parquet"
CHANGES = "changes.parquet"
DECOMPOSITIONS = "decompositions.parquet"
CONTRIBUTIONS = "contributions.parquet"
UNITED = "united.parquet"
STATUSES = ("ok", "missing", "suppressed", "not_applicable", "few_areas", "small_group")
FORMER_KEPT = 3
P = ParamSpec("P")
T = TypeVar("T")

__all__ = [
    "CHANCE",
    "CHANGES",
    "CONTRIBUTIONS",
    "CURRENT",
    "DECOMPOSITIONS",
    "FORMER_KEPT",
    "MANIFEST",
    "NAME",
    "PUBLISHED_FOLDER",
    "RANGES",
    "REMEDY",
    "REPORT",
    "STATUSES",
    "UNITED",
    "VALUES",
    "Coverage",
    "Edition",
    "EditionError",
    "Shown",
    "areas_edition",
    "content_hash",
    "current_edition",
    "current_name",
    "edition",
    "editions",
    "held_now",
    "named_edition",
    "newest_edition",
    "of_edition",
    "per_edition",
    "shown",
]


@dataclass(frozen=True, eq=False)
class Shown:
    """The edition that is shown; `fault` is why it is not the one that `current` names."""

    edition: Edition
    fault: EditionError | None = None


OF: ContextVar[Edition | None] = ContextVar("OF", default=None)


def current_edition() -> Edition:
    """The edition that is shown: the newest, or inside `of_edition` the one named there."""
    return OF.get() or newest_edition()


def newest_edition(folder: Path = PUBLISHED_FOLDER) -> Edition:
    """The edition that `current` names, read and checked once per process."""
    return shown(folder).edition


@contextmanager
def of_edition(edition: Edition) -> Iterator[None]:
    """All that is looked up inside comes from one edition, so that none is mixed with another."""
    before = OF.set(edition)
    try:
        yield
    finally:
        OF.reset(before)


def per_edition(make: Callable[P, T]) -> Callable[P, T]:
    """As `functools.cache`, for what depends on the edition that is shown."""

    @lru_cache(maxsize=FORMER_KEPT + 1)
    def of(edition: Edition) -> Callable[P, T]:
        return cache(make)  # type: ignore[return-value]

    @wraps(make)
    def found(*asked: P.args, **named: P.kwargs) -> T:
        return of(current_edition())(*asked, **named)

    return found


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


@told_by
def areas_edition(level: Level) -> str | None:
    """The edition of a level's areas that is shown; None where there is none."""
    try:
        return _areas_edition(current_edition(), level)
    except EditionError:
        return None


@lru_cache(maxsize=8 * (FORMER_KEPT + 1))
def _areas_edition(edition: Edition, level: Level) -> str | None:
    return edition.areas_edition(level)


def held_now() -> frozenset[str]:
    """The ids of the indicators in the edition that is shown; none where none can be."""
    try:
        return _held(current_edition())
    except EditionError:
        return frozenset()


@lru_cache(maxsize=FORMER_KEPT + 1)
def _held(edition: Edition) -> frozenset[str]:
    return frozenset(indicator for indicator, _ in edition.coverages)


def editions(folder: Path = PUBLISHED_FOLDER) -> tuple[str, ...]:
    """The names of all editions that are there, newest first."""
    names = (path.name for path in folder.iterdir() if (path / MANIFEST).is_file())
    return tuple(sorted(filter(NAME.fullmatch, names), reverse=True))


def named_edition(name: str, folder: Path = PUBLISHED_FOLDER) -> Edition:
    """One of `editions`, read and checked once per process while it is asked for."""
    if name == newest_edition(folder).id:
        return newest_edition(folder)
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
    manifest = read_manifest(folder)
    try:
        for file, sha256 in manifest["files"].items():
            check_file(folder / file, sha256)
        read = edition_of(folder, manifest)
        hash_ = content_hash(manifest)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise EditionError(
            f"{folder / MANIFEST} lacks what an edition must tell ({error!r}). {REMEDY}"
        ) from error
    if read.id != folder.name or not read.id.endswith(hash_):
        raise EditionError(f"{folder / MANIFEST} does not belong to its folder. {REMEDY}")
    return read
