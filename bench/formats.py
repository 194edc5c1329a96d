"""The values files as they are beside columns of 16-bit deltas, both under brotli."""

import json
from pathlib import Path

import brotli
import numpy as np

from bench.report import table
from data.edition import current_edition

SHOWN = (
    "population-municipality", "foreign_born_share-municipality", "foreign_born_share-regso",
    "mean_wage_income-regso", "population-regso",
)  # fmt: skip


def deltas(values: list[list[int | None]]) -> bytes:
    """Each year less the one before, in 16 bits where that is enough, high and low bytes apart.

    What is missing changes nothing and is marked in bits of its own.
    """
    missing = np.array([[value is None for value in row] for row in values])
    rows = np.array([[value or 0 for value in row] for row in values], dtype=np.int64)
    for year in range(1, len(rows)):
        rows[year] = np.where(missing[year], rows[year - 1], rows[year])
    changes = np.diff(rows, axis=0, prepend=np.zeros((1, rows.shape[1]), dtype=np.int64))
    wide = np.abs(changes).max(initial=0) > np.iinfo(np.int16).max
    packed = changes.astype("<i4" if wide else "<i2")
    planes = packed.reshape(-1).view(np.uint8).reshape(-1, packed.itemsize).T
    return planes.tobytes() + np.packbits(missing).tobytes()


def sizes(file: Path) -> tuple[int, int, int]:
    """Bytes of the file, of it under brotli, and of its columns under brotli."""
    plain = file.read_bytes()
    columns = deltas(json.loads(plain)["values"])
    return len(plain), len(brotli.compress(plain)), len(brotli.compress(columns))


def main() -> str:
    folder = current_edition().folder / "values"
    rows = [(name, *sizes(folder / f"{name}.json")) for name in SHOWN]
    every = [sizes(file) for file in sorted(folder.glob("*.json"))]
    rows.append((f"all {len(every)} files", *(sum(each) for each in zip(*every, strict=True))))
    return table(
        [
            ("values", "JSON", "JSON, brotli", "deltas, brotli"),
            *((name, *(f"{size:,}" for size in row)) for name, *row in rows),
        ]
    )
