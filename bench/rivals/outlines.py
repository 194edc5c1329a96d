"""The shapes as paths of an SVG, for the builds that draw it themselves."""

from math import cos, radians

from figures import boundaries

WIDTH, HEIGHT = 600, 1300
SCALE = 92
WEST, NORTH = 10.6, 69.2
SQUEEZE = cos(radians(62.5))

Ring = list[list[float]]


def outlines() -> dict[str, str]:
    """The path of every shape by its code."""
    return {
        feature["id"]: "".join(path(ring) for ring in rings(feature["geometry"]))
        for feature in boundaries()["features"]
    }


def rings(geometry: dict[str, object]) -> list[Ring]:
    coordinates = geometry["coordinates"]
    polygons = [coordinates] if geometry["type"] == "Polygon" else coordinates
    return [ring for polygon in polygons for ring in polygon]  # type: ignore[attr-defined]


def path(ring: Ring) -> str:
    points = (f"{(x - WEST) * SQUEEZE * SCALE:.1f} {(NORTH - y) * SCALE:.1f}" for x, y in ring[:-1])
    return f"M{'L'.join(points)}Z"
