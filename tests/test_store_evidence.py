"""What stands beside the values, as the page asks for it."""

import numpy as np
import pytest

from data import evidence, store
from data.catalogue import indicators
from data.evidence import Contribution
from data.groups import groupings
from data.inference import Change
from data.store import StoreError
from geo.levels import levels

INDEX, ABOVE, SHARE, LOCAL, INCOME, TENURE = (
    indicators()[id_]
    for id_ in (
        "dissimilarity_foreign_born",
        "dissimilarity_foreign_born_above_chance",
        "foreign_born_share",
        "local_segregation_tenure",
        "between_area_gini_wage_income",
        "theil_h_tenure",
    )
)
BACKGROUND, FORMS, OWNED = (groupings()[id_] for id_ in ("background", "tenure", "rented_or_owned"))
FEW_AREAS, SMALL_GROUP = "0509", "0114"
M = "mutual_information"


def test_the_chance_level_of_an_area_stands_by_year():
    found = evidence.chance(INDEX, "0180")
    assert list(found.index) == [2020, 2021, 2022, 2023] and found.index.name == "year"
    assert list(found.columns) == ["mean", "low", "high"]


def test_by_chance_nothing_is_above_chance():
    found = evidence.chance(ABOVE, "0180")
    assert (found["mean"] == 0).all() and (found["low"] < 0).all() and (found["high"] > 0).all()


def test_the_range_of_a_value_above_chance_stands_by_year():
    found = evidence.range_above_chance(ABOVE, "0180")
    assert list(found.columns) == ["low", "high"] and (found["low"] < found["high"]).all()


@pytest.mark.parametrize("one", [SHARE, INCOME], ids=lambda one: one.id)
def test_what_has_no_chance_level_has_none(one):
    assert evidence.chance(one, "0180") is None


def test_an_indicator_that_is_not_above_chance_has_no_range():
    assert evidence.range_above_chance(INDEX, "0180") is None


def test_a_change_tells_whether_it_exceeds_chance():
    found = evidence.change(INDEX, "0180", 2020, 2023)
    assert isinstance(found, Change)
    assert found.low < found.value < found.high and found.exceeds_chance


def test_an_area_of_few_areas_has_nothing_beside_its_values():
    assert evidence.chance(INDEX, FEW_AREAS) is None
    assert evidence.change(INDEX, FEW_AREAS, 2020, 2023) is None
    assert evidence.parts(BACKGROUND, M, FEW_AREAS, 2020, 2023) is None
    assert evidence.contributions(BACKGROUND, FEW_AREAS, 2023) == ()


def test_a_municipality_has_nothing_between_municipalities():
    assert evidence.between_within(BACKGROUND, "0180") is None


def test_contributions_are_ranked_with_the_largest_first():
    found = evidence.contributions(FORMS, "0180", 2023)
    assert isinstance(found[0], Contribution)
    assert [each.rank for each in found] == list(range(1, len(found) + 1))
    assert sorted((each.value for each in found), reverse=True) == [each.value for each in found]


def test_what_is_returned_cannot_be_changed():
    with pytest.raises(ValueError, match="read-only"):
        evidence.chance(INDEX, "0180").to_numpy()[0, 0] = 1


@pytest.mark.parametrize("area", ["9999", "x", "", "0180R001", "../../etc/passwd"])
def test_an_area_that_an_indicator_lacks_is_named(area):
    with pytest.raises(StoreError, match=r"no area .* with values of 'dissimilarity_foreign_born'"):
        evidence.chance(INDEX, area)
    with pytest.raises(StoreError, match="no area"):
        evidence.change(INDEX, area, 2020, 2023)


@pytest.mark.parametrize("area", ["9999", "x", "", "0180R001"])
def test_an_area_without_parts_is_named(area):
    with pytest.raises(StoreError, match="not the code of an area with an index of 'tenure'"):
        evidence.parts(FORMS, M, area, 2020, 2023)
    with pytest.raises(StoreError, match="not the code of an area"):
        evidence.between_within(FORMS, area)
    with pytest.raises(StoreError, match="not the code of an area"):
        evidence.contributions(FORMS, area, 2023)


@pytest.mark.parametrize(("first", "last"), [(2023, 2020), (2020, 2020), (2019, 2023)])
def test_years_without_a_change_are_named_with_those_there_are(first, last):
    message = f"no change from {first} to {last}. Use an earlier and a later of: 2020, 2021"
    with pytest.raises(StoreError, match=message):
        evidence.change(INDEX, "0180", first, last)
    with pytest.raises(StoreError, match=message):
        evidence.parts(FORMS, M, "0180", first, last)


def test_a_year_without_contributions_is_named_with_those_there_are():
    with pytest.raises(StoreError, match=r"'tenure' has no index for 2019. Use one of: 2020, 2021"):
        evidence.contributions(FORMS, "0180", 2019)


def test_an_index_that_is_not_in_parts_is_named_with_those_that_are():
    with pytest.raises(
        StoreError, match=r"'gini' of 'tenure' is not .* one of: mutual_information"
    ):
        evidence.parts(FORMS, "gini", "0180", 2020, 2023)
    with pytest.raises(StoreError, match=r"of 'rented_or_owned' is not .* one of: none"):
        evidence.contributions(OWNED, "0180", 2023)


def test_the_years_of_a_group_that_was_too_small_have_no_change():
    """Where the index has values in some years only, only changes between those are there."""
    some = [
        area
        for area in store.values(TENURE, levels()["municipality"], 2020).index
        if np.isnan(store.series(TENURE, area)).sum() in (1, 2, 3)
    ]
    assert some
    for area in some:
        held = store.series(TENURE, area).notna()
        for first, last in ((2020, 2023), (2020, 2021), (2022, 2023)):
            found = evidence.change(TENURE, area, first, last)
            assert (found is not None) == bool(held[first] and held[last])


def test_the_evidence_is_read_once():
    assert evidence.load() is evidence.load()
