"""The api tells what moved between area types, and what areas that exchanged land are together."""

import csv
import io

import pytest

from data.flows import flows, movings
from geo.united import united
from tests.api_reader import problem, read

TYPES = movings()["area_type"]


def test_the_moves_of_the_country_are_those_of_the_edition():
    told = read("flows").get_json()
    found = flows(TYPES, 2022, 2023)
    assert (told["first"], told["last"], told["years"]) == (2022, 2023, [2022, 2023])
    assert sum(row["areas"] for row in told["data"]) == found.areas == 3363
    assert [(row["before"], row["after"], row["areas"]) for row in told["data"]] == [
        (flow.before, flow.after, flow.areas) for flow in found.flows
    ]
    assert [one["value"] for one in told["categories"]] == [1, 2, 3, 4, 5]


def test_the_moves_inside_an_area_are_a_table_too():
    told = read("flows?within=1480").get_json()
    answer = read("flows?within=1480&format=csv")
    assert answer.content_type.startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [{key: int(value) for key, value in row.items()} for row in rows] == told["data"]
    assert 0 < sum(row["areas"] for row in told["data"]) < 3363


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("flows?first=2011", "2022, 2023"),
        ("flows?first=2023&last=2022", "2023"),
        ("flows?indicator=population", "area_type"),
        ("flows?indicator=area_type_by_2011_limits", "area_type"),
        ("flows?within=nowhere", "nowhere"),
        ("flows?format=xlsx", "csv"),
    ],
)
def test_what_is_asked_wrongly_is_told(address, sentence):
    status, told = problem(address)
    assert status == 400 and sentence in told["detail"]


def test_an_area_that_exchanged_land_names_its_union_and_where_its_values_are():
    one = read("areas/2584R002").get_json()["united"]
    assert one["areas"] == {id_: list(codes) for id_, codes in united("2584R001").parts.items()}
    assert one["complete"] and one["values"] == "/api/v1/united/2584R002"
    assert read("areas/0114R001").get_json()["united"] is None


def test_a_union_whose_exchanges_are_not_all_named_has_no_values():
    one = read("areas/0120R002").get_json()["united"]
    assert not one["complete"] and one["values"] is None


def test_the_edition_of_one_register_has_no_estimates_and_the_answer_says_whose_they_would_be():
    told = read("united/2584R002").get_json()
    assert told["data"] == told["indicators"] == []
    assert told["united"]["code"] == "2584R001"
    assert told["method"]["en"].startswith("Our estimate")
    assert read("united/0114R001").get_json()["united"] is None
    assert problem("united/nowhere")[0] == 404
