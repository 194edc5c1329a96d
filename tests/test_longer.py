"""Where figures go on over areas drawn anew, every area of either edition has its pages and values."""

import json
import re

import pytest

from geo.areas import areas
from geo.levels import levels
from tests.longer_edition import answers, site

REGSO = levels()["regso"]
NEW, GONE, CHANGED, KEPT = "2523R011", "2584R001", "2584R002", "0114R001"
PAGES = [f"/{start}/{code}" for start in ("sv/omrade", "en/area") for code in (NEW, GONE, CHANGED)]
VALUES = "/api/v1/values?indicator=foreign_born_share&level=regso&format=json"
MEASURES = "/api/v1/measures?grouping=background&index=dissimilarity&areas=2584"
ASKED = [
    *PAGES, f"/sv/omrade/{KEPT}", "/sv/kommun/2523", "/sv/kommun/2584", "/sv/kartlaggning/2584",
    f"/sv/jamfor?areas={NEW},{GONE}", "/sv/rangordna?indicator=rented_share&level=regso&within=2523",
    f"/sv/?indicator=rented_share&level=regso&area={NEW}", f"/sv/bild/{NEW}.png",
    f"/sv/?indicator=foreign_born_share&level=regso&area={GONE}", f"/sv/bild/{GONE}.png",
    "/sv/samband?x=foreign_born_share&y=rented_share&level=regso", "/sitemap.xml",
    f"/api/v1/areas?q={NEW}", f"/api/v1/areas/{GONE}", MEASURES, f"{MEASURES}&year=2023",
    f"{VALUES}&area={NEW},{GONE}", f"/api/v1/values?indicator=rented_share&area={KEPT}",
]  # fmt: skip


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return site(tmp_path_factory.mktemp("longer"))


@pytest.fixture(scope="module")
def told(root):
    return answers(root, ASKED)


@pytest.mark.parametrize("address", ASKED)
def test_every_page_and_answer_is_there(told, address):
    assert told[address][0] == 200


def test_an_area_that_is_new_is_found_and_has_the_years_it_was_there(told):
    found = json.loads(told[f"/api/v1/areas?q={NEW}"][1])["areas"]
    assert [one["code"] for one in found] == [NEW]
    rows = json.loads(told[f"{VALUES}&area={NEW},{GONE}"][1])["data"]
    there = {(row["area"], row["year"]) for row in rows if row["status"] == "ok"}
    assert there == {(NEW, 2024), (NEW, 2025), *((GONE, year) for year in range(2020, 2024))}
    assert {row["status"] for row in rows} == {"ok", "not_applicable"}


def test_the_sitemap_leads_to_the_areas_of_both_editions(told):
    listed = set(re.findall(r"/sv/omrade/(\d{4}R\d{3})-", told["/sitemap.xml"][1]))
    assert listed == set(areas(REGSO, "2020-2025"))


def test_measures_of_a_year_are_over_the_areas_that_there_were_in_it(told):
    newest, before = (
        json.loads(told[address][1]) for address in (MEASURES, f"{MEASURES}&year=2023")
    )
    assert newest["areas_edition"] == before["areas_edition"] == "2020-2025"
    by_year = {row["year"]: row for row in newest["data"]}
    assert set(by_year) == set(range(2020, 2026))
    assert by_year[2023] == before["data"][0] and by_year[2023]["value"] is not None
