"""Where figures go on over areas drawn anew, every area of either edition has its pages and values."""

import html
import json
import re

import pytest

from geo.areas import areas
from geo.crosswalk import changed_codes
from geo.levels import levels
from tests.longer_edition import answers, run, site

REGSO = levels()["regso"]
NEW, GONE, CHANGED, KEPT = "2523R011", "2584R001", "2584R002", "0114R001"
PAGES = [f"/{start}/{code}" for start in ("sv/omrade", "en/area") for code in (NEW, GONE, CHANGED)]
VALUES = "/api/v1/values?indicator=foreign_born_share&level=regso&format=json"
MEASURES = "/api/v1/measures?grouping=background&index=dissimilarity&areas=2584"
SHOWN = "indicator=foreign_born_share&level=regso&area=2584&since=2020&year=2025"
CHANGE_MAP = f"/sv/bild/karta.svg?{SHOWN}"
RANKING = "/sv/rangordna?indicator=foreign_born_share&level=regso&within=2584&year=2025&since=2020"
ASKED = [
    *PAGES, f"/sv/omrade/{KEPT}", "/sv/kommun/2523", "/sv/kommun/2584", "/sv/kartlaggning/2584",
    f"/sv/jamfor?areas={NEW},{GONE}", "/sv/rangordna?indicator=rented_share&level=regso&within=2523",
    f"/sv/?indicator=rented_share&level=regso&area={NEW}", f"/sv/bild/{NEW}.png",
    f"/sv/?indicator=foreign_born_share&level=regso&area={GONE}", f"/sv/bild/{GONE}.png",
    "/sv/samband?x=foreign_born_share&y=rented_share&level=regso", "/sitemap.xml",
    f"/api/v1/areas?q={NEW}", f"/api/v1/areas/{GONE}", MEASURES, f"{MEASURES}&year=2023",
    CHANGE_MAP, RANKING, f"/api/v1/united/{NEW}", f"{VALUES}&area={NEW},{GONE}", f"/api/v1/values?indicator=rented_share&area={KEPT}",
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


def words(page):
    main = page[page.index("<main") : page.index("</main>")]
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", main)))


def test_no_change_is_told_across_a_border_that_moved(told):
    changed, kept = (words(told[f"/sv/omrade/{code}"][1]) for code in (CHANGED, KEPT))
    assert "Folkmängden i Högalid var 1 203 personer år 2025. Sedan 2024" in changed
    assert "sedan 2020" in kept and "sedan 2024" not in kept


def test_the_map_of_a_change_names_the_areas_whose_border_moved(told):
    picture = told[CHANGE_MAP][1]
    assert "Ändrad gräns: kan inte jämföras" in picture
    dotted = re.findall(r'fill="url\(#missing-\w+-dots\)"[^>]*><title>([^<]+)<', picture)
    assert "Högalid: Ändrad gräns: kan inte jämföras" in dotted
    inside = {code for code in changed_codes() if code.startswith("2584")}
    assert len(dotted) == len(inside & set(areas(REGSO, "2025")))


def test_a_ranking_by_change_says_which_areas_have_none(told):
    page = told[RANKING][1]
    rows = dict(re.findall(r'<tr id="a(\w+)">(.*?)</tr>', page, re.DOTALL))
    without = {code for code, row in rows.items() if "Ändrad gräns" in row}
    assert without == {code for code in changed_codes() if code.startswith("2584")}
    assert len(rows) == 15


def test_the_scene_of_the_map_says_where_and_when_series_break(root):
    script = (
        "from layouts.scene import scene; from layouts.view import read; import json;"
        f"print(json.dumps(scene(read('/sv/?{SHOWN}')[0])))"
    )
    found = json.loads(run(root, script))
    assert found["breaks"] == [{"year": 2024, "areas": sorted(changed_codes())}]
    assert found["redrawn"] == [2020, 2021, 2022, 2023]
    assert found["reasons"]["border_moved"] == "Ändrad gräns: kan inte jämföras"


def test_an_index_of_a_municipality_breaks_with_the_areas_inside_it(root):
    script = (
        "from data.borders import broken, broken_between; from data.catalogue import indicators;"
        "from geo.levels import levels; import json;"
        "one = indicators()['dissimilarity_foreign_born'];"
        "level = levels()['municipality'];"
        "print(json.dumps([sorted(broken(one, level)[2024]),"
        "sorted(broken_between(one, level, 2025, 2020)), sorted(broken_between(one, level, 2020, 2023))]))"
    )
    across, turned, before = json.loads(run(root, script))
    assert across == turned == sorted({code[:4] for code in changed_codes()})
    assert before == []


def test_the_profile_of_an_area_that_exchanged_land_has_our_estimate_named_as_that(told):
    page = words(told[f"/en/area/{CHANGED}"][1])
    assert "Our estimate for the areas together" in page
    assert "The estimate is ours, not that of Statistics Sweden." in page
    assert "Our estimate" not in words(told[f"/sv/omrade/{KEPT}"][1])
    told_by_api = json.loads(told[f"/api/v1/united/{NEW}"][1])
    by_year = {
        row["year"]: row["value"] for row in told_by_api["data"] if row["indicator"] == "population"
    }
    assert set(by_year) == set(range(2020, 2026)) and min(by_year.values()) > 0


def test_a_page_of_an_area_that_is_no_more_says_so(told):
    page = words(told[f"/sv/omrade/{GONE}"][1])
    assert page.count("finns inte som eget område i SCB:s indelning från 2024") == 3
    assert "är inramat" not in page and "är inramat" in words(told[f"/sv/omrade/{NEW}"][1])
    assert page.count("Fanns inte som eget område") == 2


def test_figures_over_the_areas_that_are_drawn_are_not_said_to_be_over_older_ones(told):
    assert "Siffrorna gäller 2020 års indelning" not in words(told[f"/sv/omrade/{KEPT}"][1])


def test_moves_between_types_leave_out_areas_with_another_border(told):
    page = words(told["/sv/kommun/2584"][1])
    assert "RegSO räknas inte med, för att de saknar typ" in page
    assert "bytte områdestyp mellan 2022 och 2025" in page
