"""What holds for an index of any counts."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from data.indices import (
    INDICES,
    AreaIndex,
    Segments,
    dissimilarity,
    gini,
    local_segregation,
    mutual_information,
    theil_h,
)

SHAPES = st.tuples(st.integers(1, 8), st.integers(2, 4))
COUNTS = arrays.arrays(np.int64, SHAPES, elements=st.integers(0, 500))
PAIRS = arrays.arrays(
    np.int64, st.tuples(st.integers(1, 8), st.just(2)), elements=st.integers(0, 500)
)
OF_GROUPS = [name for name in INDICES if "means" not in INDICES[name].takes]
OF_LARGER_AREAS = [name for name in OF_GROUPS if not isinstance(INDICES[name], AreaIndex)]
RATIOS = [name for name in OF_LARGER_AREAS if name != "mutual_information"]


def value(name, counts):
    return INDICES[name].from_counts(Segments.one(len(counts)), counts)


def same(found, expected):
    np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-12)


@given(COUNTS)
def test_mutual_information_is_theils_h_times_the_entropy_of_the_groups(counts):
    assume((counts.sum(axis=0) > 0).sum() > 1)
    shares = counts.sum(axis=0) / counts.sum()
    entropy = -(shares * np.log(shares, where=shares > 0, out=np.zeros(len(shares)))).sum()
    same(mutual_information(counts), entropy * theil_h(counts))


@given(COUNTS)
def test_local_segregation_weighted_by_size_sums_to_mutual_information(counts):
    assume((counts.sum(axis=0) > 0).sum() > 1)
    size = counts.sum(axis=1) / counts.sum()
    same(np.nansum(size * local_segregation(counts)), mutual_information(counts))


@given(PAIRS)
def test_dissimilarity_and_gini_are_symmetric(counts):
    group, other = counts.T
    same([dissimilarity(group, other), gini(group, other)],
         [dissimilarity(other, group), gini(other, group)])  # fmt: skip


@given(COUNTS)
def test_mutual_information_is_symmetric_in_areas_and_groups(counts):
    assume((counts.sum(axis=0) > 0).sum() > 1 and (counts.sum(axis=1) > 0).sum() > 1)
    same(mutual_information(counts), mutual_information(counts.T))


@pytest.mark.parametrize("name", RATIOS)
@settings(max_examples=40)
@given(PAIRS)
def test_an_index_lies_between_zero_and_one(name, counts):
    found = value(name, counts)
    assert np.isnan(found).all() or (0 <= found <= 1 + 1e-12).all()


@pytest.mark.parametrize("name", OF_GROUPS)
@settings(max_examples=40)
@given(PAIRS, st.sampled_from([0.25, 3, 1000, 1e6]))
def test_scaling_all_counts_changes_nothing(name, counts, factor):
    same(value(name, counts * factor), value(name, counts))


@pytest.mark.parametrize("name", OF_LARGER_AREAS)
@settings(max_examples=40)
@given(PAIRS)
def test_dividing_an_area_into_identical_areas_changes_nothing(name, counts):
    divided = np.concatenate([2 * counts[1:], counts[:1], counts[:1]])
    same(value(name, divided), value(name, 2 * counts))


@pytest.mark.parametrize("name", OF_LARGER_AREAS)
@settings(max_examples=40)
@given(PAIRS)
def test_empty_areas_do_not_matter(name, counts):
    same(value(name, np.insert(counts, 0, 0, axis=0)), value(name, counts))


@pytest.mark.parametrize("name", OF_LARGER_AREAS)
@settings(max_examples=40)
@given(PAIRS)
def test_the_order_of_areas_does_not_matter(name, counts):
    same(value(name, counts[::-1]), value(name, counts))


@given(PAIRS)
def test_gini_is_at_least_the_dissimilarity(counts):
    group, other = counts.T
    assume(group.sum() > 0 and other.sum() > 0)
    assert gini(group, other) >= dissimilarity(group, other) - 1e-12


@given(PAIRS)
def test_the_square_root_of_atkinson_is_at_least_the_dissimilarity(counts):
    """With b of a half the likeness is the Bhattacharyya coefficient, which bounds the distance."""
    group, other = counts.T
    assume(group.sum() > 0 and other.sum() > 0)
    assert INDICES["atkinson"](group, other) ** 0.5 >= dissimilarity(group, other) - 1e-7
