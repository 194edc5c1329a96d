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
    "the layer has 4 areas, where 5 are expected": with_(numberMatched=4),
    "there are 1 areas instead of 2": with_(features=[feature(3)], numberReturned=1),
    "the page does not have as many areas as it says": with_(features=[feature(3)]),
    "0114R001 came twice, so that another area is missing": Fault(change=first_page_again),
    "the answer is no collection": with_(type="ExceptionReport"),
    "TopologyException|the answer is no collection of features": with_(features=None),
    "the coordinates are in None, not EPSG:3006": with_(crs=None),
    "'Solna' is no code of the layer": with_(features=[with_code("Solna")] * 2),
    "None is no code of the layer": with_(features=[{"properties": None}] * 2),
    "0114R003 has no shape": with_(features=[feature(3) | {"geometry": None}] * 2),
}


@pytest.mark.parametrize("sentence", FAULTS)
def test_a_wrong_page_is_named(tmp_path, sentence):
    with pytest.raises(SourceError, match=sentence):
        read(tmp_path, fail=[("startIndex=2", FAULTS[sentence])])


def test_an_exception_report_in_xml_is_named(tmp_path):
    report = Fault(headers={"Content-Type": "application/xml"}, body=b"<ExceptionReport/>")
    with pytest.raises(SourceError, match="The answer is application/xml"):
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
