"""What each row of a file says: an area, a year and one or more quantities."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from data.pipeline.errors import Faults
from data.pipeline.forms import Form, Quantity
from data.pipeline.lines import Row

YEAR = re.compile(r"[0-9]{4}")
WHOLE = re.compile(r"[0-9]{1,9}(\.0)?")
NUMBER = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,15})?")

Cell = tuple[str, int]
Observations = dict[str, dict[Cell, float]]


def observations(
    form: Form, rows: Sequence[Row], codes: Collection[str], faults: Faults
) -> Observations:
    """The values of every quantity by area and year; whatever cannot be true is a fault."""
    reader = _Reader(form, codes, faults)
    for line, fields in rows:
        reader.read(line, dict(zip(form.header, fields, strict=True)))
    return reader.found


class _Reader:
    def __init__(self, form: Form, codes: Collection[str], faults: Faults) -> None:
        self.form, self.codes, self.faults = form, codes, faults
        self.found: Observations = defaultdict(dict)
        self.lines: dict[tuple[str, Cell], int] = {}

    def read(self, line: int, row: dict[str, str]) -> None:
        cell = self._cell(line, row)
        if cell is None:
            return
        indicator = row.get("indicator", "a row")
        first = self.lines.setdefault((indicator, cell), line)
        if first != line:
            self._fault(line, f"{cell[0]} has {indicator} for {cell[1]} in line {first} already.")
            return
        for name, text in self._quantities(line, row):
            self._keep(line, name, cell, text, row)

    def _cell(self, line: int, row: dict[str, str]) -> Cell | None:
        area = row[self.form.level.id]
        if area not in self.codes:
            self._fault(line, f"{area!r} is no area of the level {self.form.level.id!r}.")
            return None
        first, last = self.form.years
        text = row["year"]
        if not YEAR.fullmatch(text) or not first <= int(text) <= last:
            self._fault(line, f"{text!r} is no year from {first} to {last}.")
            return None
        return area, int(text)

    def _quantities(self, line: int, row: dict[str, str]) -> Iterator[tuple[str, str]]:
        if self.form.shape == "wide":
            yield from ((name, row[name]) for name in self.form.quantities)
        elif row["indicator"] in self.form.quantities:
            yield row["indicator"], row["value"]
        else:
            self._fault(line, f"{row['indicator']!r} is not declared in inputs.toml.")

    def _keep(self, line: int, name: str, cell: Cell, text: str, row: dict[str, str]) -> None:
        quantity = self.form.quantities[name]
        fault = _fault(quantity, text, cell[1], row)
        if fault:
            self._fault(line, f"{name} is {text!r}, {fault}.")
        elif text:
            self.found[name][cell] = float(text)

    def _fault(self, line: int, fault: str) -> None:
        self.faults.add(self.form.file, line, fault)


def _fault(quantity: Quantity, text: str, year: int, row: dict[str, str]) -> str | None:
    """Why a value cannot be true, or None."""
    if not quantity.covers(year):
        return f"where {year} should have no value" if text else None
    if not (WHOLE if quantity.whole else NUMBER).fullmatch(text):
        return "not a whole number" if quantity.whole else "not a number"
    low, high = quantity.range
    if not low <= float(text) <= high:
        return f"not from {low:g} to {high:g}"
    limit = row[quantity.at_most] if quantity.at_most else None
    if limit is not None and NUMBER.fullmatch(limit) and float(text) > float(limit):
        return f"more than {quantity.at_most}, which is {limit}"
    return None
