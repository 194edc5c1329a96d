"""The registers of DeSO come from fetched boundaries, and the level with them."""

from dataclasses import replace

import pytest

from data.pipeline import registers
from data.pipeline.errors import CheckError
from data.pipeline.feeds import feeds
from data.pipeline.sources import boundaries
from data.pipeline.sources.fetch import Fetcher, asked_for
from data.pipeline.sources.snapshots import Snapshots
from geo import levels as known
from geo.areas import AREAS_FOLDER
from geo.levels import declared_levels, levels
from layouts.drawn import drawable
from tests.source_server import SourceServer, Time

DESO = declared_levels()["deso"]
SQUARE = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}
CODES = ["0180C1010", "0114A0010", "0114C1020"]


def feature(code):
    return {"type": "Feature", "geometry": SQUARE, "properties": {"desokod": code}}


@pytest.fixture
def fetcher(tmp_path, monkeypatch):
    """Boundaries of both editions, fetched over HTTP, as if there were but three areas."""
    few = {
        id_: replace(layer, areas=len(CODES))
        for id_, layer in boundaries.layers().items()
        if id_.startswith("deso")
    }
    for module in (boundaries, registers):
        monkeypatch.setattr(module, "layers", lambda: few)
    monkeypatch.setattr("data.pipeline.sources.fetch.layers", lambda: few)
    layers = {layer.layer: [feature(code) for code in CODES] for layer in few.values()}
    with SourceServer(layers=layers) as server:
        made = Fetcher(
            Snapshots(tmp_path / "snapshots"), Time(), {"scb_geodata": f"{server.address}/wfs"}
        )
        for source in asked_for(["boundaries"]):
            made.fetch(source)
        yield made


def test_the_level_is_not_there_before_its_registers():
    assert not list(AREAS_FOLDER.glob("deso*"))
    assert "deso" not in levels()
    assert not [feed for feed in feeds() if feed.level.id == "deso"]


def test_the_registers_list_every_area_in_its_municipality(fetcher, tmp_path):
    assert registers.build(fetcher, tmp_path) == ["deso2018.csv", "deso2025.csv"]
    assert (tmp_path / "deso2025.csv").read_text().splitlines() == [
        "code,name,parent",
        "0114A0010,0114A0010,0114",
        "0114C1020,0114C1020,0114",
        "0180C1010,0180C1010,0180",
    ]


def test_with_its_registers_the_level_is_there_and_still_not_drawn(fetcher, tmp_path, monkeypatch):
    registers.build(fetcher, tmp_path)
    monkeypatch.setattr(known, "REGISTERS", tmp_path)
    there_are = levels.__wrapped__()
    assert list(there_are) == [*levels(), "deso"]
    assert there_are["deso"].edition(2024) == "2025"
    assert "deso" not in drawable()


def test_a_level_whose_registers_are_not_all_there_is_not(fetcher, tmp_path, monkeypatch):
    registers.build(fetcher, tmp_path)
    (tmp_path / "deso2018.csv").unlink()
    monkeypatch.setattr(known, "REGISTERS", tmp_path)
    assert "deso" not in levels.__wrapped__()


def test_an_area_in_no_municipality_stops_with_a_sentence():
    with pytest.raises(CheckError) as fault:
        registers.register(DESO, "desokod", [feature("9999A0010")])
    assert str(fault.value) == (
        "The deso area 9999A0010 lies in 9999, which is no area of the level 'municipality'. "
        "Compare geo/areas with SCB's, or fetch the boundaries again."
    )
