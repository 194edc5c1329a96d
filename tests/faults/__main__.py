"""Does every fault, then minutes of several, and writes what visitors met: python -m tests.faults

The file is replaced at the very end; where a fault cannot be done, the former one stays as it is.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.browser.site import ROOT
from tests.faults import editions, files, redis, workers
from tests.faults.soak import MINUTES, soak
from tests.faults.told import written

OUTPUT = ROOT / "docs" / "RELIABILITY.md"


def outcomes(folder):
    yield from workers.faults(made(folder, "workers"))
    yield from redis.faults(made(folder, "redis"))
    yield from files.damaged_editions(made(folder, "damaged"))
    for fault in (
        files.flipped_while_running,
        editions.exchanged,
        files.read_only,
        files.full,
        files.corrupted,
        files.no_descriptors,
        files.clock_backwards,
    ):
        yield fault(made(folder, fault.__name__))


def made(folder, name):
    place = folder / name
    place.mkdir()
    return place


def done(folder):
    """Every outcome, each told on the terminal as it comes."""
    for outcome in outcomes(folder):
        print(
            f"{outcome.fault}: {outcome.requests} requests, {len(outcome.errors)} errors, "
            f"{len(outcome.wrong)} wrong numbers {outcome.errors[:3] or ''} {outcome.notes}",
            flush=True,
        )
        yield outcome


def main():
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--minutes", type=float, default=MINUTES, help="of the soak at the end")
    asked.add_argument("--output", type=Path, default=OUTPUT)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = list(done(Path(folder)))
        soaked = soak(made(Path(folder), "soak"), given.minutes)
    print("\n".join(soaked.lines()))
    unfinished = given.output.with_suffix(".unfinished")
    unfinished.write_text(written(found, soaked), encoding="utf-8")
    unfinished.replace(given.output)
    failed = [outcome.fault for outcome in found if not outcome.is_kept] + soaked.faults()
    sys.exit(f"{given.output} is written. Not as promised: {', '.join(failed)}" if failed else 0)


if __name__ == "__main__":
    main()
