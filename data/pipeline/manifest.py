"""What an edition says of itself: what it holds, from which files, with which checksums."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

import pyarrow

from data.edition import REPORT, content_hash
from data.pipeline import VERSION
from data.pipeline.compute import Computed
from data.pipeline.definitions import definition
from data.pipeline.files import browser_file, coverage, sha256
from data.pipeline.inputs import InputFile


def manifest(
    computed: Sequence[Computed],
    tables: Mapping[str, pyarrow.Table],
    files: dict[str, bytes],
    inputs: Sequence[InputFile],
    on: date,
    previous: str | None,
) -> dict[str, Any]:
    """The manifest of files, before there is a report."""
    indicators: dict[str, dict[str, Any]] = {}
    for one in computed:
        by_level = indicators.setdefault(one.indicator.id, {})
        by_level[one.grid.level.id] = coverage(one, files[browser_file(one)])
    content = {
        "pipeline": VERSION,
        "previous": previous,
        "inputs": [asdict(file) for file in inputs],
        "counts": _counts(computed, tables),
        "indicators": indicators,
        "definitions": {one.indicator.id: definition(one.indicator) for one in computed},
        "files": {file: sha256(content) for file, content in files.items()},
    }
    name = f"{on.isoformat()}-{content_hash(content)}"
    return {"edition": name, "date": on.isoformat(), **content}


def with_report(content: dict[str, Any], report: bytes) -> dict[str, Any]:
    return content | {"files": content["files"] | {REPORT: sha256(report)}}


def _counts(computed: Sequence[Computed], tables: Mapping[str, pyarrow.Table]) -> dict[str, Any]:
    return {
        "values": sum(one.grid.values.size for one in computed),
        "indicators": len({one.indicator.id for one in computed}),
        "areas": {one.grid.level.id: one.grid.values.shape[1] for one in computed},
        "rows": {file: len(table) for file, table in tables.items()},
    }
