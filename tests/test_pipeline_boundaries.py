"""What was fetched becomes shapes of the map: the same as of the package, for every edition."""

import json
from dataclasses import replace
from functools import cache

import geopandas
import pytest
import shapely

from data.pipeline import boundaries as built
from data.pipeline.__main__ import main
from data.pipeline.errors import PipelineError
from data.pipeline.sources import boundaries
from data.pipeline.sources.fetch import Fetcher, asked_for
from data.pipeline.sources.snapshots import Snapshots
from geo.areas import AREAS_FOLDER
from geo.build.make import Options, make
from geo.build.shores import shores
from tests.source_server import SourceServer, Time
from tests.test_geo_build import CACHE, packages

COUNTY = "09"
BOX = (690_000, 6_320_000, 750_000, 6_440_000)  # Gotland with its sea
DESO = [f"0980{kind}{number:03d}0" for kind in "AC" for number in range(1, 9)]
REAL_CODES = [
    line[:8]
    for line in (AREAS_FOLDER / "regso2020.csv").read_text().splitlines()
    if "0980R" in line
]


def features(table, code):
    told = json.loads(table.to_json())["features"]
    return [
        {**one, "properties": {**one["properties"], code: one["properties"]["code"]}}
        for one in told
    ]


def strips(codes, code, **named):
    """Made-up areas side by side, from the west to the east of the box."""
    west, south, east, north = BOX
    wide = (east - west) / len(codes)
    shapes = [
        shapely.box(west + wide * n, south, west + wide * (n + 1), north) for n in range(len(codes))
    ]
    table = geopandas.GeoDataFrame({"code": codes, **named}, geometry=shapes, crs="EPSG:3006")
    return features(table, code)


def real():
    """RegSO 2025 of one county as the package has them."""
    path = CACHE / "duva-0.3.5" / "duva" / "geodata" / "RegSO_2025.gpkg"
    table = geopandas.read_file(path, where=f"lanskod = '{COUNTY}'")
    table["code"] = table["regsokod"]
    return features(table[["code", "regsokod", "regsonamn", table.geometry.name]], "regsokod")


KEPT_SHORES = cache(shores)


@pytest.fixture(autouse=True)
def shores_are_read_once(monkeypatch):
    monkeypatch.setattr("geo.build.make.shores", KEPT_SHORES)


@pytest.fixture
def fetched(tmp_path, monkeypatch):
    """A function that fetches layers over HTTP as if there were but their areas."""

    def fetch(form, **layers):
        few = {
            id_: replace(layer, areas=len(layers[id_]), format=form)
            for id_, layer in boundaries.layers().items()
            if id_ in layers
        }
        monkeypatch.setattr(boundaries, "layers", lambda: few)
        monkeypatch.setattr("data.pipeline.sources.fetch.layers", lambda: few)
        served = {few[id_].layer: found for id_, found in layers.items()}
        with SourceServer(layers=served) as server:
            made = Fetcher(
                Snapshots(tmp_path / "snapshots"), Time(), {"scb_geodata": f"{server.address}/wfs"}
            )
            for source in asked_for(["boundaries"]):
                made.fetch(source)
        return made

    return fetch


def options(tmp_path, name):
    return Options(CACHE, tmp_path / "no tidy figures", tmp_path / name, county=COUNTY)


