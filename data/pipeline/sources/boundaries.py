"""Boundaries from SCB's WFS: a layer page by page, every area once, as GeoJSON in SWEREF 99 TM."""

import math
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from tqdm import tqdm

from data.declared import made
from data.pipeline.sources.documents import document, wrong
from data.pipeline.sources.errors import SourceError
from data.pipeline.sources.readers import Reader
from data.pipeline.sources.request import Request
from data.pipeline.sources.services import Service, declared

SYSTEM = "EPSG:3006"
SHAPES = ("Polygon", "MultiPolygon")

Feature = dict[str, Any]


@dataclass(frozen=True)
class Layer:
    id: str
    layer: str
    code: str
    form: str
    areas: int


@dataclass(frozen=True)
class Page:
    matched: int
    features: list[Feature]


def layers() -> dict[str, Layer]:
    return {id_: made(Layer, id_, table) for id_, table in declared("boundaries").items()}


def read_boundaries(
    service: Service, reader: Reader, layer: Layer, size: int = 500
) -> list[Feature]:
    """Every area of the layer, sorted by code; SourceError where one is missing or there twice."""
    found: dict[str, Feature] = {}
    starts = range(0, math.ceil(layer.areas / size) * size, size)
    for start in tqdm(starts, desc=layer.id, unit="call", disable=None):
        request = _request(service, layer, start, size)
        page = _page(reader, request, layer)
        expected = min(size, layer.areas - start)
        if len(page.features) != expected:
            raise wrong(request, f"there are {len(page.features)} areas instead of {expected}.")
        for feature in page.features:
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
        "outputFormat": "application/json",
        "srsName": SYSTEM,
        "sortBy": layer.code,
        "startIndex": start,
        "maxFeatures": size,
    }
    return Request(service.id, layer.layer, f"{service.address}?{urlencode(question)}")


def _page(reader: Reader, request: Request, layer: Layer) -> Page:
    def parsed(body: bytes) -> Page:
        content = document(request, body)
        features = content.get("features")
        matched = content.get("numberMatched", content.get("totalFeatures"))
        if content.get("type") != "FeatureCollection" or not isinstance(features, list):
            raise wrong(request, "the answer is no collection of features.")
        if matched != layer.areas:
            raise SourceError(
                request.source,
                request.what,
                f"the layer has {matched} areas, where {layer.areas} are expected.",
                "Correct boundaries.toml if SCB has drawn areas anew; otherwise fetch again.",
            )
        if content.get("numberReturned", len(features)) != len(features):
            raise wrong(request, "the page does not have as many areas as it says.")
        if SYSTEM.partition(":")[2] not in str(content.get("crs")):
            raise wrong(request, f"the coordinates are in {content.get('crs')}, not {SYSTEM}.")
        for feature in features:
            _check_feature(request, layer, feature)
        return Page(matched, features)

    return reader.read(request, parsed)


def _check_feature(request: Request, layer: Layer, feature: Any) -> None:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    code = properties.get(layer.code) if isinstance(properties, dict) else None
    if not isinstance(code, str) or not re.fullmatch(layer.form, code):
        raise wrong(request, f"{code!r} is no code of the layer {layer.id}.")
    geometry = feature.get("geometry") or {}
    if geometry.get("type") not in SHAPES or not geometry.get("coordinates"):
        raise wrong(request, f"{code} has no shape.")
