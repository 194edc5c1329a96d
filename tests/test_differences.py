import numpy as np

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


def test_limits_rise_and_are_even_round_zero():
    for indicator, level in CASES:
        limits = limits_of(indicator, level)
        assert list(limits) == sorted(set(limits)), indicator.id
        assert [-limit for limit in reversed(limits)] == list(limits), indicator.id
        assert len(limits) in {0, 2, 4, 6}, indicator.id


def test_no_limit_is_finer_than_what_is_shown():
    for indicator, level in CASES:
        limits = set(limits_of(indicator, level))
        shown = {round(limit, indicator.decimals) for limit in limits}
        assert indicator.categories or shown == limits, indicator.id


def test_most_areas_are_within_the_outer_limits():
    for indicator, level in CASES:
        limits = limits_of(indicator, level)
        first, *_, last = years(indicator, level)
        change = store.values(indicator, level, last) - store.values(indicator, level, first)
        if limits and not indicator.categories and change.count() > 100:
            assert np.mean(change.dropna().abs() < limits[-1]) > 0.75, indicator.id


def test_categories_change_by_whole_steps():
    indicator = indicators()["area_type"]
    assert limits_of(indicator, drawn_levels(indicator)[-1]) == CATEGORY_LIMITS
