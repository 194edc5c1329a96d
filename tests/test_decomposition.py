"""The parts sum to the whole, and each part is what its name says."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from bench.counts import counts
from data.decomposition import between_within, change_parts, contributions, parts_by_index
from data.decomposition.change import fitted
from data.indices import Segments, mutual_information, theil_h

MEASURES = {"mutual_information": mutual_information, "theil_h": theil_h}
TABLE = np.array([[25, 25], [28, 2], [2, 18]])
BEFORE = np.array([[40, 5], [30, 10], [20, 15], [10, 20]])
AFTER = np.array([[20, 5], [20, 10], [20, 10], [15, 15]])
TABLES = arrays.arrays(np.int64, (6, 3), elements=st.integers(0, 200))
by_index = pytest.mark.parametrize("index", MEASURES)


def odds_ratios(table):
    return table[1:, 1:] * table[:1, :1] / (table[1:, :1] * table[:1, 1:])


@by_index
@given(TABLES, TABLES)
def test_the_parts_sum_to_the_change(index, before, after):
    parts = change_parts(before, after, index)
    assume(not np.isnan(parts.total))
    change = MEASURES[index](after) - MEASURES[index](before)
    assert parts.total == pytest.approx(change, abs=1e-12)


@by_index
def test_the_parts_of_a_change_back_are_those_of_the_change_with_the_other_sign(index):
    there, back = change_parts(BEFORE, AFTER, index), change_parts(AFTER, BEFORE, index)
    assert there.re_sorting == pytest.approx(-back.re_sorting)
    assert there.area_sizes == pytest.approx(-back.area_sizes)
    assert there.group_composition == pytest.approx(-back.group_composition)


def test_areas_and_groups_change_places_when_the_table_is_turned():
    upright, turned = change_parts(BEFORE, AFTER), change_parts(BEFORE.T, AFTER.T)
    assert upright.area_sizes == pytest.approx(turned.group_composition)
    assert upright.re_sorting == pytest.approx(turned.re_sorting)


@pytest.mark.parametrize("after", [TABLE * [[1], [1], [2]], TABLE * [1, 2]])
def test_larger_areas_or_groups_with_the_same_odds_are_no_re_sorting(after):
    assert change_parts(TABLE, after).re_sorting == pytest.approx(0, abs=1e-9)


def test_a_change_with_the_same_sizes_and_composition_is_all_re_sorting():
    before, after = np.array([[60, 40], [40, 60]]), np.array([[80, 20], [20, 80]])
    parts = change_parts(before, after)
    assert parts.re_sorting == pytest.approx(mutual_information(after) - mutual_information(before))


def test_no_change_has_no_parts():
    assert change_parts(BEFORE, 3 * BEFORE).total == pytest.approx(0)


def test_areas_in_both_years_neither_appear_nor_disappear():
    parts = change_parts(BEFORE, AFTER)
    assert (parts.appeared, parts.disappeared) == (0, 0)


def test_what_a_new_area_adds_has_appeared():
    with_new = BEFORE.copy()
    with_new[3] = 0
    parts = change_parts(with_new, BEFORE)
    added = mutual_information(BEFORE) - mutual_information(BEFORE[:3])
    assert (parts.appeared, parts.disappeared) == (pytest.approx(added), 0)


def test_what_an_area_takes_with_it_has_disappeared():
    emptied = BEFORE.copy()
    emptied[3] = 0
    parts = change_parts(BEFORE, emptied)
    lost = mutual_information(BEFORE[:3]) - mutual_information(BEFORE)
    assert (parts.appeared, parts.disappeared) == (0, pytest.approx(lost))


def test_years_that_share_nothing_have_no_parts():
    assert np.isnan(change_parts(np.array([[5, 5], [0, 0]]), np.array([[0, 0], [5, 5]])).total)


def test_complete_separation_in_both_years_is_no_re_sorting():
    parts = change_parts(np.array([[90, 0], [0, 10]]), np.array([[80, 0], [0, 20]]))
    assert parts.re_sorting == pytest.approx(0, abs=1e-3)


def test_a_fitted_table_has_the_odds_ratios_of_the_first_and_the_sums_asked_for():
    sizes, composition = np.array([0.1, 0.2, 0.3, 0.4]), np.array([0.7, 0.3])
    table = fitted(BEFORE.astype(float), sizes, composition)
    assert table.sum(axis=1) == pytest.approx(sizes)
    assert table.sum(axis=0) == pytest.approx(composition)
    assert odds_ratios(table) == pytest.approx(odds_ratios(BEFORE))


def test_tables_of_different_shape_are_refused():
    with pytest.raises(ValueError, match="the same areas and groups"):
        change_parts(BEFORE, AFTER[:3])


@pytest.mark.parametrize(
    "decompose",
    [lambda index: change_parts(BEFORE, AFTER, index),
     lambda index: between_within(Segments.one(4), BEFORE, index)],
)  # fmt: skip
def test_an_index_that_does_not_decompose_is_refused(decompose):
    with pytest.raises(ValueError, match="Use one of: mutual_information, theil_h"):
        decompose("gini")


@by_index
@given(TABLES, st.lists(st.sampled_from("abc"), min_size=6, max_size=6))
def test_the_index_is_what_lies_between_and_what_lies_within(index, table, labels):
    assume((table.sum(axis=0) > 0).sum() > 1)
    split = between_within(Segments.of(labels), table, index)
    assert split.between + split.within == pytest.approx(MEASURES[index](table), abs=1e-12)


def test_larger_areas_of_the_same_mix_have_all_segregation_inside():
    split = between_within(Segments.of(["a", "a", "b", "b"]), [[9, 1], [1, 9], [5, 5], [5, 5]])
    assert (split.between, split.inside["b"]) == (pytest.approx(0), pytest.approx(0))


def test_what_is_inside_is_the_index_of_the_larger_area_by_its_share_of_people():
    table = np.array([[9, 1], [1, 9], [20, 10], [10, 40]])
    split = between_within(Segments.of(["a", "a", "b", "b"]), table)
    assert split.inside["a"] == pytest.approx(0.2 * mutual_information(table[:2]))


def test_fewer_than_two_groups_have_no_split():
    assert np.isnan(between_within(Segments.of(["a", "b"]), [[5, 0], [7, 0]]).within)


@given(TABLES)
def test_contributions_sum_to_the_mutual_information(table):
    assume((table.sum(axis=0) > 0).sum() > 1)
    found = contributions(Segments.one(6), table)
    assert found.value.sum() == pytest.approx(mutual_information(table), abs=1e-12)


def test_contributions_are_those_of_each_larger_area():
    segments = Segments.of(["b", "a", "b", "a"])
    found = contributions(segments, BEFORE)
    alone = contributions(Segments.one(2), BEFORE[[0, 2]])
    assert found.share[[0, 2]] == pytest.approx(alone.share)


def test_contributions_are_ranked_within_their_larger_area():
    found = contributions(Segments.of(["b", "a", "b", "a"]), BEFORE)
    order = np.argsort(-found.value[[0, 2]])
    assert found.rank[[0, 2]][order].tolist() == [1, 2]


def test_a_contribution_tells_which_way_the_first_group_departs():
    found = contributions(Segments.one(4), [[9, 1], [1, 9], [5, 5], [0, 0]])
    assert found.direction.tolist() == [1, -1, 0, 0]


def test_a_contribution_tells_which_group_is_furthest_above_its_share():
    found = contributions(Segments.one(4), [[8, 1, 1], [1, 8, 1], [1, 1, 8], [0, 0, 0]])
    assert found.over_represented.tolist() == [0, 1, 2, -1]


def test_no_group_is_over_represented_where_the_mix_is_the_same():
    assert contributions(Segments.one(2), [[3, 6], [1, 2]]).over_represented.tolist() == [-1, -1]


@given(TABLES)
def test_of_two_groups_the_one_over_represented_is_the_one_the_direction_tells(table):
    found = contributions(Segments.one(6), table[:, :2])
    same = found.over_represented == -1
    directed = np.where(found.over_represented == 0, 1, -1)
    assert (same | (directed == found.direction)).all()


def test_the_parts_of_several_indices_are_those_of_each():
    together = parts_by_index(BEFORE, AFTER, MEASURES)
    assert together == {index: change_parts(BEFORE, AFTER, index) for index in MEASURES}


def test_the_parts_of_every_municipality_sum_to_its_change():
    first, last = counts(2020), counts(2023)
    segments = Segments.of(first.municipality)
    for number in range(len(segments.labels)):
        before, after = (year.tenure[segments.members(number)] for year in (first, last))
        change = mutual_information(after) - mutual_information(before)
        assert change_parts(before, after).total == pytest.approx(change, abs=1e-12)
