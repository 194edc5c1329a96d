"""The areas of a level as paths of a picture: projected, simplified to what its size can show."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.boundaries import boundary_file, drawn_edition, scopes
from geo.levels import SWEDEN, Level

Points = NDArray[np.float64]
TOLERANCE = 1.0  # pixels
SMALLEST_ISLAND = 1.5  # square pixels
PADDING = 3.0
COUNTY = 2  # letters of its code
LEADING_ZERO = re.compile(r"(?<!\d)0(?=\.)")
# How much of what lies around is shown, as a share of the size, as the map of the page does.
AROUND_COUNTY, AROUND_MUNICIPALITY = 0.05, 0.6


@dataclass(frozen=True, eq=False)
class Shapes:
    """Paths by area code, in the order of the boundary file; `beside` are those of other counties."""

    width: float
    height: float
    paths: dict[str, str]
    beside: frozenset[str]


def shapes(level: Level, scope: str, width: int, height: int) -> Shapes:
    """The areas of a scope, fitted into a box; kept, as only colours change from one picture to the next."""
    return _shapes(level, scope, width, height, drawn_edition(level))


@lru_cache(maxsize=1024)
def _shapes(level: Level, scope: str, width: int, height: int, _edition: str | None) -> Shapes:
    codes, areas = _read(level, scope)
    own = np.array([code.startswith(scope) or scope == SWEDEN for code in codes])
    west, _, east, _ = shapely.total_bounds(areas[own])
    meridian = float(west + east) / 2
    plane = shapely.transform(areas, lambda points: _projected(points, meridian))
    box = _window(level, scope, shapely.total_bounds(plane[own]))
    scale = min(
        (width - 2 * PADDING) / (box[2] - box[0]), (height - 2 * PADDING) / (box[3] - box[1])
    )
    size = [(box[2] - box[0]) * scale + 2 * PADDING, (box[3] - box[1]) * scale + 2 * PADDING]
    drawn = shapely.transform(plane, lambda points: _in_pixels(points, box, scale))
    drawn = shapely.coverage_simplify(shapely.make_valid(drawn), TOLERANCE)
    drawn = shapely.clip_by_rect(drawn, 0, 0, *size)
    return Shapes(
        size[0],
        size[1],
        {code: path for code, area in zip(codes, drawn, strict=True) if (path := _path(area))},
        frozenset(np.array(codes)[~own].tolist()) if len(scope) == COUNTY else frozenset(),
    )


def _read(level: Level, scope: str) -> tuple[list[str], NDArray[np.object_]]:
    """The areas of the narrowest file that holds the scope."""
    held = scopes(level)
    file = next(code for code in (scope, scope[:4], scope[:2], SWEDEN) if code in held)
    features = json.loads(boundary_file(level, file).path.read_bytes())["features"]
    areas = shapely.from_geojson([json.dumps(feature["geometry"]) for feature in features])
    return [feature["id"] for feature in features], areas


def _projected(points: Points, meridian: float) -> Points:
    """Transverse Mercator round the middle of what is shown, as on the map of the page."""
    l, f = np.radians(points[:, 0] - meridian), np.radians(points[:, 1])
    return np.column_stack([np.arctanh(np.cos(f) * np.sin(l)), np.arctan2(np.tan(f), np.cos(l))])


def _window(level: Level, scope: str, box: Sequence[float]) -> Sequence[float]:
    """The box of the scope's own areas; where others lie around them, a little of those too."""
    if level.id != "municipality" or scope == SWEDEN:
        return box
    share = AROUND_COUNTY if len(scope) == COUNTY else AROUND_MUNICIPALITY
    x, y = (box[2] - box[0]) * share, (box[3] - box[1]) * share
    return [box[0] - x, box[1] - y, box[2] + x, box[3] + y]


def _in_pixels(points: Points, box: Sequence[float], scale: float) -> Points:
    left, _, _, top = box
    return np.column_stack(
        [(points[:, 0] - left) * scale + PADDING, (top - points[:, 1]) * scale + PADDING]
    )


def _path(area: shapely.Geometry) -> str:
    """The outline of an area; of its islands those that can be seen, and the largest always."""
    polygons = [part for part in shapely.get_parts(area) if part.geom_type == "Polygon"]
    polygons.sort(key=lambda part: -part.area)
    seen = [p for at, p in enumerate(polygons) if at == 0 or p.area >= SMALLEST_ISLAND]
    rings = [ring for polygon in seen for ring in (polygon.exterior, *polygon.interiors)]
    return "".join(_ring(shapely.get_coordinates(ring)) for ring in rings)


def _ring(points: Points) -> str:
    """A closed line: its first point, then steps in tenths of a pixel."""
    tenths = np.round(points * 10).astype(int)
    steps = np.diff(tenths[:-1], axis=0)
    steps = steps[steps.any(axis=1)].tolist()
    if len(steps) < 2:
        return ""
    x, y = tenths[0].tolist()
    written = " ".join(f"{a / 10:g} {b / 10:g}" for a, b in steps)
    return f"M{x / 10:g} {y / 10:g}l" + LEADING_ZERO.sub("", written).replace(" -", "-") + "z"
