"""What is known about the figures stops an edition that says otherwise."""

from dataclasses import replace

import numpy as np
import pytest

from data.catalogue import Measure, indicators
from data.pipeline.checks import check
from data.pipeline.compute import Computed
from data.pipeline.errors import CheckError
from data.pipeline.grid import Grid
from data.pipeline.register import codes
from geo.levels import levels

SWEDEN, COUNTY, MUNICIPALITY = (levels()[id_] for id_ in ("sweden", "county", "municipality"))
MUNICIPALITIES = codes(MUNICIPALITY, None)
SHARE = indicators()["foreign_born_share"]
RANGE = {"percent": [0, 100]}


def a(name, level, values):
    indicator = replace(SHARE, id=name, measure=Measure(count="population"))
    values = np.broadcast_to(np.asarray(values, dtype=float), (1, len(codes(level, None))))
    return Computed(indicator, Grid.of(level, (2020,), values.copy()), ())


def faults(*computed, **expected):
    with pytest.raises(CheckError) as raised:
        check(computed, {"range": RANGE} | expected)
    return str(raised.value)


def test_the_number_of_expectations_that_hold_is_told():
    total = {"indicator": "x", "source": "SCB", "values": {"2020": 2}}
    assert check([a("x", SWEDEN, 2)], {"range": RANGE, "total": [total]}) == 2


def test_a_value_out_of_the_range_of_its_unit_is_named_with_its_area():
    wrong = a("x", MUNICIPALITY, [101 if code == "0180" else 1 for code in MUNICIPALITIES])
    assert faults(wrong) == "x at the level municipality is 101 in 0180 2020, not from 0 to 100."


def test_a_unit_without_a_range_stops_the_pipeline():
    assert faults(a("x", SWEDEN, 1), range={}) == (
        "x at the level sweden has the unit percent, of which expected.toml gives no range."
    )


def test_a_level_without_any_value_stops_the_pipeline():
    assert faults(a("x", SWEDEN, np.nan)) == (
        "x at the level sweden has no value at all. Remove the level from the indicator."
    )


def test_a_total_that_is_not_the_known_one_stops_the_pipeline():
    total = {"indicator": "x", "source": "SCB", "values": {"2020": 3}}
    assert faults(a("x", SWEDEN, 2), total=[total]) == (
        "x at the level sweden sums to 2 in 2020, where 3 is expected (SCB)."
    )


def test_smaller_areas_that_do_not_add_up_to_the_wider_one_stop_the_pipeline():
    rule = {"indicator": "x", "smaller": "municipality", "wider": "county"}
    sums = [
        sum(code.startswith(county) for code in MUNICIPALITIES) for county in codes(COUNTY, None)
    ]
    good = a("x", COUNTY, sums)
    assert check([a("x", MUNICIPALITY, 1), good], {"range": RANGE, "adds_up": [rule]}) == 3
    bad = a("x", COUNTY, [sums[0] + 1, *sums[1:]])
    assert faults(a("x", MUNICIPALITY, 1), bad, adds_up=[rule]) == (
        "x 2020: the areas of the level municipality in 01 sum to 26, where the level county has 27."
    )


def test_another_number_of_areas_with_a_value_stops_the_pipeline():
    rule = {"indicator": "x", "level": "county", "source": "SCB", "values": {"2020": [20, 1]}}
    text = faults(a("x", COUNTY, 1), areas=[rule])
    assert text == "x 2020: [21, 0] areas have each value, where [20, 1] is expected (SCB)."


def test_another_value_than_the_known_one_stops_the_pipeline():
    rule = {"indicator": "x", "level": "sweden", "source": "SCB", "decimals": 1}
    assert check(
        [a("x", SWEDEN, 13.44)], {"range": RANGE, "known": [rule | {"values": {"2020": 13.4}}]}
    )
    text = faults(a("x", SWEDEN, 13.46), known=[rule | {"values": {"2020": 13.4}}])
    assert text == "x 2020 is 13.5, where 13.4 is expected (SCB)."


def test_parts_that_are_not_a_whole_stop_the_pipeline():
    rule = {"indicators": ["x", "y"], "sum": 100}
    assert check([a("x", SWEDEN, 60), a("y", SWEDEN, 40)], {"range": RANGE, "whole": [rule]})
    wrong = faults(a("x", SWEDEN, 60), a("y", SWEDEN, 41), whole=[rule])
    assert wrong == "x, y sum to 101 in 00 2020."


def test_parts_can_sum_to_another_indicator():
    rule = {"indicators": ["x", "y"], "sum_of": "z"}
    parts = a("x", SWEDEN, 10), a("y", SWEDEN, 20)
    assert check([*parts, a("z", SWEDEN, 30)], {"range": RANGE, "whole": [rule]})
    wrong = faults(*parts, a("z", SWEDEN, 31), whole=[rule])
    assert wrong == "x, y sum to 30 in 00 2020."


def test_parts_of_which_one_is_missing_are_no_fault():
    rule = {"indicators": ["x", "y"], "sum": 100}
    values = a("y", COUNTY, [np.nan, *[40] * 20])
    assert check([a("x", COUNTY, 60), values], {"range": RANGE, "whole": [rule]})


def test_an_expectation_of_what_is_not_computed_says_so():
    rule = {"indicator": "gone", "level": "sweden", "source": "SCB", "values": {}}
    assert faults(a("x", SWEDEN, 1), areas=[rule]) == (
        "expected.toml, [[areas]]: ('gone', 'sweden') is not computed. Correct the entry, or remove "
        "it where the indicator is gone."
    )
