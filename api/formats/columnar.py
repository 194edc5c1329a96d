"""Rows as Parquet, with what they are in the file's own metadata."""

import json
from io import BytesIO
from typing import Any

import pyarrow
import pyarrow.parquet

MEDIA_TYPE = "application/vnd.apache.parquet"
KEY = b"segregationskartan"


def parquet(table: pyarrow.Table, about: dict[str, Any]) -> bytes:
    told = {KEY: json.dumps(about, ensure_ascii=False).encode()}
    file = BytesIO()
    pyarrow.parquet.write_table(
        table.replace_schema_metadata(told), file, compression="zstd", store_schema=False
    )
    return file.getvalue()
