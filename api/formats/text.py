"""Rows as text: JSON, CSV and the CSV that a Swedish Excel opens."""

import codecs
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from json.encoder import encode_basestring

import pyarrow
from pyarrow import compute

from api.rows import COLUMNS, Piece

# Also as wide letters, which some spreadsheets read alike.
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
NEEDS_QUOTES = re.compile(r'[",;\n\r#]')


@dataclass(frozen=True)
class Form:
    """How a row is written: what comes before the year, before the value, and after it."""

    head: Callable[[str, str, str], str]
    year: Callable[[int], str]
    tail: Callable[[str], str]
    between: str
    missing: str
    decimal: str = "."


def json_rows(pieces: Iterable[Piece]) -> bytes:
    """The rows as the inside of a JSON list."""
    return b",\n".join(joined(piece, JSON) for piece in pieces)


def csv(pieces: Iterable[Piece]) -> bytes:
    return separated(pieces, CSV, ",")


def swedish_csv(pieces: Iterable[Piece]) -> bytes:
    """Semicolons, decimal commas, and a byte order mark, without which Excel misreads å, ä and ö."""
    return codecs.BOM_UTF8 + separated(pieces, SWEDISH_CSV, ";")


def separated(pieces: Iterable[Piece], form: Form, separator: str) -> bytes:
    lines = [separator.join(COLUMNS).encode(), *(joined(piece, form) for piece in pieces), b""]
    return form.between.encode().join(lines)


def with_comments(lines: Iterable[str], body: bytes) -> bytes:
    """A CSV file with lines of words before its header."""
    comments = "".join(f"# {line}\n" for line in lines).encode()
    if body.startswith(codecs.BOM_UTF8):
        return codecs.BOM_UTF8 + comments + body.removeprefix(codecs.BOM_UTF8)
    return comments + body


def joined(piece: Piece, form: Form) -> bytes:
    """The rows of a piece. What many rows share is written once: a row is joined of four texts."""
    places = zip(piece.areas, piece.names, strict=True)
    heads = [form.head(piece.indicator, code, name) for code, name in places]
    tails = [form.tail(status) for status in piece.statuses.dictionary.to_pylist()]
    values = compute.fill_null(piece.values.cast(pyarrow.string()), form.missing)
    if form.decimal != ".":
        values = compute.replace_substring(values, ".", form.decimal)
    lines = compute.binary_join_element_wise(
        pyarrow.array(heads).take(piece.area),
        pyarrow.array([form.year(year) for year in piece.years]).take(piece.year),
        values,
        pyarrow.array(tails).take(piece.statuses.indices),
        "",
    )
    whole = pyarrow.ListArray.from_arrays(pyarrow.array([0, len(lines)], pyarrow.int32()), lines)
    return bytes(compute.binary_join(whole, form.between)[0].as_buffer())


def quoted(word: str) -> str:
    """A word as JSON writes it. `json.dumps` takes five times as long to get to this."""
    return encode_basestring(word)


def cell(word: str) -> str:
    """A word as a cell of a CSV file, which no spreadsheet takes for a formula."""
    word = harmless(word)
    return '"' + word.replace('"', '""') + '"' if NEEDS_QUOTES.search(word) else word


def harmless(word: str) -> str:
    return f"'{word}" if word.startswith(FORMULA) else word


def _separated(separator: str, between: str, decimal: str) -> Form:
    return Form(
        head=lambda *words: separator.join(map(cell, words)) + separator,
        year=lambda year: f"{year}{separator}",
        tail=lambda status: f"{separator}{status}",
        between=between,
        missing="",
        decimal=decimal,
    )


CSV = _separated(",", "\n", ".")
SWEDISH_CSV = _separated(";", "\r\n", ",")
JSON = Form(
    head=lambda indicator, code, name: (
        f'{{"indicator":{quoted(indicator)},"area":{quoted(code)},"name":{quoted(name)},"year":'
    ),
    year=lambda year: f'{year},"value":',
    tail=lambda status: f',"status":{quoted(status)}}}',
    between=",\n",
    missing="null",
)
