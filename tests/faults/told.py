"""What visitors met of every fault, as docs/RELIABILITY.md."""

import os
import platform

from tests.faults.questions import PATIENCE
from tests.faults.visitors import VISITORS

HEAD = f"""# What the service withstands

Each fault is done for real to the service as it is run (`Procfile`), while {VISITORS} visitors ask for
pages, callbacks and the api, and check every number they are told against the published one. An
error is an answer of 5xx, one that breaks off, or none within {PATIENCE} seconds. The recovery is the
longest time from a fault to an error after it; where there is none it is zero. The tests
`tests/test_faults_*.py` hold this; `make reliability` does it again and writes this file.

| fault | how it was injected | requests during it | errors | wrong numbers | slowest answer | recovery |
|---|---|---|---|---|---|---|"""


def written(outcomes, soaked):
    rows = [row(outcome) for outcome in outcomes]
    return "\n".join([HEAD, *rows, "", total(outcomes), "", soaked.paragraph(), "", machine(), ""])


def row(outcome):
    return (
        f"| {outcome.fault} | {outcome.injected} | {outcome.requests:,} | {len(outcome.errors)} | "
        f"{len(outcome.wrong)} | {outcome.slowest:.1f} s | {outcome.recovery:.1f} s |"
    )


def total(outcomes):
    """All rows in a sentence, and where errors were."""
    errors, wrong = (sum(len(getattr(one, of)) for one in outcomes) for of in ("errors", "wrong"))
    where = [outcome.fault for outcome in outcomes if outcome.errors]
    said = (
        f"In all {sum(outcome.requests for outcome in outcomes):,} requests during "
        f"{len(outcomes)} faults: {counted(errors, 'error')}, {counted(wrong, 'wrong number')}."
    )
    return said + (f" Errors were met during: {', '.join(where)}." if where else "")


def counted(number, what):
    return f"{number} {what}{'' if number == 1 else 's'}"


def machine():
    """What it was measured on, by what decides the figures."""
    try:
        system = platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        system = platform.system()
    return f"Measured with Python {platform.python_version()} on {system}, {os.cpu_count()} processors."
