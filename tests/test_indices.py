"""Known answers on tables small enough to work out by hand, and what is refused."""

import math

import numpy as np
import pytest

from data.indices import (
    INDICES,
    Segments,
    atkinson,
    between_area_gini,
    between_area_theil,
    correlation_ratio,
    dissimilarity,
    exposure,
    gini,
    isolation,
    local_segregation,
    location_quotient,
    multigroup_dissimilarity,
    mutual_information,
    normalized_exposure,
    rank_order_h,
    theil_h,
)

GRADED = np.array([[100, 0], [60, 40], [40, 60], [0, 100]])
HALVED = np.array([[80, 20], [80, 20], [20, 80], [20, 80]])
EVEN = np.array([[10, 90], [20, 180], [30, 270]])
SEPARATE = np.array([[100, 0], [0, 300]])
UNEVENNESS = ["dissimilarity", "gini", "atkinson", "correlation_ratio", "theil_h",
              "mutual_information", "multigroup_dissimilarity", "normalized_exposure",
              "rank_order_h"]  # fmt: skip
RATIOS = [name for name in UNEVENNESS if name != "mutual_information"]
OF_GROUPS = [name for name in INDICES if "means" not in INDICES[name].takes]
OF_TWO = [name for name in OF_GROUPS if "counts" not in INDICES[name].takes]


def value(name, counts):
    counts = np.asarray(counts)
    return INDICES[name].from_counts(Segments.one(len(counts)), counts)


@pytest.mark.parametrize(
    ("counts", "expected"), [(GRADED, (0.6, 0.35664, 0.51452)), (HALVED, (0.6, 0.19274, 0.27807))]
)
def test_two_tables_of_equal_dissimilarity_differ_in_information(counts, expected):
    found = dissimilarity(*counts.T), mutual_information(counts), theil_h(counts)
    assert found == pytest.approx(expected, abs=5e-6)


@pytest.mark.parametrize("name", UNEVENNESS)
def test_an_even_spread_is_zero(name):
    assert value(name, EVEN) == pytest.approx(0, abs=1e-15)


@pytest.mark.parametrize("name", RATIOS)
def test_complete_separation_is_one(name):
    assert value(name, SEPARATE) == pytest.approx(1)


def test_gini_is_the_mean_difference_of_pairs():
    group, other = np.array([5, 30, 12, 12, 0]), np.array([50, 10, 24, 24, 9])
    total = group + other
    share, overall = group / total, group.sum() / total.sum()
    pairs = np.outer(total, total) * np.abs(share[:, None] - share)
    largest = 2 * total.sum() ** 2 * overall * (1 - overall)
    assert gini(group, other) == pytest.approx(pairs.sum() / largest, abs=1e-15)


def test_gini_does_not_depend_on_the_order_of_areas_with_equal_shares():
    group, other = np.array([10, 1, 20, 2]), np.array([30, 9, 60, 18])
    assert gini(group, other) == gini(group[::-1], other[::-1])


def test_atkinson_of_a_half_is_one_less_the_squared_likeness():
    likeness = 2 * math.sqrt(0.8 * 0.2)
    assert atkinson([80, 20], [20, 80]) == pytest.approx(1 - likeness**2)


def test_isolation_of_an_even_spread_is_the_share_of_the_group():
    assert isolation(EVEN[:, 0], EVEN.sum(axis=1)) == pytest.approx(0.1)


def test_exposure_of_an_even_spread_is_the_share_of_the_other_group():
    group, other = EVEN.T
    assert exposure(group, other, 2 * (group + other)) == pytest.approx(0.45)


def test_isolation_and_exposure_sum_to_one_where_there_are_two_groups():
    group, other = GRADED.T
    met = isolation(group, group + other) + exposure(group, other, group + other)
    assert met == pytest.approx(1)


def test_correlation_ratio_is_isolation_above_the_share_of_the_group():
    group, total = HALVED[:, 0], HALVED.sum(axis=1)
    assert correlation_ratio(group, total) == pytest.approx((isolation(group, total) - 0.5) / 0.5)


def test_location_quotient_is_the_share_by_the_share_of_all():
    assert location_quotient([30, 10], [100, 100]).tolist() == pytest.approx([1.5, 0.5])


def test_local_segregation_of_an_area_with_half_the_groups_is_the_logarithm_of_two():
    assert local_segregation(GRADED)[0] == pytest.approx(math.log(2))


def test_multigroup_dissimilarity_of_two_groups_is_the_dissimilarity():
    assert multigroup_dissimilarity(GRADED) == pytest.approx(dissimilarity(*GRADED.T))


def test_normalized_exposure_of_two_groups_is_the_correlation_ratio():
    ratio = correlation_ratio(GRADED[:, 0], GRADED.sum(axis=1))
    assert normalized_exposure(GRADED) == pytest.approx(ratio)


