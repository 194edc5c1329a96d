"""Fetches official figures and boundaries, and keeps the answers as they came.

python -m data.pipeline.sources fetch [source...] [--snapshots FOLDER]
python -m data.pipeline.sources replay [source...]    reads again what was fetched, without network
python -m data.pipeline.sources export [source...] [--output FOLDER]    writes it as files
python -m data.pipeline.sources list                  what there is
"""

import argparse
import sys
from pathlib import Path

from data.declared import CatalogueError
from data.pipeline.sources.errors import SourceError
from data.pipeline.sources.export import exported
from data.pipeline.sources.fetch import Fetcher, Source, asked_for
from data.pipeline.sources.services import services
from data.pipeline.sources.snapshots import Snapshots, write

SNAPSHOTS = Path(".cache/snapshots")
EXPORTS = Path(".cache/exports")


def main(arguments: list[str] | None = None, fetcher: Fetcher | None = None) -> int:
    options = _options(arguments)
    try:
        fetcher = fetcher or Fetcher(Snapshots(options.snapshots), addresses=dict(options.address))
        wanted = asked_for(options.source)
    except (SourceError, CatalogueError) as error:
        print(error, file=sys.stderr)
        return 1
    failed = [source.id for source in wanted if not _done(fetcher, source, options)]
    if failed:
        print(f"\n{len(failed)} of {len(wanted)} failed: {', '.join(failed)}.", file=sys.stderr)
    return 1 if failed else 0


def _done(fetcher: Fetcher, source: Source, options: argparse.Namespace) -> bool:
    """Whether a source could be read; one that fails does not keep back the others."""
    try:
        if options.command == "list":
            print(f"{source.id}  ({source.group})")
        elif options.command == "fetch":
            id_, _ = fetcher.fetch(source)
            print(f"{source.id}  {id_}", flush=True)
        else:
            content = fetcher.replay(source)
            print(f"{source.id}  {fetcher.snapshots.current(source.id)}", flush=True)
            if options.command == "export":
                file, written = exported(source.id, content)
                write(options.output / file, written)
    except SourceError as error:
        print(f"\n{error}", file=sys.stderr)
        return False
    return True


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m data.pipeline.sources",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=("fetch", "replay", "export", "list"))
    parser.add_argument("source", nargs="*", help="all where none is named")
    parser.add_argument(
        "--snapshots", type=Path, default=SNAPSHOTS, help="the folder of the answers"
    )
    parser.add_argument(
        "--output", type=Path, default=EXPORTS, help="the folder of what is exported"
    )
    parser.add_argument(
        "--address",
        type=address,
        action="append",
        default=[],
        metavar="SERVICE=ADDRESS",
        help="ask somewhere else, such as a stand-in",
    )
    return parser.parse_args(arguments)


def address(text: str) -> tuple[str, str]:
    id_, _, address = text.partition("=")
    if id_ not in services() or not address.startswith(("http://", "https://")):
        there_are = ", ".join(services())
        raise argparse.ArgumentTypeError(f"{text!r} is not one of {there_are}, = and an address")
    return id_, address


if __name__ == "__main__":
    sys.exit(main())
