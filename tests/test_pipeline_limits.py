"""Class limits: few, round, rising, and with values on both sides."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from data.catalogue import indicators
from data.pipeline.grid import Grid
from data.pipeline.limits import limits
from data.pipeline.register import codes
from geo.levels import levels

COUNTY, SWEDEN = levels()["county"], levels()["sweden"]
SHARE = indicators()["foreign_born_share"]
AREAS = len(codes(COUNTY, None))
ANY_VALUES = arrays(
    float, (3, AREAS), elements=st.floats(-1e6, 1e6, width=32) | st.sampled_from([0.0, np.nan])
)


def of(values, scale="sequential", decimals=1):
    grid = Grid.of(COUNTY, range(2000, 2000 + len(values)), np.asarray(values, dtype=float))
    return limits(replace(SHARE, scale=scale, decimals=decimals), grid)


def spread(low, high):
    return np.linspace(low, high, 5 * AREAS).reshape(5, AREAS)


def test_limits_of_an_even_spread_are_its_quantiles():
    assert of(spread(0, 100)) == (10, 30, 50, 70, 90)


def test_limits_are_rounded_to_what_is_easy_to_read():
    assert of(spread(1_037, 9_871), decimals=0) == (2_000, 4_000, 5_000, 7_000, 9_000)


def test_a_lowest_value_that_many_areas_have_is_a_class_of_its_own():
    values = spread(0, 50)
    values[:2] = 0
    assert of(values)[0] == 0.1


def test_a_diverging_scale_has_its_median_in_the_middle_class():
    assert of(spread(0, 100), "diverging") == (10, 20, 40, 60, 80, 90)


def test_categories_have_no_limits():
    assert of(spread(1, 5), "categories") == ()


def test_a_level_of_one_area_has_no_limits():
    assert limits(SHARE, Grid.of(SWEDEN, (2020, 2021), np.array([[1.0], [2.0]]))) == ()


@pytest.mark.parametrize("scale", ["sequential", "diverging"])
@pytest.mark.parametrize("value", [0, 5, np.nan])
def test_values_that_are_all_alike_have_no_limits(value, scale):
    assert of(np.full((1, AREAS), value), scale) == ()


def test_few_different_values_have_fewer_limits():
    assert len(of(np.resize([1.0, 2.0, 3.0], (1, AREAS)))) <= 2


@pytest.mark.parametrize("scale", ["sequential", "diverging"])
@given(values=ANY_VALUES)
def test_limits_rise_and_are_few(scale, values):
    found = of(values, scale)
    assert list(found) == sorted(set(found))
    assert len(found) <= (6 if scale == "diverging" else 5)


@pytest.mark.parametrize("scale", ["sequential", "diverging"])
@given(values=ANY_VALUES)
def test_no_class_is_empty(scale, values):
    known = values[~np.isnan(values)].round(1)
    found = of(values, scale)
    if known.size:
        assert set(np.digitize(known, found)) == set(range(len(found) + 1))


@given(values=ANY_VALUES)
def test_the_median_is_in_the_middle_class_of_a_diverging_scale(values):
    found = of(values, "diverging")
    median = np.median(values[~np.isnan(values)].round(1)) if found else 0
    assert int(np.searchsorted(found, median, side="right")) == len(found) / 2


@pytest.mark.parametrize("scale", ["sequential", "diverging"])
@given(values=ANY_VALUES, decimals=st.integers(0, 3))
def test_limits_have_no_more_decimals_than_the_values_shown(scale, values, decimals):
    found = of(values, scale, decimals)
    assert all(limit == round(limit, decimals) and str(limit) != "-0.0" for limit in found)


@given(values=ANY_VALUES, data=st.data())
def test_the_order_of_the_areas_does_not_matter(values, data):
    order = data.draw(st.permutations(range(AREAS)))
    assert of(values) == of(values[:, order])
