"""Boundaries as other programs read them: oriented as RFC 7946 asks, with code and name."""

import json
import logging
from functools import lru_cache
from io import BytesIO
from typing import Any

import geopandas
import pyogrio
import shapely
import topojson as topology

from geo import boundaries
from geo.areas import areas
from geo.crosswalk import changed_codes
from geo.levels import SWEDEN, Level

# How finely a TopoJSON is drawn: this many steps across.
STEPS = 100_000
COORDINATES = "EPSG:4326"
# A GeoPackage holds the time it was written; the same areas shall give the same bytes.
WRITTEN = "2020-01-01T00:00:00.000Z"
MEDIA_TYPES = {
    "geojson": "application/geo+json",
    "topojson": "application/json",
    "gpkg": "application/geopackage+sqlite3",
    "geoparquet": "application/vnd.apache.parquet",
}

# Otherwise it tells the log of every file it writes.
logging.getLogger("pyogrio").setLevel(logging.WARNING)


def frame(level: Level, scope: str) -> geopandas.GeoDataFrame:
    """The areas of a level inside a scope, in the order of their codes.

    The file has its surroundings too, for the map; they are left out.
    """
    return _frame(level, scope, boundaries.drawn_edition(level))


@lru_cache(maxsize=6)
def _frame(level: Level, scope: str, edition: str | None) -> geopandas.GeoDataFrame:
    file = boundaries.boundary_file(level, scope)
    features = [
        feature
        for feature in json.loads(file.path.read_bytes())["features"]
        if scope == SWEDEN or feature["id"].startswith(scope)
    ]
    shapes = shapely.from_geojson([json.dumps(feature["geometry"]) for feature in features])
    register = areas(level, edition)
    codes = [feature["id"] for feature in features]
    changed = changed_codes() if level.editions else frozenset()
    return geopandas.GeoDataFrame(
        {
            "area": codes,
            "name": [register[code].name for code in codes],
            "parent": [register[code].parent for code in codes],
            "areas_edition": [edition] * len(codes),
            "border_changed": [code in changed for code in codes],
        },
        geometry=shapely.orient_polygons(shapes, exterior_cw=False),
        crs=COORDINATES,
    ).sort_values("area", ignore_index=True)


def scope_of(level: Level, codes: tuple[str, ...]) -> str:
    """The smallest scope with boundaries that holds all codes."""
    for length in (4, 2):
        scope = codes[0][:length]
        if scope in boundaries.scopes(level) and all(code.startswith(scope) for code in codes):
            return scope
    return SWEDEN


def joined(rows: Any, level: Level) -> geopandas.GeoDataFrame:
    """Rows of areas with their boundaries; an area that is no longer drawn has none."""
    drawn = frame(level, scope_of(level, tuple(rows["area"])))
    drawn = drawn.set_index("area")[["border_changed", "geometry"]]
    found = rows.join(drawn, on="area")
    found["border_changed"] = found["border_changed"].fillna(True).astype(bool)
    return geopandas.GeoDataFrame(found, geometry="geometry", crs=COORDINATES)


def written(table: geopandas.GeoDataFrame, form: str, about: dict[str, Any]) -> bytes:
    if form == "geojson":
        return geojson(table, about)
    if form == "topojson":
        return topojson(table, about)
    file = BytesIO()
    if form == "gpkg":
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": WRITTEN})
        words = {key: json.dumps(said, ensure_ascii=False) for key, said in about.items()}
        table.to_file(file, driver="GPKG", layer="areas", dataset_metadata=words)
    else:
        told = table.copy(deep=False)
        told.attrs = about
        told.to_parquet(file, index=False)
    return file.getvalue()


def geojson(table: geopandas.GeoDataFrame, about: dict[str, Any]) -> bytes:
    """A FeatureCollection; what it is stands beside the features."""
    properties = json.loads(table.drop(columns="geometry").to_json(orient="records"))
    shapes = shapely.to_geojson(table.geometry.to_numpy())
    features = [
        f'{{"type":"Feature","id":{json.dumps(told["area"])},'
        f'"properties":{json.dumps(told, ensure_ascii=False)},"geometry":{shape or "null"}}}'
        for told, shape in zip(properties, shapes, strict=True)
    ]
    head = json.dumps({"type": "FeatureCollection", **about}, ensure_ascii=False)
    return (head[:-1] + ',"features":[\n' + ",\n".join(features) + "\n]}").encode()


def topojson(table: geopandas.GeoDataFrame, about: dict[str, Any]) -> bytes:
    """Shared borders once, as the object `areas`."""
    made = topology.Topology(table, prequantize=STEPS, object_name="areas")
    return json.dumps(json.loads(made.to_json()) | about, ensure_ascii=False).encode()
