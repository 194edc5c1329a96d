"""Polygons written as GeoJSON: rounded, wound for the map, the same bytes every time."""

import json

import numpy
import pyproj
import shapely
from shapely.geometry.base import BaseGeometry

from geo.build.coverage import Coverage
from geo.build.error import GeoBuildError
from geo.build.shores import polygons

TO_DEGREES = pyproj.Transformer.from_crs(3006, 4326, always_xy=True)
CLEANINGS = 5


def in_degrees(coverage: Coverage, decimals: int) -> numpy.ndarray:
    """The shapes in rounded degrees, still without gaps and overlaps.

    Rounding moves the points of a shared edge alike, so neighbours stay neighbours, but it can
    lay the two sides of a narrow neck on top of each other. Cleaning makes one border of both.
    """
    shapes: numpy.ndarray = shapely.transform(
        coverage.shapes, lambda points: numpy.column_stack(TO_DEGREES.transform(*points.T))
    )
    for _ in range(CLEANINGS):
        shapes = numpy.array([rounded_shape(shape, decimals) for shape in shapes])
        if shapely.coverage_is_valid(shapes):
            break
        shapes = shapely.coverage_clean(shapes)
    broken = shapely.is_empty(shapes) | ~shapely.is_empty(shapely.coverage_invalid_edges(shapes))
    if broken.any():
        raise GeoBuildError(
            f"Rounding breaks {', '.join(numpy.array(coverage.codes)[broken])}. "
            "Give files of this kind a smaller tolerance or another decimal in scopes.toml."
        )
    return shapes


def rounded_shape(shape: BaseGeometry, decimals: int) -> BaseGeometry:
    """Clockwise outside, counter-clockwise inside, as d3-geo and so plotly want it."""
    kept = []
    for part in polygons(shape):
        rings = [rounded_ring(ring, decimals) for ring in (part.exterior, *part.interiors)]
        if rings[0] is not None:
            kept.append(shapely.Polygon(rings[0], [hole for hole in rings[1:] if hole is not None]))
    whole = shapely.MultiPolygon(kept)
    parts = polygons(whole if whole.is_valid else shapely.make_valid(whole, method="structure"))
    wound = [shapely.orient_polygons(part, exterior_cw=True) for part in parts]
    return wound[0] if len(wound) == 1 else shapely.MultiPolygon(wound)


def rounded_ring(ring: BaseGeometry, decimals: int) -> numpy.ndarray | None:
    """The ring's points without those that rounding made equal; None where no area is left."""
    points = shapely.get_coordinates(ring).round(decimals)
    moved = numpy.any(points[1:] != points[:-1], axis=1)
    points = points[numpy.concatenate([[True], moved])]
    return points if len(points) >= 4 and shapely.Polygon(points).area > 0 else None


def collection(codes: tuple[str, ...], shapes: numpy.ndarray, box: list[float]) -> str:
    features = [
        {
            "type": "Feature",
            "id": code,
            "properties": {},
            "geometry": {"type": shape.geom_type, "coordinates": coordinates(shape)},
        }
        for code, shape in zip(codes, shapes, strict=True)
    ]
    whole = {"type": "FeatureCollection", "bbox": box, "features": features}
    return json.dumps(whole, separators=(",", ":")) + "\n"


def coordinates(shape: BaseGeometry) -> list[object]:
    rings = [
        [shapely.get_coordinates(ring).tolist() for ring in (part.exterior, *part.interiors)]
        for part in polygons(shape)
    ]
    return list(rings if shape.geom_type == "MultiPolygon" else rings[0])


def bounds(shapes: numpy.ndarray, decimals: int) -> list[float]:
    return [round(edge, decimals) for edge in shapely.total_bounds(shapes).tolist()]