def files(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.*")}


def index(folder):
    return json.loads((folder / "boundaries" / "index.json").read_bytes())


def shape_codes(folder, level, scope):
    name = index(folder)["files"][level][scope]["file"]
    content = json.loads((folder / "boundaries" / name).read_bytes())
    return [one["id"] for one in content["features"]]


@packages
@pytest.mark.parametrize("form", ["geojson", "geopackage"])
def test_the_real_areas_through_the_service_give_the_bytes_that_the_package_gives(
    fetched, tmp_path, form
):
    make(options(tmp_path, "package"))
    built.build(fetched(form, regso_2025=real()), options(tmp_path, "service"))
    package, service = files(tmp_path / "package"), files(tmp_path / "service")
    (manifest,) = [path for path in package if path.name == "index.json"]
    told = [json.loads(found.pop(manifest)) for found in (package, service)]
    assert package == service and len(package) > 10
    sources = [one.pop("sources") for one in told]
    assert told[0] == told[1]
    assert [len(one) for one in sources] == [3, 4]


@packages
def test_every_edition_of_every_level_that_was_fetched_gets_its_own_files(fetched, tmp_path):
    fetcher = fetched(
        "geojson",
        regso_2020=strips(REAL_CODES, "regsokod", regsonamn=REAL_CODES),
        regso_2025=real(),
        deso_2018=strips(DESO[:-1], "desokod"),
        deso_2025=strips(DESO, "desokod"),
    )
    built.build(fetcher, options(tmp_path, "all"))
    made = tmp_path / "all"
    for level, codes in (("deso", DESO), ("deso2018", DESO[:-1]), ("regso2020", REAL_CODES)):
        for scope in ("00", COUNTY, "0980"):
            assert shape_codes(made, level, scope) == sorted(codes)
    assert {"deso2018", "deso2025", "deso2018-2025"} <= set(index(made)["areas"])
    assert (made / "areas" / "deso2018.csv").read_text().splitlines()[
        1
    ] == "0980A0010,0980A0010,0980"
    # The sea is cut out of made-up areas as of others.
    whole = shapely.union_all([shapely.box(*BOX)]).area / 1e6
    name = index(made)["files"]["deso"]["00"]["file"]
    drawn = geopandas.read_file(made / "boundaries" / name).to_crs(3006).area.sum() / 1e6
    assert drawn < 0.8 * whole


@packages
def test_what_was_fetched_is_named_among_the_sources(fetched, tmp_path):
    built.build(fetched("geojson", regso_2025=real()), options(tmp_path, "service"))
    *packages_, last = index(tmp_path / "service")["sources"]
    assert (last["package"], last["contains"]) == ("stat:RegSO_2025", "RegSO 2025")
    assert (last["licence"], last["attribution"]) == (
        "CC0 1.0", "RegSO 2025: Statistiska centralbyrån (SCB)"
    )  # fmt: skip
    assert (tmp_path / "snapshots" / last["file"]).is_file()
    names = next(one for one in packages_ if one["package"] == "duva")
    assert names["contains"] == "names of municipalities and counties"


@packages
def test_the_same_snapshots_give_the_same_bytes_twice(fetched, tmp_path):
    fetcher = fetched("geojson", deso_2025=strips(DESO, "desokod"))
    for name in ("one", "two"):
        built.build(fetcher, options(tmp_path, name))
    assert files(tmp_path / "one") == files(tmp_path / "two")


@packages
def test_areas_that_overlap_stop_the_build_and_leave_the_boundaries(fetched, tmp_path):
    areas = strips(DESO, "desokod")
    areas[3]["geometry"] = areas[4]["geometry"]
    with pytest.raises(PipelineError) as fault:
        built.build(fetched("geojson", deso_2025=areas), options(tmp_path, "none"))
    assert str(fault.value) == (
        "The areas of deso2025 overlap, do not share their edges or are no polygons: 2, the first "
        "of them 0980A0040. Use the pinned package, or fetch the boundaries again."
    )
    assert not (tmp_path / "none").exists()


@packages
def test_an_area_outside_all_municipalities_stops_the_build(fetched, tmp_path):
    areas = strips(["0981A0010", *DESO], "desokod")
    with pytest.raises(PipelineError) as fault:
        built.build(fetched("geojson", deso_2025=areas), options(tmp_path, "none"))
    assert str(fault.value) == (
        "Names and the boundaries of deso2025 do not agree on the municipalities 0981. Use the "
        "pinned packages, or fetch the boundaries again."
    )


@packages
def test_an_area_of_2020_that_has_no_name_stops_the_build(fetched, tmp_path):
    codes = [*REAL_CODES, "0980R999"]
    areas = strips(codes, "regsokod", regsonamn=codes)
    with pytest.raises(PipelineError) as fault:
        built.build(fetched("geojson", regso_2020=areas), options(tmp_path, "none"))
    assert str(fault.value) == (
        "Names and boundaries of regso2020 do not agree on 1 areas, the first of them 0980R999. "
        "Fetch the boundaries again, or correct the names."
    )


def test_where_nothing_was_fetched_the_command_says_what_to_do(tmp_path, capsys):
    assert main(["boundaries", "--snapshots", str(tmp_path), "--output", str(tmp_path)]) == 1
    assert capsys.readouterr().err == (
        f"\nNothing is published.\n{tmp_path} holds no boundaries. Run 'python -m data.pipeline "
        "fetch boundaries' first, or name the folder that holds them with --snapshots.\n"
    )
