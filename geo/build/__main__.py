"""python -m geo.build: fetch, check, cut water away, simplify, write the boundaries."""

import argparse
import sys
from pathlib import Path

from geo.build.error import GeoBuildError
from geo.build.make import Options, make

GEO = Path(__file__).parents[1]


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of `make`, by the names they have there."""
    parser.add_argument(
        "--cache", type=Path, default=GEO / ".cache", help="folder of the fetched packages"
    )
    parser.add_argument(
        "--input",
        type=Path,
        default=GEO.parents[1] / "shared" / "data",
        help="folder of the RegSO 2020 names and changes; without it the committed ones are kept",
    )
    parser.add_argument(
        "--output", type=Path, default=GEO, help="folder to write boundaries/ and areas/ in"
    )
    parser.add_argument("--county", default="", help="only this county, to try something out")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m geo.build", description=__doc__)
    add_options(parser)
    options = Options(**vars(parser.parse_args(arguments)))
    try:
        make(options)
    except GeoBuildError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
