"""The registers that the page itself reads: names for hover and search, boxes to zoom to."""

import json
from collections.abc import Iterable, Mapping

import shapely

from geo.build.coverage import Coverage
from geo.build.geojson import TO_DEGREES


def boxes(coverage: Coverage) -> dict[str, list[float]]:
    """West, south, east and north of each area in degrees."""
    return {
        code: [
            round(edge, 4) for edge in TO_DEGREES.transform_bounds(*shapely.bounds(shape).tolist())
        ]
        for code, shape in zip(coverage.codes, coverage.shapes, strict=True)
    }


def register_text(
    level: str,
    edition: str | None,
    names: Mapping[str, str],
    boxes_by_code: Mapping[str, list[float]],
    changed: Iterable[str] = (),
) -> str:
    codes = sorted(names)
    register = {
        "level": level,
        "edition": edition,
        "codes": codes,
        "names": [names[code] for code in codes],
        "boxes": [boxes_by_code.get(code) for code in codes],
        "changed": sorted(changed),
    }
    return json.dumps(register, separators=(",", ":"), ensure_ascii=False) + "\n"
