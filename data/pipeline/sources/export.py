"""What was fetched as files for others to read: the same snapshots always give the same bytes."""

import csv
import io
import json
import math
from collections.abc import Iterable, Sequence
from typing import Any

from data.pipeline.sources.boundaries import collection
from data.pipeline.sources.figures import Figures
from data.pipeline.sources.kolada import KoladaValue

FIGURE_HEADER = ("column", "area", "year", "value", "status")
KEY_FIGURE_HEADER = ("area", "year", "value", "status")


def exported(id_: str, content: Any) -> tuple[str, bytes]:
    """The name and the bytes of a file: figures and key figures as CSV, boundaries as GeoJSON."""
    if isinstance(content, Figures):
        return f"{id_}.csv", _csv(FIGURE_HEADER, content.rows())
    if content and isinstance(content[0], KoladaValue):
        rows = ((one.area, one.year, one.value, one.status) for one in content)
        return f"{id_}.csv", _csv(KEY_FIGURE_HEADER, rows)
    text = json.dumps(collection(content), ensure_ascii=False, separators=(",", ":"))
    return f"{id_}.geojson", text.encode() + b"\n"


def _csv(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_written(field) for field in row] for row in rows)
    return text.getvalue().encode()


def _written(field: Any) -> str:
    """Numbers as short as can be, and nothing where there is no value."""
    if field is None or (isinstance(field, float) and math.isnan(field)):
        return ""
    return str(int(field)) if isinstance(field, float) and field.is_integer() else str(field)
