"""The change report: what an edition holds and how it differs, to be read before it is shown."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from data.edition import STATUSES, Edition
from data.pipeline.changes import NOTHING, changes
from data.pipeline.compute import Computed
from data.pipeline.definitions import changed_definitions
from data.pipeline.evidence import Tables
from data.pipeline.grid import OK
from data.pipeline.register import names
from data.pipeline.summary import beside, markdown
from geo.levels import SWEDEN

COLUMNS = (
    "indicator", "level", "years", "values", "without value", "year", "lowest", "median",
    "highest", "Sweden",
)  # fmt: skip
JUMPS = "New or revised values that changed more than usual from one year to the next."


def report(
    manifest: dict[str, Any],
    computed: Sequence[Computed],
    tables: Tables,
    previous: Edition | None,
    doubt: str | None = None,
    unusual: Sequence[str] = (),
) -> str:
    """The report in Markdown; the same editions always give the same text."""
    lines = [f"# Edition {manifest['edition']}", "", *_summary(manifest), ""]
    if previous:
        anew = list(changed_definitions(manifest.get("definitions", {}), previous))
        found = changes(computed, previous)
        told = [*anew, *(found if not anew or found != [NOTHING] else [])]
        lines += [f"## Changes since {previous.id}", "", *told, ""]
    else:
        lines += [doubt or "This is the first edition: there is none to compare it with.", ""]
    if unusual:
        lines += ["## To look at", "", JUMPS, "", *unusual, ""]
    lines += ["## What it holds", "", *_contents(computed), ""]
    lines += ["## Beside the values", "", *beside(computed, tables), "", "## Input", ""]
    rows = ([f["file"], f"{f['rows']:,}", f["sha256"][:12]] for f in manifest["inputs"])
    lines += markdown(("file", "rows", "sha256 begins"), rows)
    return "\n".join(lines) + "\n"


def _summary(manifest: dict[str, Any]) -> list[str]:
    counts = manifest["counts"]
    areas = ", ".join(f"{number:,} {level}" for level, number in counts["areas"].items())
    held = f"{counts['values']:,} values of {counts['indicators']} indicators, for {areas}."
    return [f"{held} Pipeline version {manifest['pipeline']}."]


def _contents(computed: Sequence[Computed]) -> list[str]:
    national = {one.indicator.id: one for one in computed if one.grid.level.code == f"^{SWEDEN}$"}
    rows = (_row(one, national.get(one.indicator.id)) for one in computed)
    return [
        "Lowest, median and highest are those of the newest year.",
        "",
        *markdown(COLUMNS, rows),
    ]


def _row(one: Computed, national: Computed | None) -> list[str]:
    grid = one.grid
    newest = grid.values[-1]
    places = list(names(grid.level, grid.edition).values())
    lowest = median = highest = ""
    if len(places) > 1 and not np.isnan(newest).all():
        low, high = int(np.nanargmin(newest)), int(np.nanargmax(newest))
        lowest, highest = (f"{number(one, newest[at])} {places[at]}" for at in (low, high))
        median = number(one, float(np.nanmedian(newest)))
    return [
        one.indicator.id,
        grid.level.id,
        runs_of(grid.years),
        f"{(grid.statuses == OK).sum():,}",
        _without(one),
        str(grid.years[-1]),
        lowest,
        median,
        highest,
        _national(national, grid.years[-1]),
    ]


def number(one: Computed, value: float) -> str:
    return "none" if np.isnan(value) else f"{value:,.{one.indicator.decimals}f}"


def runs_of(years: Sequence[int]) -> str:
    """Runs of years in a row, as 1998, 2002-2006, 2010."""
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(str(r[0]) if len(r) == 1 else f"{r[0]}-{r[-1]}" for r in runs)


def _without(one: Computed) -> str:
    counts = {name: int((one.grid.statuses == n).sum()) for n, name in enumerate(STATUSES)}
    return ", ".join(f"{counts[name]} {name}" for name in STATUSES[1:] if counts[name]) or "0"


def _national(national: Computed | None, year: int) -> str:
    if national is None or year not in national.grid.years:
        return ""
    return number(national, float(national.grid.during([year])[0, 0]))
