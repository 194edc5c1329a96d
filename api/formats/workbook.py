"""Rows as an Excel workbook: the data, what they are, and how to read them."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from api.rows import COLUMNS, Piece

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTHS = (34, 12, 30, 8, 14, 14)
# The same rows give the same bytes, whenever they are asked for.
WRITTEN = datetime(2020, 1, 1)


def workbook(pieces: Iterable[Piece], about: list[dict[str, Any]], readme: list[str]) -> bytes:
    """Every text is written as text, so that none can become a formula or a link."""
    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties({"created": WRITTEN})
        bold = book.add_format({"bold": True})
        _data(book.add_worksheet("data"), bold, pieces)
        _metadata(book.add_worksheet("metadata"), bold, about)
        _readme(book.add_worksheet("README"), readme)
    return file.getvalue()


def _data(sheet: Any, bold: Any, pieces: Iterable[Piece]) -> None:
    for column, (name, width) in enumerate(zip(COLUMNS, WIDTHS, strict=True)):
        sheet.write_string(0, column, name, bold)
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)
    row = 0
    for piece in pieces:
        table = piece.table()
        for cells in zip(*(table[name].to_pylist() for name in COLUMNS), strict=True):
            row += 1
            for column, cell in enumerate(cells):
                if isinstance(cell, str):
                    sheet.write_string(row, column, cell)
                elif cell is not None:
                    sheet.write_number(row, column, cell)
    sheet.autofilter(0, 0, row, len(COLUMNS) - 1)


def _metadata(sheet: Any, bold: Any, about: list[dict[str, Any]]) -> None:
    names = list(about[0])
    for column, name in enumerate(names):
        sheet.write_string(0, column, name, bold)
        sheet.set_column(column, column, 30)
        for row, indicator in enumerate(about, start=1):
            sheet.write_string(row, column, str(indicator[name]))


def _readme(sheet: Any, readme: list[str]) -> None:
    sheet.set_column(0, 0, 110)
    for row, line in enumerate(readme):
        sheet.write_string(row, 0, line)
