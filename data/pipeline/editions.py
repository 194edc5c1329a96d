"""The editions that there are: listing them, showing a former one again, deleting those asked for."""

import argparse
import shutil
from collections.abc import Sequence
from pathlib import Path

from data.edition import (
    NAME,
    PUBLISHED_FOLDER,
    Edition,
    current_name,
    edition,
    editions,
)
from data.pipeline.errors import PipelineError
from data.pipeline.publish import UNFINISHED, alone, make_current


def list_all(arguments: Sequence[str]) -> None:
    """One line an edition, newest first; a star marks the current one."""
    folder = _options("editions", arguments).output
    current = current_name(folder)
    for name in editions(folder):
        found = edition(folder / name)
        values = f"{found.counts['values']:,} values of {found.counts['indicators']} indicators"
        print(f"{'*' if name == current else ' '} {name}  {values}")


def rollback(arguments: Sequence[str]) -> None:
    """Make a former edition the current one, that before the current where none is named."""
    options = _options("rollback", arguments, "?")
    with alone(options.output):
        current = edition(options.output / current_name(options.output))
        name = options.edition or _before(current)
        _check_there(options.output, [name])
        edition(options.output / name)
        make_current(options.output, name)
    print(f"{name} is the current edition now, instead of {current.id}.")


def prune(arguments: Sequence[str]) -> None:
    """Delete the editions that are named, never the current one."""
    options = _options("prune", arguments, "+")
    with alone(options.output):
        current = current_name(options.output)
        _check_there(options.output, options.edition)
        if current in options.edition:
            raise PipelineError(
                f"{current} is the current edition, which is never deleted. Roll back first."
            )
        for name in dict.fromkeys(options.edition):
            left = options.output / f"{UNFINISHED}{name}"
            (options.output / name).rename(left)
            shutil.rmtree(left)
            print(f"{name} is deleted.")


def _before(current: Edition) -> str:
    if current.previous is None:
        raise PipelineError(
            f"{current.id} is the first edition, so there is none before it. Name another one."
        )
    return current.previous


def _check_there(folder: Path, names: Sequence[str]) -> None:
    for name in names:
        if not NAME.fullmatch(name) or name not in editions(folder):
            there_are = ", ".join(editions(folder))
            raise PipelineError(f"There is no edition {name!r}. Use one of: {there_are}.")


def _options(command: str, arguments: Sequence[str], edition: str = "") -> argparse.Namespace:
    form = argparse.ArgumentParser(prog=f"python -m data.pipeline {command}")
    form.add_argument("--output", type=Path, default=PUBLISHED_FOLDER, help="where editions are")
    if edition:
        form.add_argument("edition", nargs=edition, help="its name")
    return form.parse_args(arguments)
