"""One run from figures to the current edition, told one line a step."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from data.edition import CURRENT, MANIFEST, REPORT, Edition, EditionError, current_name, edition
from data.pipeline.above_chance import above_chance, in_order
from data.pipeline.chance import REPLICATES, chance
from data.pipeline.checks import Expectation, check, expected
from data.pipeline.compute import Computed, computed
from data.pipeline.engines import DEFAULT
from data.pipeline.errors import PipelineError
from data.pipeline.evidence import Tables, evidence
from data.pipeline.files import compact, files
from data.pipeline.identities import check_identities
from data.pipeline.inputs import Inputs, read_inputs
from data.pipeline.jumps import jumps
from data.pipeline.manifest import manifest, with_report
from data.pipeline.publish import alone, publish
from data.pipeline.report import report
from data.pipeline.united import united_areas


def always(_: str) -> bool:
    return True


@dataclass(frozen=True)
class Publishing:
    """Where and when an edition is published, what it must agree with, and who must agree.

    `agreed` is given the change report; where it says no, nothing is published.
    """

    output: Path
    on: date
    replicates: int = REPLICATES
    expected: Expectation = field(default_factory=expected)
    agreed: Callable[[str], bool] = always
    engine: str = DEFAULT


def run(
    folder: Path,
    output: Path,
    on: date,
    replicates: int = REPLICATES,
    engine: str = DEFAULT,
) -> str:
    """The name of the edition that is current after a run on tidy figures."""
    inputs = read_inputs(folder)
    rows = sum(file.rows for file in inputs.files)
    tell("read", f"{rows:,} rows of {len(inputs.files)} files in {folder}")
    return made(inputs, Publishing(output, on, replicates, engine=engine))


def made(inputs: Inputs, publishing: Publishing) -> str:
    """The name of the edition that is current after one has been made of these figures."""
    started = time.monotonic()
    found = list(computed(inputs))
    tell("computed", f"{_values(found):,} values of {_indicators(found)} indicators")
    tell("checked", f"{check(found, publishing.expected)} expectations hold")
    every, tables = _with_evidence(found, inputs, publishing)
    with alone(publishing.output):
        name = _publish(inputs, every, tables, publishing)
    tell("done", f"in {time.monotonic() - started:.1f} s")
    return name


def tell(step: str, text: str) -> None:
    print(f"{step:>10}  {text}", flush=True)


def _with_evidence(
    found: list[Computed], inputs: Inputs, publishing: Publishing
) -> tuple[list[Computed], Tables]:
    """The values with those above chance, and the tables beside them."""
    started = time.monotonic()
    tell(
        "chance",
        f"{publishing.replicates:,} random spreads of every area and year, the slowest step",
    )
    drawn = chance(inputs, publishing.replicates, publishing.engine)
    tell("", f"{len(drawn):,} areas and groupings in {time.monotonic() - started:.1f} s")
    every = in_order([*found, *above_chance(inputs, drawn)])
    tables = evidence(every, inputs, drawn) | united_areas(every, inputs)
    tell("evidence", f"{sum(map(len, tables.values())):,} rows in {len(tables)} tables")
    hold = check_identities(every, tables, inputs, publishing.expected)
    tell("checked", f"{hold} identities hold")
    return every, tables


def _publish(inputs: Inputs, found: list[Computed], tables: Tables, publishing: Publishing) -> str:
    output, (previous, doubt) = publishing.output, _previous(publishing.output)
    values, former = files(found, tables), previous.id if previous else None
    content = manifest(found, tables, values, inputs.files, publishing.on, former)
    name = str(content["edition"])
    if previous and previous.id.endswith(name[-8:]):
        tell("same", f"{previous.id} holds exactly these values, so it stays the current edition")
        return previous.id
    unusual = jumps(found, previous, publishing.expected.get("jump", {})) if previous else []
    told = report(content, found, tables, previous, doubt, unusual)
    if not publishing.agreed(told):
        raise PipelineError(f"{name} was not agreed to. Run again and answer yes to publish it.")
    content = with_report(content, told.encode())
    folder = publish(output, name, values | {REPORT: told.encode(), MANIFEST: compact(content)})
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    tell("published", f"{folder} ({size / 1e6:.1f} MB in {_file_count(content)} files)")
    tell("report", f"{folder / REPORT}: read it before you commit the edition")
    return name


def _previous(output: Path) -> tuple[Edition | None, str | None]:
    """The current edition if there is one, and what is wrong with it if it cannot be read."""
    if not (output / CURRENT).exists():
        return None, None
    try:
        return edition(output / current_name(output)), None
    except EditionError as error:
        tell("warning", str(error))
        return None, "The edition before this one cannot be read, so nothing is compared with it."


def _file_count(content: dict[str, Any]) -> int:
    return len(content["files"]) + 1


def _values(found: list[Computed]) -> int:
    return sum(one.grid.values.size for one in found)


def _indicators(found: list[Computed]) -> int:
    return len({one.indicator.id for one in found})
