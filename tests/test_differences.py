import numpy as np
import pytest

from data import store
from data.catalogue import indicators
from data.differences import CATEGORY_LIMITS, difference_limits
from layouts.drawn import drawn_levels, years

CASES = [
    (indicator, level)
    for indicator in indicators().values()
    for level in drawn_levels(indicator)
    if len(years(indicator, level)) > 1
]


def limits_of(indicator, level):
    first, *_, last = years(indicator, level)
    return difference_limits(indicator, level, first, last)


@pytest.mark.parametrize(("indicator", "level"), CASES, ids=lambda one: one.id)
def test_limits_rise_and_are_even_round_zero(indicator, level):
    limits = limits_of(indicator, level)
    assert list(limits) == sorted(set(limits))
    assert [-limit for limit in reversed(limits)] == list(limits)
    assert len(limits) in {0, 2, 4, 6}


@pytest.mark.parametrize(("indicator", "level"), CASES, ids=lambda one: one.id)
def test_no_limit_is_finer_than_what_is_shown(indicator, level):
    if not indicator.categories:
        shown = {round(limit, indicator.decimals) for limit in limits_of(indicator, level)}
        assert shown == set(limits_of(indicator, level))


@pytest.mark.parametrize(("indicator", "level"), CASES, ids=lambda one: one.id)
def test_most_areas_are_within_the_outer_limits(indicator, level):
    limits = limits_of(indicator, level)
    first, *_, last = years(indicator, level)
    change = store.values(indicator, level, last) - store.values(indicator, level, first)
    if limits and not indicator.categories and change.count() > 100:
        assert np.mean(change.dropna().abs() < limits[-1]) > 0.75


def test_categories_change_by_whole_steps():
    indicator = indicators()["area_type"]
    assert limits_of(indicator, drawn_levels(indicator)[-1]) == CATEGORY_LIMITS
