"""From the official sources to the current edition: fetch, snapshot, check, compute, ask, publish.

python -m data.pipeline update [--yes] [--input FOLDER | --only-fetched] [--offline]
"""

import argparse
import sys
import tomllib
from datetime import date
from pathlib import Path

from data.edition import PUBLISHED_FOLDER
from data.pipeline.chance import REPLICATES
from data.pipeline.checks import EXPECTED_FILE
from data.pipeline.engines import DEFAULT, ENGINES
from data.pipeline.errors import PipelineError
from data.pipeline.feeds import Feed, feeds
from data.pipeline.fetched import with_fetched
from data.pipeline.fetched_checks import check_sums
from data.pipeline.inputs import Inputs, read_inputs
from data.pipeline.level_checks import check_levels
from data.pipeline.run import Publishing, always, made, tell
from data.pipeline.sources.__main__ import SNAPSHOTS, address
from data.pipeline.sources.errors import SourceError
from data.pipeline.sources.fetch import Fetcher
from data.pipeline.sources.snapshots import Snapshots
from geo.levels import levels

CONTENTS = "## What it holds"
NOTHING = Inputs({}, {}, {}, (), complete=False)


def update(options: argparse.Namespace, fetcher: Fetcher | None = None) -> str:
    """The name of the edition that is current afterwards; PipelineError where nothing was made."""
    fetcher = fetcher or Fetcher(Snapshots(options.snapshots), addresses=dict(options.address))
    feeding = feeds()
    if not options.offline:
        fetch(fetcher, feeding)
    base = NOTHING if options.only_fetched else read_inputs(options.input)
    inputs = with_fetched(base, feeding, fetcher)
    tell("read", f"{sum(file.rows for file in inputs.files):,} values of {len(inputs.files)} files")
    small = [level for level in levels().values() if level.editions]
    sums = sum(check_sums(inputs.over(level)) for level in small)
    tell("checked", f"{sums} sums hold in every area and year")
    tell("checked", f"{check_levels(inputs)} counts agree over two levels in every municipality")
    expectations = tomllib.loads(options.expected.read_text("utf-8"))
    agreed = always if options.yes else asked
    on = Publishing(options.output, options.date, options.replicates, expectations, agreed,
                    options.engine)  # fmt: skip
    return made(inputs, on)


def fetch(fetcher: Fetcher, feeding: list[Feed]) -> None:
    """Take a snapshot of every source; PipelineError that names those that failed."""
    failed = []
    for number, feed in enumerate(feeding, start=1):
        try:
            id_, _ = fetcher.fetch(feed.source)
        except SourceError as error:
            print(f"\n{error}", file=sys.stderr, flush=True)
            failed.append(feed.source.id)
        else:
            tell("fetched", f"{number} of {len(feeding)}: {feed.source.id} {id_}")
    if failed:
        raise PipelineError(
            f"{len(failed)} of {len(feeding)} sources failed: {', '.join(failed)}. What has come "
            "is kept: run again to fetch the rest."
        )


def asked(report: str) -> bool:
    """Show what changes, and whether a person answers yes; nobody to answer is a no."""
    print(f"\n{report.partition(CONTENTS)[0]}", flush=True)
    try:
        return input("Publish this edition? (yes/no) ").strip().lower() in ("y", "yes")
    except EOFError:
        print("Nobody answers; use --yes to publish without asking.", file=sys.stderr)
        return False


def parser(input_folder: Path) -> argparse.ArgumentParser:
    made_ = argparse.ArgumentParser(
        prog="python -m data.pipeline update",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = made_.add_argument
    add("--yes", action="store_true", help="publish without asking")
    add("--input", type=Path, default=input_folder, help="the tidy figures")
    add("--only-fetched", action="store_true", help="no tidy figures; what they feed is left out")
    add("--offline", action="store_true", help="fetch nothing, use the newest snapshots")
    add("--date", type=date.fromisoformat, default=date.today(), help="today")
    add("--output", type=Path, default=PUBLISHED_FOLDER, help="where editions are")
    add("--snapshots", type=Path, default=SNAPSHOTS, help="the folder of the answers")
    add("--expected", type=Path, default=EXPECTED_FILE, help="what values must agree with")
    add("--engine", choices=ENGINES, default=DEFAULT, help="what simulates")
    add("--replicates", type=int, default=REPLICATES, help="random spreads of every area")
    add("--address", type=address, action="append", default=[], metavar="SERVICE=ADDRESS",
        help="ask somewhere else, such as a stand-in")  # fmt: skip
    return made_
