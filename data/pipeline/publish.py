"""Publishing an edition whole or not at all: a crash leaves the former edition current."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.edition import CURRENT, EditionError, edition
from data.pipeline.errors import PipelineError

UNFINISHED = ".unfinished-"


@contextmanager
def alone(output: Path) -> Iterator[None]:
    """Only one run at a time publishes in a folder; what a crashed run left is swept."""
    output.mkdir(parents=True, exist_ok=True)
    folder = os.open(output, os.O_RDONLY)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise PipelineError(
                f"Another run is publishing in {output}. Wait until it has ended, and run again."
            ) from error
        for left in output.glob(f"{UNFINISHED}*"):
            shutil.rmtree(left) if left.is_dir() else left.unlink()
        yield
    finally:
        os.close(folder)


def publish(output: Path, name: str, files: dict[str, bytes]) -> Path:
    """Make an edition of these files the current one, written beside the others if need be."""
    finished = output / name
    if not _is_whole(finished):
        unfinished = output / f"{UNFINISHED}{name}"
        for file, content in files.items():
            _write(unfinished / file, content)
        for folder in {path.parent for path in map(unfinished.joinpath, files)}:
            _sync(folder)
        if finished.exists():
            finished.rename(output / f"{UNFINISHED}broken-{name}")
        unfinished.rename(finished)
        _sync(output)
    make_current(output, name)
    return finished


def make_current(output: Path, name: str) -> None:
    unfinished = output / f"{UNFINISHED}{CURRENT}"
    _write(unfinished, f"{name}\n".encode())
    unfinished.replace(output / CURRENT)
    _sync(output)


def _is_whole(folder: Path) -> bool:
    try:
        edition(folder)
    except EditionError:
        return False
    return True


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """Make sure that the names in a folder outlive a power cut, not only the files' contents."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
