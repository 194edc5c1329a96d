"""The figures of a run as tables: on the terminal, and as docs/PERFORMANCE.md."""

from collections.abc import Sequence
from datetime import date
from statistics import median
from typing import Any

from bench.builds import Measured
from bench.contenders import OWN_LEVEL
from bench.goals import Found, goals
from bench.machine import shape
from bench.visit import DESKTOP, PHONE

HEAD = (
    "build", "first load", "again", "indicator", "year", "CPU", "changes/s", "p50 / p95 / p99",
    "a worker", "a session",
)  # fmt: skip
UNITS = ("", "kB", "kB", "kB", "kB", "ms", "", "ms", "MB", "MB")
PAINTED = (
    "build", "desktop: first map", "indicator", "year", "phone: first map", "indicator", "year",
    "RegSO: first map", "indicator", "year",
)  # fmt: skip
KILO = 1000
PAINTING = """
## From the click to the painted map

Milliseconds, the median of the changes, and from the fastest to the slowest. The phone is four times
slower and on slow 4G.
"""


def tables(builds: Sequence[Measured], found: Found) -> list[str]:
    return [
        "## What a visit costs\n",
        table([HEAD, UNITS, *(_costs(one) for one in builds)]),
        PAINTING,
        table([PAINTED, *(_painted(one) for one in builds)]),
        "\n## Goals\n",
        table([("goal", "reached", "wanted", ""), *(one.line() for one in goals(found))]),
    ]


def _costs(one: Measured) -> list[str]:
    first, again = one.visits[DESKTOP.name, OWN_LEVEL]
    rate = one.load.rate / one.asked_a_change if one.load else None
    waits = (one.load.p50, one.load.p95, one.load.p99) if one.load else ()
    return [
        one.name,
        f"{first.first_bytes / KILO:,.0f}",
        f"{again.first_bytes / KILO:,.1f}",
        f"{median(first.indicator_bytes) / KILO:,.1f}",
        f"{median(first.year_bytes) / KILO:,.1f}",
        f"{one.processor * KILO:,.2f}",
        f"{rate:,.0f}" if rate else "–",
        " / ".join(f"{wait:,.0f}" for wait in waits) or "–",
        f"{one.worker_memory:,.0f}",
        f"{max(0, one.session_memory):,.1f}",
    ]


def _painted(one: Measured) -> list[str]:
    cells = [one.name]
    for where in ((DESKTOP.name, OWN_LEVEL), (PHONE.name, OWN_LEVEL), (DESKTOP.name, "regso")):
        if where not in one.visits:
            cells += ["–"] * 3
            continue
        first, _ = one.visits[where]
        cells += [
            f"{first.first_painted:,.0f}",
            _spread(first.indicator_painted),
            _spread(first.year_painted),
        ]
    return cells


def _spread(times: Sequence[float]) -> str:
    return f"{median(times):,.0f} ({min(times):,.0f}–{max(times):,.0f})"


def table(rows: Sequence[Sequence[Any]]) -> str:
    head, *others = rows
    lines = [head, ["---"] * len(head), *others]
    return "\n".join(f"| {' | '.join(map(str, row))} |" for row in lines)


def written(parts: Sequence[str], taken: float, waiting: tuple[float, float], notes: str) -> str:
    """The page; `waiting` is the load of the machine before and after."""
    return (
        "# Performance\n\n"
        f"Written by `make bench` on {date.today().isoformat()}, in {taken / 60:.1f} minutes, all "
        f"builds side by side in one run on one machine: {shape()}. Load of the machine before "
        f"and after: {waiting[0]:.1f} and {waiting[1]:.1f}; what is beyond the number of "
        "processors is other work, which makes times longer and ratios less certain.\n\n"
        + "\n".join(parts)
        + "\n\n"
        + notes
    )
