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


def of_one(*counts):
    return dissimilarity.by(Segments.of(["a", "a"]), *counts)


FAULTS = {
    "dissimilarity: 'group' is -1.0 at position [1]. "
    "Give counts of zero or more, and leave out areas without figures.": (
        lambda: dissimilarity([0, -1], [1, 1])
    ),
    "dissimilarity: 'other' has 3 areas where 2 are expected. Give one count per area to each.": (
        lambda: of_one([1, 2], [1, 2, 3])
    ),
    "dissimilarity: 'other' has no areas where 2 are expected. Give one count per area to each.": (
        lambda: of_one([1, 2], 1)
    ),
    "location_quotient: an area has more people in its groups than in 'total'. "
    "Give the total of all people, the groups included.": lambda: location_quotient([2, 1], [1, 1]),
    "'group' has 2 axes, and one larger area needs 1. "
    "Use by(segments, ...) for years or replicates.": (lambda: dissimilarity([[1, 2]], [[1, 2]])),
    "dissimilarity takes group and other, which cannot be read from 4 columns of counts. "
    "Give two columns, group and other, to an index of two groups.": (
        lambda: dissimilarity.from_counts(Segments.of(["a"] * 3), np.ones((2, 3, 4)))
    ),
}


@pytest.mark.parametrize(("told", "asked"), FAULTS.items(), ids=range(len(FAULTS)))
def test_a_fault_is_told_with_its_index_its_place_and_the_remedy(told, asked):
    with pytest.raises(ValueError) as fault:
        asked()
    assert str(fault.value) == told


def test_where_there_are_no_areas_there_are_no_sums_of_any_year():
    assert Segments.of([]).sums(np.zeros((3, 0))).shape == (3, 0)


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
