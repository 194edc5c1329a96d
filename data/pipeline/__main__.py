"""Reads figures, checks and computes, and publishes editions.

python -m data.pipeline [--input FOLDER] [--date YYYY-MM-DD]    an edition of tidy figures
python -m data.pipeline update [--yes]          an edition of what the official sources have now
python -m data.pipeline fetch [source...]       takes snapshots of the official sources
python -m data.pipeline editions                lists the editions, the current one marked
python -m data.pipeline rollback [edition]      shows the edition before this one, or the one named
python -m data.pipeline prune edition...        deletes editions that are not shown
python -m data.pipeline registers               lists the DeSO of fetched boundaries
python -m data.pipeline boundaries              builds the map's boundaries of fetched ones
python -m data.pipeline document                writes what docs/DATA.md says of indicators anew
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from data.declared import CatalogueError
from data.edition import PUBLISHED_FOLDER, EditionError
from data.pipeline import boundaries, editions, registers
from data.pipeline.document import document
from data.pipeline.engines import DEFAULT, ENGINES
from data.pipeline.errors import PipelineError
from data.pipeline.run import run
from data.pipeline.sources.__main__ import main as fetch
from data.pipeline.update import parser, update

INPUT_FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "data"


def main(arguments: list[str] | None = None) -> int:
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments[:1] == ["fetch"]:
        return fetch(arguments)
    command = COMMANDS.get(arguments[0]) if arguments else None
    try:
        command(arguments[1:]) if command else _tidy(arguments)
    except (PipelineError, CatalogueError, EditionError, OSError) as error:
        print(f"\nNothing is published.\n{error}", file=sys.stderr)
        return 1
    return 0


def _tidy(arguments: Sequence[str]) -> None:
    form = argparse.ArgumentParser(
        prog="python -m data.pipeline",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    form.add_argument("--input", type=Path, default=INPUT_FOLDER, help="the tidy figures")
    form.add_argument("--date", type=date.fromisoformat, default=date.today(), help="today")
    form.add_argument("--output", type=Path, default=PUBLISHED_FOLDER, help="where editions are")
    form.add_argument("--engine", choices=ENGINES, default=DEFAULT, help="what simulates")
    options = form.parse_args(arguments)
    run(options.input, options.output, options.date, engine=options.engine)


def _update(arguments: Sequence[str]) -> None:
    update(parser(INPUT_FOLDER).parse_args(arguments))


COMMANDS: dict[str, Callable[[Sequence[str]], None]] = {
    "update": _update,
    "editions": editions.list_all,
    "rollback": editions.rollback,
    "prune": editions.prune,
    "document": document,
    "registers": registers.main,
    "boundaries": boundaries.main,
}


if __name__ == "__main__":
    sys.exit(main())
