"""An edition that is named answers for itself, as long as its files are there."""

import io
import json
import shutil
import zipfile

import pandas
import pytest

from data.edition import current_edition
from tests.api_reader import problem, read
from tests.older_edition import ADDED, DATE, published

LIST = "values?indicator=foreign_born_share&level=county"
CURRENT = current_edition().id


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("published")
    return folder, published(folder)


@pytest.fixture
def older(made, monkeypatch):
    folder, name = made
    monkeypatch.setattr("api.places.PUBLISHED_FOLDER", folder)
    return name


def shares(address):
    answer = read(address)
    assert answer.status_code == 200, answer.text
    return [row["value"] for row in answer.get_json()["data"]]


def test_values_come_from_the_edition_that_is_named(older):
    now = shares(LIST)
    assert shares(f"{LIST}&edition={CURRENT}") == now
    assert shares(f"{LIST}&edition={older}") == pytest.approx([each + ADDED for each in now])


@pytest.mark.parametrize("form", ["csv", "xlsx", "parquet", "json-stat2", "geojson", "gpkg"])
def test_every_form_is_of_the_edition_that_is_named(older, form):
    asked = f"{LIST}&year=latest&format={form}"
    now, before = (read(f"{asked}&edition={name}") for name in (CURRENT, older))
    assert before.status_code == 200
    assert now.data != before.data
    assert before.headers["X-Edition"] == older
    assert now.headers["X-Edition"] == CURRENT


@pytest.mark.parametrize(
    "address",
    ["indicators", "indicators/population", LIST, "bundle/population.zip", "areas/1480",
     "areas?level=county", "measures?areas=1480&grouping=background&index=dissimilarity"],
)  # fmt: skip
def test_every_address_that_takes_an_edition_names_it(older, address):
    sign = "&" if "?" in address else "?"
    answer = read(f"{address}{sign}edition={older}")
    assert answer.status_code == 200, answer.text
    assert answer.headers["X-Edition"] == older
    if answer.is_json:
        assert answer.get_json()["edition"] == older


def test_an_older_edition_is_kept_for_ever_and_the_current_one_shortly(older):
    assert "immutable" in read(f"{LIST}&edition={older}").headers["Cache-Control"]
    assert read(LIST).headers["Cache-Control"] == "public, max-age=300"


def test_pages_stay_in_the_edition_they_began_in(older):
    page = read(f"{LIST}&edition={older}&limit=10").get_json()
    assert f"edition={older}" in page["next"]
    assert len(shares(page["next"].removeprefix("/api/v1/"))) == 10


def test_the_metadata_and_the_citation_name_the_older_edition(older):
    told = read(f"indicators/population?edition={older}").get_json()
    assert told["identifier"] == f"segregationskartan:{older}:population"
    assert DATE[:4] in told["citation"]["sv"]
    assert all(level["file"].startswith(f"/editions/{older}/") for level in told["levels"].values())


def test_a_bundle_is_of_the_older_edition(older):
    with zipfile.ZipFile(
        io.BytesIO(read(f"bundle/population.zip?edition={older}").data)
    ) as archive:
        assert json.loads(archive.read("metadata.json"))["edition"] == older
        data = pandas.read_csv(archive.open("data.csv"), dtype={"area": str})
    stockholm = data[(data["area"] == "0180") & (data["year"] == 2023)]["value"]
    assert stockholm.tolist() == [988_943 + ADDED]


def test_indicators_are_those_that_the_edition_has(older):
    ids = {each["id"] for each in read(f"indicators?edition={older}").get_json()["indicators"]}
    assert "area_type" not in ids
    assert "population" in ids
    status, told = problem(f"values?indicator=area_type&edition={older}")
    assert status == 400
    assert older in told["detail"]
    assert problem(f"indicators/area_type?edition={older}")[0] == 404
    assert read("indicators/area_type").status_code == 200


def test_all_editions_are_listed_the_current_one_first(older):
    told = read("editions").get_json()
    assert [each["id"] for each in told["editions"]] == [CURRENT, older]
    assert [each["current"] for each in told["editions"]] == [True, False]
    assert told["editions"][1]["date"] == DATE


@pytest.mark.parametrize("address", [LIST, "indicators/population", "bundle/population.zip"])
def test_an_edition_that_is_gone_is_told_as_a_problem(made, tmp_path, monkeypatch, address):
    folder, name = made
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    monkeypatch.setattr("api.places.PUBLISHED_FOLDER", tmp_path)
    sign = "&" if "?" in address else "?"
    assert read(f"{address}{sign}edition={name}").status_code == 200
    shutil.rmtree(tmp_path / name)
    status, told = problem(f"{address}{sign}edition={name}")
    assert status == 404
    assert told["parameter"] == "edition"
    assert told["allowed"] == [CURRENT]
    assert "removed" in told["detail"]


def test_an_edition_whose_files_are_damaged_answers_nothing_of_it(made, tmp_path, monkeypatch):
    folder, name = made
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    (tmp_path / name / "values.parquet").write_bytes(b"damaged")
    monkeypatch.setattr("api.places.PUBLISHED_FOLDER", tmp_path)
    assert problem(f"{LIST}&edition={name}")[0] == 404
    assert len(shares(LIST)) > 20


@pytest.mark.parametrize("name", ["", "x", "../..", "2020-01-01-00000000", "%00", "a" * 3_000])
def test_a_name_of_no_edition_reaches_no_file(name):
    status, told = problem(f"{LIST}&edition={name}")
    assert status in {400, 404}
    assert told["parameter"] == "edition"


def test_what_is_kept_of_one_edition_never_answers_for_another(older):
    first = shares(f"{LIST}&edition={older}")
    assert shares(LIST) != first
    assert problem(f"{LIST}&edition=2020-01-01-00000000")[0] == 404
