"""The rows of a tidy file, read strictly: what is cut off or damaged is a fault."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from data.pipeline.errors import Faults

Row = tuple[int, list[str]]

DAMAGE = {b"\xef\xbb\xbf": "a byte order mark", b"\0": "a NUL byte", b"\r": "a carriage return"}


def rows(path: Path, header: Sequence[str], faults: Faults) -> list[Row]:
    """Every row below the header with its line number; none of a file that is damaged."""
    try:
        content = path.read_bytes()
    except OSError:
        faults.add(path.name, None, "the file is missing or cannot be read.")
        return []
    before = len(faults.found)
    lines = _lines(path.name, content, faults)
    if len(faults.found) > before:
        return []
    found = _fields(lines[0])
    if found != list(header):
        faults.add(path.name, 1, f"the header is {found}, where {list(header)} is expected.")
        return []
    return list(_rows(path.name, lines, len(header), faults))


def _lines(file: str, content: bytes, faults: Faults) -> list[str]:
    if not content:
        faults.add(file, 1, "the file is empty.")
    for damage, name in DAMAGE.items():
        if damage in content:
            line = content.count(b"\n", 0, content.index(damage)) + 1
            faults.add(file, line, f"there is {name}. Save the file as plain UTF-8 with LF.")
    if content and not content.endswith(b"\n"):
        faults.add(file, content.count(b"\n") + 1, "the last line does not end: it is cut off.")
    try:
        return content.decode("utf-8").split("\n")[:-1]
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        faults.add(file, line, "the text is not UTF-8. Save the file as plain UTF-8 with LF.")
        return []


def _rows(file: str, lines: list[str], columns: int, faults: Faults) -> Iterator[Row]:
    for number, line in enumerate(lines[1:], start=2):
        fields = _fields(line)
        if fields is None:
            faults.add(file, number, "a quotation mark is not closed.")
        elif len(fields) != columns:
            faults.add(file, number, f"there are {len(fields)} fields instead of {columns}.")
        else:
            yield number, fields


def _fields(line: str) -> list[str] | None:
    if '"' not in line:
        return line.split(",")
    try:
        return next(csv.reader([line], strict=True))
    except csv.Error:
        return None
