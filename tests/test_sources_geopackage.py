"""Boundaries as GeoPackage: the same areas as GeoJSON gives, or a sentence that names the fault."""

from dataclasses import replace

import pytest

from data.declared import CatalogueError
from data.pipeline.sources import boundaries
from data.pipeline.sources.boundaries import layers
from data.pipeline.sources.errors import SourceError
from data.pipeline.sources.fetch import Fetcher, asked_for
from data.pipeline.sources.snapshots import Snapshots
from tests import test_sources_boundaries as geojson
from tests.said import exactly
from tests.source_server import Fault, SourceServer, Time, geopackage

FILES = replace(geojson.LAYER, format="geopackage")
FEATURES = geojson.FEATURES


@pytest.fixture(autouse=True)
def as_files(monkeypatch):
    monkeypatch.setattr(geojson, "LAYER", FILES)


def shapes(found):
    return [(one["properties"], one["geometry"]) for one in found]


def test_a_geopackage_gives_the_areas_that_geojson_gives(tmp_path, monkeypatch):
    found, server = geojson.read(tmp_path)
    assert all("outputFormat=geopackage" in asked.path for asked in server.asked)
    assert server.asked[0].headers["Accept"] == "application/geopackage+sqlite3"
    monkeypatch.setattr(geojson, "LAYER", replace(FILES, format="geojson"))
    assert shapes(found) == shapes(geojson.read(tmp_path / "json")[0])


def test_where_the_last_page_is_full_the_next_must_be_empty(tmp_path):
    assert len(geojson.read(tmp_path, size=5)[1].asked) == 2
    with pytest.raises(
        SourceError,
        match=exactly(
            "scb_geodata, stat:RegSO_2025: there are 1 areas instead of 0. Compare it with "
            "the protocol; the source may have changed its form."
        ),
    ):
        geojson.read(tmp_path / "more", [*FEATURES, geojson.feature(6)], size=5)


def body_of(*features, layer="RegSO_2025", system="EPSG:3006"):
    return Fault(change=lambda _: geopackage(features, layer, system))


FAULTS = {
    (
        "scb_geodata, stat:RegSO_2025: it has the layers DeSO_2025, not RegSO_2025. "
        "Compare it with the protocol; the source may have changed its form. The answer "
        "is kept as …."
    ): body_of(*FEATURES[:2], layer="DeSO_2025"),
    (
        "scb_geodata, stat:RegSO_2025: the coordinates are in EPSG:4326, not EPSG:3006. "
        "Compare it with the protocol; the source may have changed its form. The answer "
        "is kept as …."
    ): body_of(*FEATURES[:2], system="EPSG:4326"),
    (
        "scb_geodata, stat:RegSO_2025: there are 1 areas instead of 2. Compare it with "
        "the protocol; the source may have changed its form."
    ): body_of(FEATURES[0]),
    (
        "scb_geodata, stat:RegSO_2025: 'Solna' is no code of the layer regso_2025. "
        "Compare it with the protocol; the source may have changed its form. The answer "
        "is kept as …."
    ): body_of(geojson.with_code("Solna"), FEATURES[0]),
    (
        "scb_geodata, stat:RegSO_2025: None is no code of the layer regso_2025. Compare "
        "it with the protocol; the source may have changed its form. The answer is kept "
        "as …."
    ): body_of(*({**one, "properties": {"other": "a"}} for one in FEATURES[:2])),
    (
        "scb_geodata, stat:RegSO_2025: 0114R001 came twice, so that another area is "
        "missing. The pages overlap; fetch again."
    ): body_of(geojson.feature(1), geojson.feature(2)),
    (
        "scb_geodata, stat:RegSO_2025: 0114R003 has no shape. Compare it with the "
        "protocol; the source may have changed its form. The answer is kept as …."
    ): body_of(geojson.feature(3) | {"geometry": None}, FEATURES[3]),
    (
        "scb_geodata, stat:RegSO_2025: the answer is no GeoPackage. Compare it with the "
        "protocol; the source may have changed its form. The answer is kept as …."
    ): Fault(change=lambda _: b"<html>" * 40),
}


@pytest.mark.parametrize("sentence", FAULTS)
def test_a_wrong_page_is_named(tmp_path, sentence):
    with pytest.raises(SourceError, match=exactly(sentence)):
        geojson.read(tmp_path, fail=[("startIndex=2", FAULTS[sentence])])


def test_a_file_that_is_cut_off_is_asked_for_again(tmp_path):
    cut = Fault(change=lambda body: body[: len(body) // 2])
    found, server = geojson.read(tmp_path, fail=[("startIndex=2", cut)])
    assert len(found) == 5
    assert len(server.requests("startIndex=2")) == 2
    assert list((tmp_path / "rejected").iterdir())


def test_a_file_that_stays_cut_off_is_named_with_its_size(tmp_path):
    cut = Fault(change=lambda body: body[: len(body) // 2])
    with pytest.raises(
        SourceError,
        match=exactly(
            "scb_geodata, stat:RegSO_2025: The GeoPackage is cut off after 49,152 of 98,304 "
            "bytes. This was attempt 6. Try again later; what has come so far is kept."
        ),
    ):
        geojson.read(tmp_path, fail=[("startIndex=2", cut)] * 6)


def test_a_file_that_is_damaged_inside_is_named(tmp_path):
    damaged = Fault(change=lambda body: body[:200] + b"\xff" * 30_000 + body[30_200:])
    with pytest.raises(
        SourceError,
        match=exactly(
            "scb_geodata, stat:RegSO_2025: The GeoPackage cannot be read "
            "(sqlite3_prepare_v2(SELECT COUNT(*) FROM sqlite_master WHERE name IN "
            "('gpkg_metadata', 'gpkg_metadata_reference') AND type IN ('table', 'view')) "
            "failed: database disk image is malformed; database disk image is malformed). "
            "This was attempt 6. Try again later; what has come so far is kept."
        ),
    ):
        geojson.read(tmp_path, fail=[("startIndex=2", damaged)] * 6)


def test_a_page_of_another_kind_is_named(tmp_path):
    page = Fault(headers={"Content-Type": "text/html"}, body=b"<html></html>")
    with pytest.raises(
        SourceError,
        match=exactly(
            "scb_geodata, stat:RegSO_2025: The answer is text/html instead of "
            "application/geopackage+sqlite3. This was attempt 6. Try again later; what has "
            "come so far is kept."
        ),
    ):
        geojson.read(tmp_path, fail=[("wfs", page)] * 6)


def test_a_declared_layer_is_fetched_kept_as_it_came_and_replayed(tmp_path, monkeypatch):
    monkeypatch.setattr("data.pipeline.sources.fetch.layers", lambda: {FILES.id: FILES})
    with SourceServer(layers={FILES.layer: FEATURES}) as server:
        run = Fetcher(Snapshots(tmp_path), Time(), {"scb_geodata": f"{server.address}/wfs"})
        source = asked_for(["boundaries"])[0]
        _, found = run.fetch(source)
    assert run.replay(source) == found
    (body,) = (tmp_path / "bodies").glob("*/*")
    assert body.read_bytes().startswith(b"SQLite format 3")


def test_a_form_that_is_not_known_is_refused(monkeypatch):
    table = {"regso": {"layer": "a:b", "code": "c", "form": "d", "areas": 1, "format": "shapefile"}}
    monkeypatch.setattr(boundaries, "declared", lambda _: table)
    with pytest.raises(
        CatalogueError,
        match=exactly(
            "Layer 'regso' uses the format 'shapefile', which does not exist. Use one of: "
            "geojson, geopackage."
        ),
    ):
        layers()