def test_rank_order_h_of_two_classes_is_theils_h():
    assert rank_order_h(GRADED) == pytest.approx(theil_h(GRADED))


def test_rank_order_h_is_higher_where_the_outer_classes_live_apart():
    outer = [[100, 0, 0], [0, 50, 50], [0, 50, 50]]
    middle = [[0, 100, 0], [50, 0, 50], [50, 0, 50]]
    assert rank_order_h(outer) > rank_order_h(middle)


def test_between_area_gini_of_one_rich_area_of_two_is_a_half():
    assert between_area_gini([0, 10], [50, 50]) == pytest.approx(0.5)


def test_between_area_theil_of_one_rich_area_of_two_is_the_logarithm_of_two():
    assert between_area_theil([0, 10], [50, 50]) == pytest.approx(math.log(2))


@pytest.mark.parametrize("index", [between_area_gini, between_area_theil])
def test_inequality_between_equal_means_is_zero(index):
    assert index([300, 300], [10, 90]) == pytest.approx(0)


@pytest.mark.parametrize("name", OF_TWO)
@pytest.mark.parametrize("counts", [[[0, 5], [0, 7]]], ids=["no group"])
def test_a_group_with_nobody_gives_nan(name, counts):
    assert np.isnan(value(name, counts)).all()


@pytest.mark.parametrize("name", ["dissimilarity", "gini", "atkinson", "exposure"])
def test_another_group_with_nobody_gives_nan(name):
    assert np.isnan(value(name, [[5, 0], [7, 0]])).all()


@pytest.mark.parametrize("name", sorted(set(OF_GROUPS) - set(OF_TWO)))
def test_fewer_than_two_groups_with_anybody_give_nan(name):
    assert np.isnan(value(name, [[5, 0, 0], [7, 0, 0]])).all()


@pytest.mark.parametrize("name", OF_GROUPS)
def test_no_areas_give_nan(name):
    assert np.isnan(value(name, np.zeros((0, 2)))).all()


@pytest.mark.parametrize("name", OF_GROUPS)
def test_nobody_gives_nan(name):
    assert np.isnan(value(name, [[0, 0], [0, 0]])).all()


@pytest.mark.parametrize("name", ["theil_h", "mutual_information", "multigroup_dissimilarity",
                                  "normalized_exposure", "rank_order_h"])  # fmt: skip
def test_a_group_with_nobody_does_not_matter_among_several(name):
    with_nobody = np.insert(GRADED, 1, 0, axis=1)
    assert value(name, with_nobody) == pytest.approx(value(name, GRADED))


@pytest.mark.parametrize("name", OF_GROUPS)
@pytest.mark.parametrize("wrong", [-1.0, math.nan, math.inf])
def test_a_count_that_is_negative_or_not_finite_is_refused(name, wrong):
    index = INDICES[name]
    arguments = [np.full((2, 2), 9.0) if each == "counts" else np.full(2, 9.0)
                 for each in index.takes]  # fmt: skip
    arguments[0][-1] = wrong
    with pytest.raises(ValueError, match=rf"{name}: '{index.takes[0]}' is .* at position \[1"):
        index(*arguments)


@pytest.mark.parametrize("name", [name for name in OF_TWO])
def test_counts_of_different_lengths_are_refused(name):
    lengths = range(2, 2 + len(INDICES[name].takes))
    with pytest.raises(ValueError, match="has 3 areas where 2 are expected"):
        INDICES[name](*(np.ones(length) for length in lengths))


@pytest.mark.parametrize("name", ["isolation", "correlation_ratio", "location_quotient"])
def test_a_group_larger_than_the_total_is_refused(name):
    with pytest.raises(ValueError, match="more people in its groups than in 'total'"):
        INDICES[name]([3, 1], [2, 2])


def test_groups_larger_than_the_total_together_are_refused():
    with pytest.raises(ValueError, match="more people in its groups than in 'total'"):
        exposure([2, 1], [2, 1], [3, 2])


def test_counts_of_several_groups_without_columns_are_refused():
    with pytest.raises(ValueError, match="one larger area needs 2"):
        theil_h([1, 2, 3])


@pytest.mark.parametrize("b", [0, 1, -0.5, math.nan])
def test_atkinson_refuses_a_weight_outside_its_range(b):
    with pytest.raises(ValueError, match="between 0 and 1"):
        atkinson([1, 2], [2, 1], b=b)


def test_an_index_of_two_groups_refuses_three_columns():
    with pytest.raises(ValueError, match="Give two columns"):
        value("dissimilarity", np.ones((2, 3)))


@pytest.mark.parametrize("name", OF_GROUPS)
def test_counts_are_not_changed(name):
    counts = GRADED.astype(float)
    counts.setflags(write=False)
    value(name, counts)
    assert (counts == GRADED).all()


def test_an_index_tells_its_definition():
    assert "Duncan and Duncan (1955)" in (dissimilarity.__doc__ or "")
