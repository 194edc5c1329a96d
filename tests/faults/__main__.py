"""Does every fault and writes what visitors met: python -m tests.faults > docs/RELIABILITY.md."""

import platform
import sys
import tempfile
from pathlib import Path

from tests.faults import files, redis, workers
from tests.faults.visitors import PATIENCE, VISITORS

HEAD = f"""# What the service withstands

Each fault is done for real to the service as it is run (`Procfile`), while {VISITORS} visitors ask for
pages, callbacks and the api, and check every number they are told against the published one. An
error is an answer of 5xx, one that breaks off, or none within {PATIENCE} seconds. The recovery is the
time from the fault to the last error; where there is none it is zero. The tests
`tests/test_faults_*.py` hold this; `make reliability` does it again and writes this file.

| fault | how it was injected | requests during it | errors | wrong numbers | slowest answer | recovery |
|---|---|---|---|---|---|---|"""


def outcomes(folder):
    yield from workers.faults(made(folder, "workers"))
    yield from redis.faults(made(folder, "redis"))
    yield from files.damaged_editions(made(folder, "damaged"))
    for fault in (
        files.flipped_while_running,
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


def row(outcome):
    return (
        f"| {outcome.fault} | {outcome.injected} | {outcome.requests} | {len(outcome.errors)} | "
        f"{len(outcome.wrong)} | {outcome.slowest:.1f} s | {outcome.recovery:.1f} s |"
    )


def main():
    print(HEAD)
    with tempfile.TemporaryDirectory() as folder:
        for outcome in outcomes(Path(folder)):
            print(row(outcome), flush=True)
            print(outcome.errors[:3], outcome.wrong[:3], outcome.notes, file=sys.stderr)
    print(f"\nMeasured with Python {platform.python_version()} on {platform.system()}.")


if __name__ == "__main__":
    main()
