"""Areas, boundaries, indicators, editions and bundles by the api."""

import io
import json
import re
import zipfile

import geopandas
import pandas
import pytest
import shapely

import api
from api import documents
from data.catalogue import indicators
from data.edition import current_edition
from data.peers import features, peers
from data.profile import contents
from geo.areas import areas
from geo.boundaries import boundary_file
from geo.levels import levels
from tests.api_reader import read, server

# GDAL remarks that an address does not end in .gpkg, and reads it.
NO_EXTENSION = pytest.mark.filterwarnings("ignore:.*non conformant file extension")
BOUNDARIES = [("sweden", "00"), ("county", "00"), ("municipality", "14"), ("regso", "1480")]


def test_the_list_of_indicators_is_the_catalogue():
    answer = read("indicators").get_json()
    assert [each["id"] for each in answer["indicators"]] == list(indicators())
    assert documents.Indicators().validate(answer) == {}


@pytest.mark.parametrize("id_", list(indicators()))
def test_an_indicator_tells_all_there_is_to_know(id_):
    answer = read(f"indicators/{id_}").get_json()
    assert documents.Indicator().validate(answer) == {}
    assert answer["about"] == indicators()[id_].about
    assert answer["identifier"] == f"segregationskartan:{current_edition().id}:{id_}"
    assert current_edition().id in answer["citation"]["sv"]
    assert all(source["publisher"] in answer["citation"]["en"] for source in answer["sources"])


def test_editions_name_their_files():
    answer = read("editions").get_json()
    assert documents.Editions().validate(answer) == {}
    assert answer["current"] == current_edition().id
    assert answer["editions"][0]["files"]["values.parquet"]["sha256"]


def test_areas_of_a_parent():
    answer = read("areas?level=municipality&parent=14").get_json()
    assert documents.Areas().validate(answer) == {}
    assert answer["total"] == 49
    assert {area["parent"] for area in answer["areas"]} == {"14"}


def test_areas_by_name():
    found = read("areas?q=goteborg").get_json()["areas"]
    assert found[0]["code"] == "1480"


def test_the_list_of_areas_goes_on_where_it_ended():
    codes, address = [], "areas?level=regso"
    while address:
        page = read(address.removeprefix("/api/v1/")).get_json()
        codes += [area["code"] for area in page["areas"]]
        address = page["next"]
    assert codes == list(areas(levels()["regso"]))


def test_an_area_tells_its_place_and_its_neighbours():
    area = read("areas/1480R001").get_json()
    assert [wider["code"] for wider in area["ancestors"]] == ["00", "14", "1480"]
    assert area["neighbours"]
    assert set(area["areas_editions"]) == {"2020", "2025"}


def test_the_peers_of_a_municipality_are_those_of_its_profile():
    table = features(contents().peers, levels()["municipality"])
    for code in ("1480", "0114", "2584"):
        told = read(f"areas/{code}").get_json()["peers"]
        assert told["areas"] == list(peers(table, code))
        assert len(told["areas"]) == 5
        assert "z-värden" in told["method"]["sv"]
        assert "z-scores" in told["method"]["en"]
        assert set(told["indicators"]) <= set(indicators())


@pytest.mark.parametrize("code", ["14", "1480R001"])
def test_peers_are_of_the_area_s_own_level(code):
    told = read(f"areas/{code}").get_json()["peers"]
    assert {len(peer) for peer in told["areas"]} == {len(code)}
    assert code not in told["areas"]


def test_what_cannot_be_likened_has_no_peers():
    assert read("areas/00").get_json()["peers"]["areas"] == []
    assert read("areas/2523R011").get_json()["peers"]["areas"] == []


def test_an_area_that_ceased_tells_what_became_of_it():
    changes = read("areas/2584R001").get_json()["changes"]
    assert {change["to"] for change in changes} == {"2584R002", "2584R006", "2584R013"}


def test_an_area_of_the_newest_edition_alone_is_found():
    assert set(read("areas/2523R011").get_json()["areas_editions"]) == {"2025"}


@pytest.mark.parametrize(("level", "scope"), BOUNDARIES)
def test_exterior_rings_turn_left_and_holes_right(level, scope):
    collection = read(f"boundaries/{level}?scope={scope}").get_json()
    shapes = shapely.from_geojson([json.dumps(each["geometry"]) for each in collection["features"]])
    for polygon in shapely.get_parts(shapes):
        assert polygon.exterior.is_ccw
        assert not any(ring.is_ccw for ring in polygon.interiors)


@NO_EXTENSION
@pytest.mark.parametrize("form", ["geojson", "gpkg", "topojson"])
@pytest.mark.parametrize(("level", "scope"), BOUNDARIES)
def test_geopandas_reads_boundaries(level, scope, form):
    answer = read(f"boundaries/{level}?scope={scope}&format={form}")
    table = geopandas.read_file(io.BytesIO(answer.data))
    wanted = [code for code in areas(levels()[level], None if level != "regso" else "2025")]
    inside = [code for code in wanted if scope == "00" or code.startswith(scope)]
    assert sorted(table["area"]) == inside
    assert table.geometry.is_valid.all() or form == "topojson"


def test_geopandas_reads_geoparquet():
    answer = read("boundaries/regso?scope=1480&format=geoparquet")
    table = geopandas.read_parquet(io.BytesIO(answer.data))
    assert len(table) == 147
    assert table.crs.to_epsg() == 4326


def test_boundaries_name_their_sources_and_edition():
    collection = read("boundaries/regso?scope=1480").get_json()
    assert collection["areas_edition"] == "2025"
    assert any("GSHHG" in source for source in collection["sources"])


def test_a_bundle_holds_data_metadata_and_words():
    with zipfile.ZipFile(io.BytesIO(read("bundle/foreign_born_share.zip").data)) as bundle:
        assert bundle.namelist() == ["data.csv", "metadata.json", "README.txt"]
        data = pandas.read_csv(bundle.open("data.csv"), dtype={"area": str})
        metadata = json.loads(bundle.read("metadata.json"))
        words = bundle.read("README.txt").decode()
    assert len(data) == 14_700
    assert metadata["id"] == "foreign_born_share"
    assert metadata["citation"]["sv"] in words
    assert "CC0" in words


def test_the_document_of_the_api_names_every_address():
    paths = read("openapi.json").get_json()["paths"]
    wanted = {
        re.sub(r"<(\w+)>", r"{\1}", str(rule))
        for rule in server().url_map.iter_rules()
        if rule.endpoint.partition(".")[0] in {part.blueprint.name for part in api.PARTS}
    }
    assert wanted == set(paths)


@pytest.mark.parametrize(
    ("level", "scope", "number"), [("municipality", "14", 49), ("regso", "1480", 147)]
)
def test_boundaries_of_a_scope_leave_out_its_surroundings(level, scope, number):
    """The map's own files have the areas around, which say what lies beside; the api has not."""
    codes = [
        each["id"] for each in read(f"boundaries/{level}?scope={scope}").get_json()["features"]
    ]
    assert len(codes) == number
    assert all(code.startswith(scope) for code in codes)
    drawn = json.loads(boundary_file(levels()[level], scope).path.read_bytes())["features"]
    around = {each["id"] for each in drawn} - set(codes)
    assert not any(code.startswith(scope) for code in around)
    assert around or level != "municipality"


def test_files_of_boundaries_hold_their_sources():
    package = read("boundaries/county?format=gpkg").data
    parquet = read("boundaries/county?format=geoparquet").data
    assert b"GSHHG" in package
    assert b"GSHHG" in parquet
