"""Where an edition has DeSO and there are boundaries of them, map, pages and api show them."""

import json
import re

import pytest

from tests.finer_edition import site
from tests.longer_edition import answers, run

ONE, CEASED = "0980A0010", "2584A0010"
SHOWN = f"indicator=population&level=deso&area={ONE}&year=2023"
MAP = f"/sv/?{SHOWN}"
USUAL = f"/sv/?indicator=population&area={ONE}"
IN_COUNTY, NATIONAL = (
    "/sv/?indicator=population&level=deso&area=09",
    "/sv/?indicator=population&level=deso",
)
PICTURE = "/sv/bild/karta.svg?indicator=population&level=deso&area=0980&year=2023"
SERIES = f"/sv/tabell/utveckling.csv?{SHOWN}"
SEARCH = f"/sv/sok?q={ONE}"
COMPARED = f"/sv/jamfor?areas={ONE},0980R001"
RANKED = "/sv/rangordna?indicator=population&level=deso&within=0980"
AREA, INSIDE = f"/api/v1/areas/{ONE}", "/api/v1/areas?level=deso&parent=0980"
VALUES = f"/api/v1/values?indicator=foreign_born_share&level=deso&format=json&area={ONE},{CEASED}"
JOINED = "/api/v1/values?indicator=population&level=deso&format=geojson&area=0980A0010&year=2023"
BORDERS = "/api/v1/boundaries/deso?scope=0980"
NO_BORDERS = "/api/v1/boundaries/deso?scope=0114"
PROFILES = ["/sv/kommun/0980", "/sv/omrade/0980R001", "/sv/lan/09", "/sv/kartlaggning/0980"]
ASKED = [MAP, USUAL, IN_COUNTY, NATIONAL, PICTURE, SERIES, SEARCH, COMPARED, RANKED, AREA, INSIDE, VALUES,
         JOINED, BORDERS, *PROFILES, f"/sv/bild/utveckling.svg?{SHOWN}", "/sv/data", "/sitemap.xml",
         "/sv/samband?x=foreign_born_share&y=population&level=deso",
         f"/sv/inbaddad/karta?{SHOWN}"]  # fmt: skip


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return site(tmp_path_factory.mktemp("finer"))


@pytest.fixture(scope="module")
def told(root):
    return answers(root, [*ASKED, NO_BORDERS])


@pytest.mark.parametrize("address", ASKED)
def test_every_page_and_answer_is_there(told, address):
    assert told[address][0] == 200


SCENE = """
import json, sys
from layouts.controls import level_choice
from layouts.markup import markup
from layouts.scene import scene
from layouts.view import read
from layouts.drawn import drawable
views = {address: read(address)[0] for address in json.loads(sys.argv[1])}
scenes = {address: scene(view) for address, view in views.items()}
print(json.dumps({"scenes": scenes, "choices": drawable(), "control": markup(level_choice("sv"))}))
"""


@pytest.fixture(scope="module")
def seen(root):
    return json.loads(run(root, SCENE, json.dumps([MAP, USUAL, IN_COUNTY, NATIONAL])))


def test_the_map_has_the_level_among_its_choices(seen):
    assert seen["choices"][-1] == "deso"
    assert 'data-value="deso"' in seen["control"]
    assert all(scene["levels"][-1] == "deso" for scene in seen["scenes"].values())


def test_the_map_of_an_area_draws_those_of_its_municipality(seen):
    scene = seen["scenes"][MAP]
    assert (scene["level"], scene["scope"], scene["highlight"]) == ("deso", "0980", ONE)
    assert scene["boundaries"] == "/boundaries/deso-0980.geojson"
    assert scene["register"] == "/boundaries/areas-deso2018-2025.json"
    assert scene["values"].endswith("/values/population-deso.json")


def test_a_map_of_one_is_of_its_own_level_where_none_is_asked_for(seen):
    assert seen["scenes"][USUAL]["level"] == "deso"


def test_maps_of_a_county_and_of_the_country_have_scopes_of_their_own(seen):
    found = [seen["scenes"][address]["boundaries"] for address in (IN_COUNTY, NATIONAL)]
    assert found == ["/boundaries/deso-09.geojson", "/boundaries/deso-00.geojson"]


def test_years_of_the_older_edition_are_told_to_be_drawn_in_newer_borders(seen):
    assert seen["scenes"][MAP]["redrawn"] == [2020, 2021, 2022, 2023]


def test_a_picture_of_a_municipality_draws_its_deso(told):
    assert len(re.findall("<path", told[PICTURE][1])) >= 24


def test_the_series_of_an_area_ends_with_the_newest_year(told):
    assert told[SERIES][1].count(ONE) >= 4


def test_the_comparison_and_the_search_lead_to_the_nearest_profile(told):
    assert f'<a href="/sv/kommun/0980-gotland">{ONE}</a>' in told[COMPARED][1]
    assert told[SEARCH] == told["/sv/kommun/0980"]


def test_the_ranking_is_of_the_deso_of_a_municipality(told):
    assert len(set(re.findall(r"0980A\d{4}", told[RANKED][1]))) == 24


def test_the_children_of_a_municipality_are_still_its_regso(told):
    assert len(json.loads(told[INSIDE][1])["areas"]) == 24
    assert "0980A" not in told["/sv/kommun/0980"][1]


def test_values_have_the_years_that_an_area_was_there(told):
    rows = json.loads(told[VALUES][1])["data"]
    by_area = {code: [row for row in rows if row["area"] == code] for code in (ONE, CEASED)}
    assert {row["status"] for row in by_area[ONE]} == {"ok"}
    assert {row["year"] for row in by_area[CEASED] if row["status"] == "not_applicable"} == {
        2024,
        2025,
    }


def test_values_come_with_their_boundaries(told):
    (feature,) = json.loads(told[JOINED][1])["features"]
    assert feature["id"] == ONE and feature["geometry"]["type"] in ("Polygon", "MultiPolygon")


def test_boundaries_of_a_scope_are_its_areas_in_the_edition_that_is_drawn(told):
    content = json.loads(told[BORDERS][1])
    assert content["areas_edition"] == "2025"
    assert {one["id"][:5] for one in content["features"]} == {"0980A"}


def test_a_scope_without_boundaries_is_a_problem_with_a_sentence(told):
    status, body = told[NO_BORDERS]
    assert status == 400 and "'deso'" in json.loads(body)["detail"]


def test_the_sitemap_lists_no_page_that_is_not_there(told):
    assert not re.search(r"\d{4}A\d{4}", told["/sitemap.xml"][1])
