"""Boundaries from a WFS: every area of the layer once, with its shape."""

from dataclasses import replace

import geopandas
import pytest

from data.pipeline.sources.boundaries import Layer, collection, layers, read_boundaries
from data.pipeline.sources.declarations import levels
from data.pipeline.sources.errors import SourceError
from data.pipeline.sources.export import exported
from data.pipeline.sources.fetch import Fetcher, asked_for
from data.pipeline.sources.network import Network
from data.pipeline.sources.readers import Fetching
from data.pipeline.sources.services import services
from data.pipeline.sources.snapshots import Snapshots
from tests.said import exactly
from tests.source_server import Fault, SourceServer, Time

LAYER = Layer("regso_2025", "stat:RegSO_2025", "regsokod", r"\d{4}R\d{3}", 5)


def feature(number):
    east = 600_000 + 1000 * number
    ring = [[east, 0], [east + 1000, 0], [east + 1000, 1000], [east, 1000], [east, 0]]
    return {
        "type": "Feature",
        "id": f"RegSO_2025.{number}",
        "geometry": {"type": "Polygon", "coordinates": [ring]},
        "properties": {"regsokod": f"0114R{number:03d}", "regsonamn": f"Område {number}"},
    }


FEATURES = [feature(number) for number in (3, 1, 5, 2, 4)]


def read(folder, features=FEATURES, fail=(), size=2):
    with SourceServer(layers={LAYER.layer: features}) as server:
        for path, fault in fail:
            server.fail(path, fault)
        service = replace(services()["scb_geodata"], address=f"{server.address}/wfs")
        time = Time()
        reader = Fetching(service, Snapshots(folder), Network(time), time)
        return read_boundaries(service, reader, LAYER, size), server


def test_every_area_is_read_page_by_page(tmp_path):
    found, server = read(tmp_path)
    assert [one["properties"]["regsokod"] for one in found] == [f"0114R00{n}" for n in range(1, 6)]
    assert len(server.asked) == 3


def test_the_question_is_that_of_the_service(tmp_path):
    path = read(tmp_path)[1].asked[1].path
    for part in ("version=1.1.0", "typeName=stat%3ARegSO_2025", "srsName=EPSG%3A3006",
                 "sortBy=regsokod", "startIndex=2", "maxFeatures=2"):  # fmt: skip
        assert part in path


def test_geopandas_reads_the_collection_in_its_own_system(tmp_path):
    made = collection(read(tmp_path)[0])
    table = geopandas.GeoDataFrame.from_features(made, crs=made["crs"]["properties"]["name"])
    assert table.crs.to_epsg() == 3006
    assert table.area.tolist() == [1e6] * 5


def test_an_interrupted_fetch_goes_on(tmp_path):
    with SourceServer(layers={LAYER.layer: FEATURES}) as server:
        server.fail("startIndex=4", Fault(status=404))
        service = replace(services()["scb_geodata"], address=f"{server.address}/wfs")
        time = Time()
        reader = Fetching(service, Snapshots(tmp_path), Network(time), time)
        with pytest.raises(SourceError):
            read_boundaries(service, reader, LAYER, 2)
        reader = Fetching(service, Snapshots(tmp_path), Network(time), time)
        assert len(read_boundaries(service, reader, LAYER, 2)) == 5
    starts = [asked.path.partition("startIndex=")[2][0] for asked in server.asked]
    assert starts == ["0", "2", "4", "4"]


def with_(**changed):
    return Fault(change=lambda content: content | changed)


def first_page_again(content):
    return content | {"features": [feature(1), feature(2)]}


def with_code(code):
    return feature(1) | {"properties": {"regsokod": code}}


FAULTS = {
    (
        "scb_geodata, stat:RegSO_2025: the layer has 4 areas, where 5 are expected. "
        "Correct boundaries.toml if SCB has drawn areas anew; otherwise fetch again. The "
        "answer is kept as …."
    ): with_(numberMatched=4),
    (
        "scb_geodata, stat:RegSO_2025: there are 1 areas instead of 2. Compare it with "
        "the protocol; the source may have changed its form."
    ): with_(features=[feature(3)], numberReturned=1),
    (
        "scb_geodata, stat:RegSO_2025: the page does not have as many areas as it says. "
        "Compare it with the protocol; the source may have changed its form. The answer "
        "is kept as …."
    ): with_(features=[feature(3)]),
    (
        "scb_geodata, stat:RegSO_2025: 0114R001 came twice, so that another area is "
        "missing. The pages overlap; fetch again."
    ): Fault(change=first_page_again),
    (
        "scb_geodata, stat:RegSO_2025: the answer is no collection of features. Compare "
        "it with the protocol; the source may have changed its form. The answer is kept "
        "as …."
    ): with_(type="ExceptionReport"),
    (
        "scb_geodata, stat:RegSO_2025: the answer is no collection of features. … "
        "it with the protocol; the source may have changed its form. The answer is kept "
        "as …."
    ): with_(features=None),
    (
        "scb_geodata, stat:RegSO_2025: the coordinates are in None, not EPSG:3006. "
        "Compare it with the protocol; the source may have changed its form. The answer "
        "is kept as …."
    ): with_(crs=None),
    (
        "scb_geodata, stat:RegSO_2025: 'Solna' is no code of the layer regso_2025. "
        "Compare it with the protocol; the source may have changed its form. The answer "
        "is kept as …."
    ): with_(features=[with_code("Solna")] * 2),
    (
        "scb_geodata, stat:RegSO_2025: None is no code of the layer regso_2025. Compare "
        "it with the protocol; the source may have changed its form. The answer is kept "
        "as …."
    ): with_(features=[{"properties": None}] * 2),
    (
        "scb_geodata, stat:RegSO_2025: 0114R003 has no shape. Compare it with the "
        "protocol; the source may have changed its form. The answer is kept as …."
    ): with_(features=[feature(3) | {"geometry": None}] * 2),
}


@pytest.mark.parametrize("sentence", FAULTS)
def test_a_wrong_page_is_named(tmp_path, sentence):
    with pytest.raises(SourceError, match=exactly(sentence)):
        read(tmp_path, fail=[("startIndex=2", FAULTS[sentence])])


def test_an_exception_report_in_xml_is_named(tmp_path):
    report = Fault(headers={"Content-Type": "application/xml"}, body=b"<ExceptionReport/>")
    with pytest.raises(
        SourceError,
        match=exactly(
            "scb_geodata, stat:RegSO_2025: The answer is application/xml instead of "
            "application/json. This was attempt 6. Try again later; what has come so far is "
            "kept."
        ),
    ):
        read(tmp_path, fail=[("wfs", report)] * 6)


def test_a_declared_layer_is_fetched_and_replayed(tmp_path, monkeypatch):
    monkeypatch.setattr("data.pipeline.sources.fetch.layers", lambda: {LAYER.id: LAYER})
    with SourceServer(layers={LAYER.layer: FEATURES}) as server:
        addresses = {"scb_geodata": f"{server.address}/wfs"}
        run = Fetcher(Snapshots(tmp_path), Time(), addresses)
        source = asked_for(["boundaries"])[0]
        _, found = run.fetch(source)
    assert run.replay(source) == found
    file, content = exported(source.id, found)
    (tmp_path / file).write_bytes(content)
    assert geopandas.read_file(tmp_path / file).crs.to_epsg() == 3006


def test_the_layers_have_as_many_areas_as_the_editions_of_the_tables():
    expected = {
        f"{level.id}_{edition.id}": edition.areas
        for level in levels().values()
        for edition in level.editions.values()
    }
    assert {id_: layer.areas for id_, layer in layers().items()} == expected
