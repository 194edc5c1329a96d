"""What was published: the edition that is shown, as its manifest tells it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache, wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from data.editions import (
    CHANCE,
    CHANGES,
    CONTRIBUTIONS,
    CURRENT,
    DECOMPOSITIONS,
    NAME,
    PUBLISHED_FOLDER,
    RANGES,
    STATUSES,
    UNITED,
    VALUES,
    current_name,
    edition,
    editions,
)
from data.manifest import (
    MANIFEST,
    REMEDY,
    REPORT,
    Coverage,
    Edition,
    EditionError,
    content_hash,
)
from geo.levels import Level
from geo.meant import told_by

FORMER_KEPT = 3
P = ParamSpec("P")
T = TypeVar("T")

__all__ = [
    "CHANCE", "CHANGES", "CONTRIBUTIONS", "CURRENT", "DECOMPOSITIONS", "FORMER_KEPT", "MANIFEST",
    "NAME", "PUBLISHED_FOLDER", "RANGES", "REMEDY", "REPORT", "STATUSES", "UNITED", "VALUES",
    "Coverage", "Edition", "EditionError", "Shown", "areas_edition", "content_hash",
    "current_edition", "current_name", "edition", "editions", "held_now", "named_edition",
    "newest_edition", "of_edition", "per_edition", "shown",
]  # fmt: skip


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
