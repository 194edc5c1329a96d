"""What is asked wrongly is told as a problem that names the parameter, the fault and the remedy."""

import pytest
from flask import Flask
from hypothesis import given, settings
from hypothesis import strategies as st

import api
from api.documents import ProblemDetails
from tests.api_reader import client, problem, values

WRONG = {
    "values": ("missing", "indicator"),
    "values?indicator=foreign_born_shar": ("unknown", "indicator"),
    "values?indicator=population,": ("malformed", "indicator"),
    "values?indicator=population&level=deso": ("unknown", "level"),
    "values?indicator=area_type&level=county": ("combination", "level"),
    "values?indicator=population&area=9999": ("unknown", "area"),
    "values?indicator=population&area=1480&level=county": ("combination", "area"),
    "values?indicator=area_type&area=1480": ("combination", "area"),
    "values?indicator=population,area_type&area=1480": ("combination", "area"),
    "values?indicator=population&within=14800": ("unknown", "within"),
    "values?indicator=population&within=14&area=14": ("combination", "within"),
    "values?indicator=all&area=1480R001&year=1850": ("combination", None),
    "values?indicator=all&area=1480R001,2584R001,00&year=1999": ("combination", "area"),
    "values?indicator=population&year=20": ("malformed", "year"),
    "values?indicator=population&year=2023-2020": ("malformed", "year"),
    "values?indicator=population&year=2023,1800": ("unknown", "year"),
    "values?indicator=population&year=٢٠٢٣": ("malformed", "year"),
    "values?indicator=population&format=cvs": ("unknown", "format"),
    "values?indicator=population&formt=csv": ("unknown-parameter", "formt"),
    "values?indicator=population&variant=excel": ("combination", "variant"),
    "values?indicator=population&format=xlsx&metadata=true": ("combination", "metadata"),
    "values?indicator=population&format=gpkg&limit=5": ("combination", "limit"),
    "values?indicator=population&format=gpkg": ("combination", "format"),
    "values?indicator=population&limit=0": ("malformed", "limit"),
    "values?indicator=population&limit=x": ("malformed", "limit"),
    "values?indicator=population&after=nothing": ("malformed", "after"),
    "values?indicator=population&indicator=area_type": ("malformed", "indicator"),
    "values?indicator=all": ("too-large", "limit"),
    "values?indicator=population&format=xlsx&limit=50000": ("too-large", "limit"),
    "values?indicator=all&level=municipality&format=json-stat2": ("too-large", "format"),
    "areas?level=deso": ("unknown", "level"),
    "areas?parent=99": ("unknown", "parent"),
    "areas?after=x": ("malformed", "after"),
    "areas?limit=5000": ("malformed", "limit"),
    "areas?q=": ("malformed", "q"),
    "boundaries/county?scope=01": ("combination", "scope"),
    "boundaries/regso?scope=9": ("unknown", "scope"),
    "boundaries/regso?format=shp": ("unknown", "format"),
}
NOT_FOUND = {
    "values?indicator=population&edition=2020-01-01-00000000": "edition",
    "indicators/foreign_born": "indicator",
    "areas/9999": "area",
    "areas/nosuch": "area",
    "bundle/popuation.zip": "indicator",
    "boundaries/deso": "level",
    "nothing": None,
    "../../etc/passwd": None,
}


@pytest.mark.parametrize("address", WRONG)
def test_what_is_wrong_is_named(address):
    kind, parameter = WRONG[address]
    status, told = problem(address)
    assert status == 400
    assert told["type"] == f"/api/v1/#problem-{kind}"
    assert told.get("parameter") == parameter
    assert told["detail"].endswith((".", "?"))
    assert ProblemDetails().validate(told) == {}


@pytest.mark.parametrize("address", NOT_FOUND)
def test_what_does_not_exist_is_not_found(address):
    status, told = problem(address)
    assert status == 404
    assert told.get("parameter") == NOT_FOUND[address]


def test_a_misspelt_name_is_answered_with_those_like_it():
    _, told = problem("values?indicator=foreign_born_shar")
    assert told["near"][0] == "foreign_born_share"
    assert "foreign_born_share" in told["detail"]


def test_a_name_in_place_of_a_code_is_answered_with_the_code():
    _, told = problem("values?indicator=population&area=Göteborg")
    assert told["near"][0] == "1480 (Göteborg)"


def test_the_largest_answer_is_told():
    _, told = problem("values?indicator=all")
    assert told["limit"] == 100_000
    assert told["rows"] > 100_000
    assert "/editions/" in told["detail"]


def test_only_reading_is_possible():
    answer = client().post("/api/v1/values")
    assert answer.status_code == 405
    assert answer.get_json()["type"].endswith("#problem-method")
    assert "GET" in answer.headers["Allow"]


def test_a_fault_of_ours_tells_nothing_of_the_inside(monkeypatch):
    def broken(*_):
        raise RuntimeError("/secret/path")

    monkeypatch.setattr("api.question.read", broken)
    answer = values(indicator="population", area="0114")
    assert answer.status_code == 500
    assert answer.content_type == "application/problem+json"
    assert "secret" not in answer.text


def test_pages_outside_the_api_keep_their_own_errors():
    server = Flask("page")
    api.register(server)
    assert server.test_client().get("/nothing").content_type.startswith("text/html")


NAMES = [
    "indicator",
    "level",
    "area",
    "within",
    "year",
    "format",
    "variant",
    "metadata",
    "limit",
    "after",
    "edition",
    "parent",
    "q",
    "scope",
    "areas",
    "grouping",
    "index",
    "x",
]
WORDS = [
    "population",
    "foreign_born_share",
    "all",
    "county",
    "sweden",
    "00",
    "14",
    "1480",
    "1480R001",
    "2020",
    "2020-2023",
    "latest",
    "csv",
    "xlsx",
    "geojson",
    "json-stat2",
    "excel",
    "true",
    "5",
    "0",
    "-1",
    "background",
    "tenure",
    ",",
    "dissimilarity",
    "1e9",
    "%00",
    "\x00",
    "population,1480,2020",
    "../../etc/passwd",
]
ADDRESSES = [
    "values",
    "areas",
    "areas/1480",
    "indicators",
    "indicators/population",
    "editions",
    "boundaries/county",
    "boundaries/x",
    "bundle/area_type.zip",
    "measures",
    "x",
    "openapi.json",
]
TEXTS = st.one_of(st.sampled_from([*WORDS, "9" * 5_000]), st.text(max_size=40))


@given(st.sampled_from(ADDRESSES), st.dictionaries(st.sampled_from(NAMES), TEXTS, max_size=5))
@settings(max_examples=300, deadline=None)
def test_whatever_is_asked_is_answered_or_told_as_a_problem(address, asked):
    answer = client().get(f"/api/v1/{address}", query_string=asked)
    assert answer.status_code in {200, 400, 404}
    if answer.status_code != 200:
        assert ProblemDetails().validate(answer.get_json()) == {}


@given(st.text(max_size=60), st.sampled_from(["indicators", "areas", "boundaries", "bundle", "x"]))
@settings(max_examples=100, deadline=None)
def test_whatever_the_path_is_no_fault_of_ours(name, room):
    from urllib.parse import quote

    answer = client().get(f"/api/v1/{room}/{quote(name, safe='')}")
    assert answer.status_code < 500
