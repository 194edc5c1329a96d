"""GeoPackage read strictly: whole, one layer of the name asked for, in the coordinates asked for."""

import json
from tempfile import NamedTemporaryFile
from typing import Any

import geopandas
import pyogrio
import shapely
from pyogrio.errors import DataLayerError, DataSourceError

from data.pipeline.sources.documents import wrong
from data.pipeline.sources.errors import PassingFaultError
from data.pipeline.sources.request import Request

START = b"SQLite format 3\x00"
HEADER = 100
LARGEST_PAGE = 65_536

Feature = dict[str, Any]


def features(request: Request, body: bytes, layer: str, system: str) -> list[Feature]:
    """The features of the layer as GeoJSON has them; PassingFaultError where the file is cut off."""
    _check_whole(request, body)
    # A database is read as a file; GDAL asks for its ending.
    with NamedTemporaryFile(suffix=".gpkg") as file:
        file.write(body)
        file.flush()
        try:
            table = _table(request, file.name, layer, system)
        except (DataLayerError, DataSourceError) as error:
            fault = f"the GeoPackage cannot be read ({error})."
            raise PassingFaultError(fault, body=body) from error
    told = json.loads(table.drop(columns=table.geometry.name).to_json(orient="records"))
    shapes = shapely.to_geojson(shapely.force_2d(table.geometry.to_numpy()))
    return [
        {"type": "Feature", "geometry": json.loads(shape or "null"), "properties": properties}
        for shape, properties in zip(shapes, told, strict=True)
    ]


def _table(request: Request, path: str, layer: str, system: str) -> geopandas.GeoDataFrame:
    names = [str(name) for name, _ in pyogrio.list_layers(path)]
    if names != [layer]:
        raise wrong(request, f"it has the layers {', '.join(names) or 'none'}, not {layer}.")
    held = pyogrio.read_info(path, layer=layer, force_feature_count=True)
    if held["crs"] != system:
        raise wrong(request, f"the coordinates are in {held['crs']}, not {system}.")
    table = pyogrio.read_dataframe(path, layer=layer)
    if len(table) != held["features"]:
        raise wrong(request, "the page does not have as many areas as it says.")
    return table


def _check_whole(request: Request, body: bytes) -> None:
    """Whether it is a database, as long as it says itself: a shorter one may lack areas."""
    if not body.startswith(START) or len(body) < HEADER:
        raise wrong(request, "the answer is no GeoPackage.")
    page = int.from_bytes(body[16:18])
    size = (LARGEST_PAGE if page == 1 else page) * int.from_bytes(body[28:32])
    if len(body) < size:
        raise PassingFaultError(
            f"the GeoPackage is cut off after {len(body):,} of {size:,} bytes.", body=body
        )
