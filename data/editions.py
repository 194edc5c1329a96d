"""The editions that are there: the folder they are in, and each read and checked."""

import re
from pathlib import Path

from data.manifest import (
    MANIFEST,
    REMEDY,
    Edition,
    EditionError,
    check_file,
    content_hash,
    edition_of,
    read_manifest,
)

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


def editions(folder: Path = PUBLISHED_FOLDER) -> tuple[str, ...]:
    """The names of all editions that are there, newest first."""
    names = (path.name for path in folder.iterdir() if (path / MANIFEST).is_file())
    return tuple(sorted(filter(NAME.fullmatch, names), reverse=True))


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
