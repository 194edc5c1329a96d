"""One run from the input folder to the current edition, told one line a step."""

import time
from datetime import date
from pathlib import Path
from typing import Any

from data.edition import CURRENT, MANIFEST, REPORT, Edition, EditionError, current_name, edition
from data.pipeline.above_chance import above_chance, in_order
from data.pipeline.chance import REPLICATES, chance
from data.pipeline.checks import check
from data.pipeline.compute import Computed, computed
from data.pipeline.evidence import Tables, evidence
from data.pipeline.files import compact, files
from data.pipeline.identities import check_identities
from data.pipeline.inputs import Inputs, read_inputs
from data.pipeline.manifest import manifest, with_report
from data.pipeline.publish import alone, publish
from data.pipeline.report import report


def run(folder: Path, output: Path, on: date, replicates: int = REPLICATES) -> str:
    """The name of the edition that is current afterwards."""
    started = time.monotonic()
    inputs = read_inputs(folder)
    rows = sum(file.rows for file in inputs.files)
    _tell("read", f"{rows:,} rows of {len(inputs.files)} files in {folder}")
    found = list(computed(inputs))
    _tell("computed", f"{_values(found):,} values of {_indicators(found)} indicators")
    _tell("checked", f"{check(found)} expectations hold")
    edition_ = _with_evidence(found, inputs, replicates)
    with alone(output):
        name = _publish(inputs, *edition_, output, on)
    _tell("done", f"in {time.monotonic() - started:.1f} s")
    return name


def _with_evidence(
    found: list[Computed], inputs: Inputs, replicates: int
) -> tuple[list[Computed], Tables]:
    """The values with those above chance, and the tables beside them."""
    started = time.monotonic()
    _tell("chance", f"{replicates:,} random spreads of every area and year, the slowest step")
    drawn = chance(inputs, replicates)
    _tell("", f"{len(drawn):,} areas and groupings in {time.monotonic() - started:.1f} s")
    every = in_order([*found, *above_chance(inputs, drawn)])
    tables = evidence(every, inputs, drawn)
    _tell("evidence", f"{sum(map(len, tables.values())):,} rows in {len(tables)} tables")
    _tell("checked", f"{check_identities(every, tables, inputs)} identities hold")
    return every, tables


def _publish(inputs: Inputs, found: list[Computed], tables: Tables, output: Path, on: date) -> str:
    previous, doubt = _previous(output)
    values = files(found, tables)
    content = manifest(found, tables, values, inputs.files, on, previous.id if previous else None)
    name = str(content["edition"])
    if previous and previous.id.endswith(name[-8:]):
        _tell("same", f"{previous.id} holds exactly these values, so it stays the current edition")
        return previous.id
    told = report(content, found, tables, previous, doubt).encode()
    content = with_report(content, told)
    folder = publish(output, name, values | {REPORT: told, MANIFEST: compact(content)})
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    _tell("published", f"{folder} ({size / 1e6:.1f} MB in {_file_count(content)} files)")
    _tell("report", f"{folder / REPORT}: read it before you commit the edition")
    return name


def _previous(output: Path) -> tuple[Edition | None, str | None]:
    """The current edition if there is one, and what is wrong with it if it cannot be read."""
    if not (output / CURRENT).exists():
        return None, None
    try:
        return edition(output / current_name(output)), None
    except EditionError as error:
        _tell("warning", str(error))
        return None, "The edition before this one cannot be read, so nothing is compared with it."


def _file_count(content: dict[str, Any]) -> int:
    return len(content["files"]) + 1


def _values(found: list[Computed]) -> int:
    return sum(one.grid.values.size for one in found)


def _indicators(found: list[Computed]) -> int:
    return len({one.indicator.id for one in found})


def _tell(step: str, text: str) -> None:
    print(f"{step:>10}  {text}", flush=True)
