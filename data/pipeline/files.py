"""The files of an edition, as bytes: the same values always give the same bytes."""

import hashlib
import io
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow
import pyarrow.parquet

from data.edition import STATUSES, VALUES
from data.pipeline.compute import Computed
from data.pipeline.grid import MISSING, OK, Grid
from data.pipeline.register import codes

COLUMNS = ("indicator", "level", "area", "year", "value", "status")


def files(computed: Sequence[Computed], tables: Mapping[str, pyarrow.Table]) -> dict[str, bytes]:
    """The bytes of every file by its path in the edition: values, and the tables beside them."""
    columnar = {VALUES: table(computed), **tables}
    return {file: _parquet(rows) for file, rows in columnar.items()} | {
        browser_file(one): _json(one) for one in computed
    }


def browser_file(one: Computed) -> str:
    return f"values/{one.indicator.id}-{one.grid.level.id}.json"


def table(computed: Iterable[Computed]) -> pyarrow.Table:
    """One row a value: indicators as in the catalogue, then levels, years, areas of the register."""
    return pyarrow.concat_tables([_rows(one) for one in computed])


def coverage(one: Computed, content: bytes) -> dict[str, Any]:
    """What the manifest says of an indicator at a level."""
    limits = {"limits": [_number(limit) for limit in one.limits]} if one.limits else {}
    held = int((one.grid.statuses == OK).sum())
    return {
        "years": list(one.grid.years),
        "areas_edition": one.grid.edition,
        **_areas_editions(one.grid),
        "values": held,
        "missing": one.grid.values.size - held,
        **limits,
        "file": browser_file(one),
        "sha256": sha256(content),
    }


def _areas_editions(grid: Grid) -> dict[str, dict[str, list[int]]]:
    """The years of each edition of the areas, where the years belong to more than one."""
    if not grid.is_joined:
        return {}
    by_edition: dict[str, list[int]] = {}
    for year in grid.years:
        by_edition.setdefault(str(grid.level.edition(year)), []).append(year)
    return {"areas_editions": by_edition}


def compact(content: dict[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _rows(one: Computed) -> pyarrow.Table:
    grid = one.grid
    areas = codes(grid.level, grid.edition)
    shape = grid.values.shape
    columns = {
        "indicator": pyarrow.repeat(one.indicator.id, grid.values.size),
        "level": pyarrow.repeat(grid.level.id, grid.values.size),
        "area": pyarrow.array(list(areas) * shape[0]),
        "year": pyarrow.array(np.repeat(np.array(grid.years, dtype=np.int16), shape[1])),
        "value": pyarrow.array(grid.values.ravel(), from_pandas=True),
        "status": pyarrow.array(np.array(STATUSES)[grid.statuses.ravel()]),
    }
    return pyarrow.table(columns)


def _parquet(rows: pyarrow.Table) -> bytes:
    buffer = io.BytesIO()
    pyarrow.parquet.write_table(
        rows,
        buffer,
        compression="zstd",
        compression_level=19,
        use_dictionary=[field.name for field in rows.schema if field.type != pyarrow.float64()],
        write_statistics=False,
        store_schema=False,
    )
    return buffer.getvalue()


def _json(one: Computed) -> bytes:
    grid, decimals = one.grid, one.indicator.decimals
    return compact(
        {
            "indicator": one.indicator.id,
            "level": grid.level.id,
            "areas_edition": grid.edition,
            "years": list(grid.years),
            "decimals": decimals,
            "values": [[scaled(value, decimals) for value in row] for row in grid.values.tolist()],
            "status": {
                name: np.argwhere(grid.statuses == number).tolist()
                for number, name in enumerate(STATUSES)
                if number not in (OK, MISSING) and (grid.statuses == number).any()
            },
        }
    )


def scaled(value: float, decimals: int) -> int | None:
    """A value times ten to the power of its decimals, rounded as text with them would be."""
    return None if math.isnan(value) else round(round(value, decimals) * 10**decimals)


def _number(limit: float) -> float | int:
    return int(limit) if limit == int(limit) else limit
