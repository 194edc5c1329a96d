"""Boundaries from SCB's WFS: a layer page by page, every area once, in SWEREF 99 TM.

A page is asked for as GeoJSON or as GeoPackage, as `boundaries.toml` says; both give the same.
"""

import math
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from tqdm import tqdm

from data.declared import check, made
from data.pipeline.sources.documents import document, wrong
from data.pipeline.sources.errors import SourceError
from data.pipeline.sources.geopackage import Feature, features
from data.pipeline.sources.readers import Reader
from data.pipeline.sources.request import GEOPACKAGE, JSON, Request
from data.pipeline.sources.services import Service, declared

SYSTEM = "EPSG:3006"
SHAPES = ("Polygon", "MultiPolygon")
# The name of a form in the question, and the type of its answer.
FORMATS = {"geojson": ("application/json", JSON), "geopackage": ("geopackage", GEOPACKAGE)}


@dataclass(frozen=True)
class Layer:
    id: str
    layer: str
    code: str
    form: str
    areas: int
    format: str = "geojson"
    label: str = ""

    @property
    def name(self) -> str:
        """Its name without the workspace, as it is called in a file."""
        return self.layer.partition(":")[2]

    @property
    def named(self) -> str:
        """The attribute with the name of an area; its code where it has none."""
        return self.label or self.code


def layers() -> dict[str, Layer]:
    found = {id_: made(Layer, id_, table) for id_, table in declared("boundaries").items()}
    for id_, layer in found.items():
        check(id_, "format", [layer.format], FORMATS, "Layer")
    return found


def read_boundaries(
    service: Service, reader: Reader, layer: Layer, size: int = 500
) -> list[Feature]:
    """Every area of the layer, sorted by code; SourceError where one is missing or there twice."""
    found: dict[str, Feature] = {}
    # A GeoPackage does not tell how many areas the layer has, so one page may have to be empty.
    beyond = 0 if layer.format == "geojson" else 1
    starts = range(0, math.ceil((layer.areas + beyond) / size) * size, size)
    for start in tqdm(starts, desc=layer.id, unit="call", disable=None):
        request = _request(service, layer, start, size)
        page = _page(reader, request, layer)
        expected = min(size, layer.areas - start)
        if len(page) != expected:
            raise wrong(request, f"there are {len(page)} areas instead of {expected}.")
        for feature in page:
            code = feature["properties"][layer.code]
            if code in found:
                raise wrong(
                    request,
                    f"{code} came twice, so that another area is missing.",
                    "The pages overlap; fetch again.",
                )
            found[code] = feature
    return [found[code] for code in sorted(found)]


def collection(features: list[Feature]) -> dict[str, Any]:
    """GeoJSON as geopandas reads it; its `crs` says that it is in SWEREF 99 TM."""
    name = f"urn:ogc:def:crs:{SYSTEM.replace(':', '::')}"
    crs = {"type": "name", "properties": {"name": name}}
    return {"type": "FeatureCollection", "crs": crs, "features": features}


def _request(service: Service, layer: Layer, start: int, size: int) -> Request:
    question = {
        "service": "WFS",
        "version": "1.1.0",
        "request": "GetFeature",
        "typeName": layer.layer,
        "outputFormat": FORMATS[layer.format][0],
        "srsName": SYSTEM,
        "sortBy": layer.code,
        "startIndex": start,
        "maxFeatures": size,
    }
    address = f"{service.address}?{urlencode(question)}"
    return Request(service.id, layer.layer, address, media_type=FORMATS[layer.format][1])


def _page(reader: Reader, request: Request, layer: Layer) -> list[Feature]:
    def parsed(body: bytes) -> list[Feature]:
        parse = _of_geojson if layer.format == "geojson" else _of_geopackage
        found = parse(request, body, layer)
        for feature in found:
            _check_feature(request, layer, feature)
        return found

    return reader.read(request, parsed)


def _of_geopackage(request: Request, body: bytes, layer: Layer) -> list[Feature]:
    return features(request, body, layer.name, SYSTEM)


def _of_geojson(request: Request, body: bytes, layer: Layer) -> list[Feature]:
    content = document(request, body)
    found = content.get("features")
    if content.get("type") != "FeatureCollection" or not isinstance(found, list):
        raise wrong(request, "the answer is no collection of features.")
    matched = content.get("numberMatched", content.get("totalFeatures"))
    if matched != layer.areas:
        raise SourceError(
            request.source,
            request.what,
            f"the layer has {matched} areas, where {layer.areas} are expected.",
            "Correct boundaries.toml if SCB has drawn areas anew; otherwise fetch again.",
        )
    if content.get("numberReturned", len(found)) != len(found):
        raise wrong(request, "the page does not have as many areas as it says.")
    if SYSTEM.partition(":")[2] not in str(content.get("crs")):
        raise wrong(request, f"the coordinates are in {content.get('crs')}, not {SYSTEM}.")
    return found


def _check_feature(request: Request, layer: Layer, feature: Any) -> None:
    properties = (feature.get("properties") if isinstance(feature, dict) else None) or {}
    code = properties.get(layer.code)
    if not isinstance(code, str) or not re.fullmatch(layer.form, code):
        raise wrong(request, f"{code!r} is no code of the layer {layer.id}.")
    if not isinstance(properties.get(layer.named), str):
        raise wrong(request, f"{code} has no {layer.named}.")
    geometry = feature.get("geometry") or {}
    if geometry.get("type") not in SHAPES or not geometry.get("coordinates"):
        raise wrong(request, f"{code} has no shape.")
