"""What a small change of a formula would break: found by mutation testing (docs/MUTANTS.md)."""

import math

import numpy as np
import pytest

from data.indices import (
    Segments,
    atkinson,
    dissimilarity,
    local_segregation,
    location_quotient,
    multigroup_dissimilarity,
    mutual_information,
    normalized_exposure,
    theil_h,
)

HALVED = np.array([[80, 20], [80, 20], [20, 80], [20, 80]])
SEVERAL = [multigroup_dissimilarity, mutual_information, normalized_exposure, theil_h]


@pytest.mark.parametrize("index", SEVERAL, ids=lambda index: index.name)
def test_a_group_of_one_person_is_a_group(index):
    assert np.isfinite(index(np.array([[1, 50], [0, 50]])))


@pytest.mark.parametrize("index", SEVERAL, ids=lambda index: index.name)
def test_an_area_where_nobody_lives_changes_nothing(index):
    with_nobody = np.vstack([HALVED, [[0, 0]]])
    assert index(with_nobody) == pytest.approx(index(HALVED), abs=1e-12)


@pytest.mark.parametrize("index", SEVERAL, ids=lambda index: index.name)
def test_a_larger_area_where_nobody_lives_leaves_the_others_alone(index):
    segments = Segments.of(["a"] * 4 + ["b"])
    found = index.by(segments, np.vstack([HALVED, [[0, 0]]]))
    assert found[0] == pytest.approx(index(HALVED), abs=1e-12)
    assert math.isnan(found[1])


def test_where_all_are_alike_an_area_with_only_them_is_not_segregated():
    assert local_segregation(np.array([[10, 10], [20, 20]])) == pytest.approx([0, 0], abs=1e-12)


def test_names_give_what_places_give():
    group, other = HALVED.T
    assert dissimilarity(group=group, other=other) == dissimilarity(group, other)
    assert dissimilarity(group, other=other) == dissimilarity(group, other)
    assert location_quotient(group=group, total=group + other).shape == (4,)


def test_a_parameter_given_by_name_is_used():
    group, other = HALVED.T
    assert atkinson(group, other, b=0.1) != pytest.approx(atkinson(group, other, b=0.9))
    segments = Segments.of(["a"] * 4)
    assert atkinson.by(segments, group, other, b=0.1)[0] == pytest.approx(
        atkinson(group, other, b=0.1)
    )


def test_the_place_of_a_wrong_count_is_told_and_a_zero_before_it_is_none():
    with pytest.raises(ValueError, match=r"'group' is -1\.0 at position \[1\]"):
        dissimilarity(np.array([0, -1]), np.array([1, 1]))
    with pytest.raises(ValueError, match=r"'group' is nan at position \[1\]"):
        dissimilarity(np.array([0, np.nan]), np.array([1, 1]))


def test_counts_that_are_texts_of_numbers_are_numbers():
    assert dissimilarity(["80", "20"], ["20", "80"]) == pytest.approx(0.6)


def test_small_whole_numbers_do_not_run_over():
    group = np.array([200, 50], dtype=np.uint8)
    assert dissimilarity(group, np.array([50, 200], dtype=np.uint8)) == pytest.approx(0.6)


def test_what_came_in_any_order_leaves_in_that_order():
    counts = np.array([[80, 20], [10, 30], [20, 80], [50, 10]])
    segments = Segments.of(["b", "a", "b", "a"])
    found = local_segregation.by(segments, counts)
    apart = local_segregation.by(Segments.of(["b", "b"]), counts[[0, 2]])
    assert found[[0, 2]] == pytest.approx(apart)
