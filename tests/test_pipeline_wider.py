"""Counties and Sweden get a sum or a mean only where it is correct."""

import numpy as np
import pytest

from data.pipeline.compute import values
from data.pipeline.errors import PipelineError
from tests.grids import (
    COUNTY,
    KNIVSTA,
    MUNICIPALITIES,
    SWEDEN,
    UPPSALA,
    an_indicator,
    changed,
    municipal,
    status,
    with_given,
)
from tests.said import exactly


def test_a_sum_of_given_values_is_that_of_the_municipalities():
    total = values(an_indicator(given="a", wider="sum"), SWEDEN, with_given(a=municipal(2)))
    assert total.values[0, 0] == 2 * len(MUNICIPALITIES)


def test_a_mean_of_given_values_is_weighted():
    at = MUNICIPALITIES.index("0330")
    given = with_given(a=changed(municipal(10), at, 40), people=changed(municipal(100), at, 300))
    mean = values(an_indicator(given="a", wider="mean", weight="people"), COUNTY, given)
    others = sum(code.startswith("03") for code in MUNICIPALITIES) - 1
    expected = (40 * 300 + 10 * 100 * others) / (300 + 100 * others)
    assert mean.values[0, UPPSALA] == pytest.approx(expected)


@pytest.mark.parametrize("wider", ["sum", "mean"])
def test_a_wider_value_is_missing_where_a_municipality_that_existed_has_none(wider):
    measure = {"given": "a", "wider": wider, "weight": "people"}
    given = with_given(municipal(1), a=changed(municipal(5), KNIVSTA, np.nan), people=municipal(1))
    county = values(an_indicator(**measure), COUNTY, given)
    assert status(county, UPPSALA) == "missing"
    assert status(county, 0) == "ok"
    assert status(values(an_indicator(**measure), SWEDEN, given), 0) == "missing"


@pytest.mark.parametrize("wider", ["sum", "mean"])
def test_a_municipality_that_did_not_exist_yet_is_no_gap(wider):
    measure = {"given": "a", "wider": wider, "weight": "people"}
    people = changed(municipal(1), KNIVSTA, np.nan)
    given = with_given(people, a=changed(municipal(5), KNIVSTA, np.nan), people=people)
    others = len(MUNICIPALITIES) - 1
    expected = 5 * others if wider == "sum" else 5
    assert values(an_indicator(**measure), SWEDEN, given).values[0, 0] == expected


def test_a_sum_in_a_year_of_which_no_population_is_known_needs_every_municipality():
    given = with_given(municipal(1), a=changed(municipal(5, (2025,)), KNIVSTA, np.nan))
    assert status(values(an_indicator(given="a", wider="sum"), SWEDEN, given), 0) == "missing"


def test_a_mean_in_a_year_without_weights_is_missing():
    given = with_given(a=municipal(5, (2025,)), people=municipal(1))
    mean = values(an_indicator(given="a", wider="mean", weight="people"), SWEDEN, given)
    assert status(mean, 0) == "missing"


def test_a_mean_with_a_weight_that_no_file_has_stops_the_pipeline():
    with pytest.raises(
        PipelineError,
        match=exactly(
            "Indicator 'x' has a mean with the weight 'people', which the level "
            "'municipality' lacks. Name a quantity of inputs.toml."
        ),
    ):
        values(
            an_indicator(given="a", wider="mean", weight="people"),
            SWEDEN,
            with_given(a=municipal(5)),
        )
