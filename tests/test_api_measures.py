"""Indices on demand are those that are published, and say as little of few as those do."""

import numpy as np
import pytest

from api import documents
from api.counted import NotPublishedError, count
from data import store
from data.catalogue import Group, groupings, groups, indicators
from data.edition import current_edition
from data.inference.simulation import OF_SEVERAL_GROUPS, OF_TWO_GROUPS
from geo.levels import levels
from tests.api_reader import problem, read

REGSO = levels()["regso"]
PUBLISHED = [
    each
    for each in indicators().values()
    if each.grouping
    and each.measure.index in {*OF_TWO_GROUPS, *OF_SEVERAL_GROUPS}
    and not each.measure.above_chance
    and not each.measure.inside
]


def rows(**asked):
    answer = read("measures?" + "&".join(f"{key}={value}" for key, value in asked.items()))
    assert answer.status_code == 200
    return answer.get_json()["data"]


@pytest.mark.parametrize("indicator", PUBLISHED, ids=lambda each: each.id)
def test_the_index_of_a_municipality_is_the_published_one(indicator):
    grouping, index = indicator.grouping.id, indicator.measure.index
    for code in ("1480", "0114"):
        published = store.series(indicator, code)
        asked = rows(areas=code, grouping=grouping, index=index)
        own = [row["value"] for row in asked if row["year"] in published.index]
        assert own == pytest.approx(published.tolist(), abs=1e-9)


def test_groups_add_up_to_those_published():
    population = store.values(indicators()["population"], levels()["municipality"], 2023)
    row = rows(areas="1480", grouping="background", index="gini", year="2023")[0]
    assert sum(row["groups"].values()) == pytest.approx(population["1480"], rel=0.01)


@pytest.mark.parametrize("grouping", list(groupings()))
def test_every_group_is_counted_in_whole_people_or_dwellings(grouping):
    for id_ in groupings()[grouping].groups:
        found = count(groups()[id_], REGSO, current_edition())
        counts = found.of(max(found.years(REGSO)))
        assert counts.dtype == np.int64
        assert (counts >= 0).all()


def test_a_group_that_is_not_published_is_named_with_the_remedy():
    group = Group(id="nobody", label={}, column="nothing")
    with pytest.raises(NotPublishedError, match=r"indicators\.toml"):
        count(group, REGSO, current_edition())


def test_an_own_district_has_its_index_and_its_chance_level():
    answer = read("measures?areas=1480R001,1480R002,1480R003&grouping=background").get_json()
    assert documents.Measures().validate(answer) == {}
    assert answer["areas"] == ["1480R001", "1480R002", "1480R003"]
    for row in answer["data"]:
        assert row["status"] == "ok"
        assert row["chance"]["low"] <= row["chance"]["mean"] <= row["chance"]["high"]
    assert {each["publisher"] for each in answer["sources"]}


def test_few_areas_have_no_index():
    found = rows(areas="1480R001,1480R002", grouping="background", year="latest")
    assert {row["status"] for row in found} == {"few_areas"}
    assert {row["value"] for row in found} == {None}


def test_small_groups_have_no_index(monkeypatch):
    monkeypatch.setattr("api.measures.SMALLEST_GROUP", 10**9)
    found = rows(areas="1480R004,1480R005,1480R006", grouping="background", year="latest")
    assert {row["status"] for row in found} == {"small_group"}


def test_the_order_of_the_areas_does_not_matter():
    one = read("measures?areas=1480R001,1480R009,1480R005&grouping=background&year=2023")
    other = read("measures?areas=1480R005,1480R001,1480R009&grouping=background&year=2023")
    assert one.data == other.data


@pytest.mark.parametrize(
    ("asked", "kind", "parameter"),
    [
        ("areas=1480", "missing", "grouping"),
        ("areas=1480&grouping=backgrond", "unknown", "grouping"),
        ("areas=9999&grouping=background", "unknown", "areas"),
        ("areas=00&grouping=background", "too-large", "areas"),
        ("areas=1480,2523R011&grouping=background", "combination", "areas"),
        ("areas=1480&grouping=tenure&index=gini", "unknown", "index"),
        ("areas=1480&grouping=background&year=1999", "unknown", "year"),
    ],
)
def test_what_is_wrong_is_named(asked, kind, parameter):
    status, told = problem(f"measures?{asked}")
    assert status == 400
    assert told["type"].endswith(f"#problem-{kind}")
    assert told["parameter"] == parameter


def test_too_many_years_are_refused(monkeypatch):
    monkeypatch.setattr("api.measures.MOST_YEARS", 1)
    _, told = problem("measures?areas=1480R007,1480R008,1480R009&grouping=background")
    assert told["parameter"] == "year"
