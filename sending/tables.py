"""A table as a file: CSV or an Excel workbook, with the words that it must be read with."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO, StringIO
from typing import Any

import xlsxwriter

from sending.kept import Answer

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8; header=present"
# The same table gives the same bytes, whenever it is asked for.
WRITTEN = datetime(2020, 1, 1)
FORMULA = ("=", "+", "-", "@", "\t", "\r")
WIDTHS = (34, 12, 34, 8, 14, 14)
Cell = str | int | float | None


@dataclass(frozen=True, eq=False)
class Table:
    """Rows under columns; `readme` is what stands before them, or on a sheet of its own."""

    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    readme: Sequence[str]


def written(table: Table, form: str, filename: str) -> Answer:
    body, media = (workbook(table), XLSX) if form == "xlsx" else (separated(table), CSV)
    return Answer(body, media, filename)


def separated(table: Table) -> bytes:
    """Words first, each line begun by #; no text can be taken for a formula."""
    file = StringIO()
    file.writelines(f"# {line}".rstrip() + "\n" for line in table.readme)
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([_harmless(cell) for cell in row] for row in table.rows)
    return file.getvalue().encode()


def workbook(table: Table) -> bytes:
    """Every text is written as text, so that none can become a formula or a link."""
    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties({"created": WRITTEN})
        data, readme = book.add_worksheet("data"), book.add_worksheet("README")
        _write(data, [table.columns, *table.rows])
        data.set_row(0, None, book.add_format({"bold": True}))
        data.freeze_panes(1, 0)
        for column, width in enumerate(WIDTHS):
            data.set_column(column, column, width)
        readme.set_column(0, 0, 110)
        _write(readme, [[line] for line in table.readme])
    return file.getvalue()


def _write(sheet: Any, rows: Iterable[Sequence[Cell]]) -> None:
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                sheet.write_string(row, column, cell)
            elif cell is not None:
                sheet.write_number(row, column, cell)


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
