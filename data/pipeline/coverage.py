"""Whether the files hold all that they should: areas, years and numbers of values."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from data.pipeline.errors import Faults
from data.pipeline.forms import Form
from data.pipeline.lines import rows
from data.pipeline.observations import Observations

DESCRIPTION = (
    "indicator", "unit", "publisher", "source", "first", "last", "municipalities", "caveat"
)  # fmt: skip


def check_coverage(form: Form, found: Observations, codes: Sequence[str], faults: Faults) -> None:
    for quantity in form.quantities.values():
        held = len(found.get(quantity.id, {}))
        if quantity.values is not None and held != quantity.values:
            faults.add(
                form.file,
                None,
                f"{quantity.id} has {held} values where {quantity.values} are expected. Where "
                "the source has changed, change the number in inputs.toml.",
            )
    if form.complete:
        _check_complete(form, found, codes, faults)


def _check_complete(form: Form, found: Observations, codes: Sequence[str], faults: Faults) -> None:
    for quantity in form.quantities.values():
        held = found.get(quantity.id, {})
        for year in range(form.years[0], form.years[1] + 1):
            absent = [code for code in codes if quantity.covers(year) and (code, year) not in held]
            if absent:
                faults.add(
                    form.file,
                    None,
                    f"{len(absent)} of {len(codes)} areas lack {quantity.id} for {year}, "
                    f"the first of them {absent[0]}.",
                )


def check_description(form: Form, found: Observations, folder: Path, faults: Faults) -> int:
    """Compare a file with the one that describes it; the number of rows of the latter."""
    file = str(form.described_in)
    before = len(faults.found)
    described = rows(folder / file, DESCRIPTION, faults)
    if len(faults.found) > before:
        return 0
    names = Counter(fields[0] for _, fields in described)
    for name in form.quantities:
        if names[name] != 1:
            faults.add(file, None, f"{name} is described {names[name]} times instead of once.")
    for line, fields in described:
        row = dict(zip(DESCRIPTION, fields, strict=True))
        said = (row["first"], row["last"], row["municipalities"])
        holds = _extent(found, row["indicator"])
        if said != holds:
            faults.add(file, line, f"{row['indicator']} has {said}, but {form.file} has {holds}.")
    return len(described)


def _extent(found: Observations, name: str) -> tuple[str, ...]:
    cells = found.get(name) or {("", 0): 0.0}
    years = {year for _, year in cells}
    return str(min(years)), str(max(years)), str(len({area for area, _ in cells}))
