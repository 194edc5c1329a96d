"""Reads the tidy figures, checks and computes, and publishes an edition.

python -m data.pipeline [--input FOLDER] [--date YYYY-MM-DD] [--output FOLDER]
python -m data.pipeline fetch [source...]    takes snapshots of the official sources
"""

import argparse
import sys
from datetime import date
from pathlib import Path

from data.declared import CatalogueError
from data.edition import PUBLISHED_FOLDER
from data.pipeline.errors import PipelineError
from data.pipeline.run import run
from data.pipeline.sources.__main__ import main as fetch

INPUT_FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "data"


def main(arguments: list[str] | None = None) -> int:
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments[:1] == ["fetch"]:
        return fetch(arguments)
    parser = argparse.ArgumentParser(prog="python -m data.pipeline", description=__doc__)
    parser.add_argument("--input", type=Path, default=INPUT_FOLDER, help="the tidy figures")
    parser.add_argument("--date", type=date.fromisoformat, default=date.today(), help="today")
    parser.add_argument("--output", type=Path, default=PUBLISHED_FOLDER, help="where editions are")
    options = parser.parse_args(arguments)
    try:
        run(options.input, options.output, options.date)
    except (PipelineError, CatalogueError, OSError) as error:
        print(f"\nNothing is published.\n{error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
