"""Moves between area types are those of the published figures, and sum to all areas."""

from collections import Counter

import pytest

from data import store
from data.catalogue import indicators
from data.flows import flows, movings
from data.store import StoreError
from geo.levels import levels

REGSO = levels()["regso"]
KIND, PEOPLE = indicators()["area_type"], indicators()["population"]
TYPES = movings()["area_type"]
ALL = flows(TYPES, 2022, 2023)


@pytest.mark.parametrize(("year", "side"), [(2022, "before"), (2023, "after")])
def test_the_moves_sum_to_the_areas_of_each_type(year, side):
    sums = Counter()
    for flow in ALL.flows:
        sums[getattr(flow, side)] += flow.areas
    assert sums == Counter(store.values(KIND, REGSO, year).dropna().astype(int))


def test_the_moves_sum_to_the_known_numbers_of_statistics_sweden():
    sums = Counter()
    for flow in ALL.flows:
        sums[flow.after] += flow.areas
    assert [sums[kind] for kind in range(1, 6)] == [162, 293, 835, 1781, 292]


def test_nine_in_ten_areas_stay_what_they_are():
    assert ALL.left_out == 0
    assert 0.89 <= 1 - ALL.moved / 3363 <= 0.95


def test_the_people_of_all_moves_are_the_population():
    assert sum(flow.people for flow in ALL.flows) == store.values(PEOPLE, REGSO, 2023).sum()


def test_the_moves_inside_a_county_are_some_of_all():
    inside = flows(TYPES, 2022, 2023, "14")
    every = {(flow.before, flow.after): flow.areas for flow in ALL.flows}
    assert 0 < sum(flow.areas for flow in inside.flows) < 3363
    assert all(flow.areas <= every[flow.before, flow.after] for flow in inside.flows)


def test_a_move_back_is_the_move_turned_round():
    back = flows(TYPES, 2023, 2022)
    assert {(f.after, f.before, f.areas) for f in back.flows} == {
        (f.before, f.after, f.areas) for f in ALL.flows
    }


def test_a_year_that_is_not_there_is_refused():
    with pytest.raises(StoreError, match=r"for 2019\. Use one of: 2022, 2023"):
        flows(TYPES, 2019, 2023)
