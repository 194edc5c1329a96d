"""Many larger areas at once give what each gives alone."""

import numpy as np
import pytest

from data.indices import INDICES, AreaIndex, Segments, dissimilarity, theil_h

LABELS = np.array(["b", "a", "b", "c", "a", "b", "d", "d"])
SEGMENTS = Segments.of(LABELS)
COUNTS = np.array([[5, 9], [0, 7], [8, 1], [3, 4], [6, 6], [0, 0], [0, 4], [0, 3]])
NAMES = [name for name in INDICES if "means" not in INDICES[name].takes]
OF_AREAS = [name for name in NAMES if isinstance(INDICES[name], AreaIndex)]
OF_LARGER_AREAS = [name for name in NAMES if name not in OF_AREAS]


def alone(name, counts):
    return INDICES[name].from_counts(Segments.one(len(counts)), counts)


def test_segments_are_named_in_order():
    assert SEGMENTS.labels == ("a", "b", "c", "d")


@pytest.mark.parametrize("name", OF_LARGER_AREAS)
def test_many_larger_areas_at_once_give_what_each_gives_alone(name):
    each = [alone(name, COUNTS[label == LABELS])[0] for label in SEGMENTS.labels]
    together = INDICES[name].from_counts(SEGMENTS, COUNTS)
    np.testing.assert_allclose(together, each, rtol=0, atol=1e-14)


@pytest.mark.parametrize("name", OF_AREAS)
def test_values_of_areas_come_in_the_order_of_the_areas(name):
    expected = np.empty(len(LABELS))
    for label in SEGMENTS.labels:
        expected[label == LABELS] = alone(name, COUNTS[label == LABELS])
    together = INDICES[name].from_counts(SEGMENTS, COUNTS)
    np.testing.assert_allclose(together, expected, rtol=0, atol=1e-14)


@pytest.mark.parametrize("name", NAMES)
def test_years_in_front_are_kept(name):
    years = np.stack([COUNTS, COUNTS[::-1], 2 * COUNTS])
    together = INDICES[name].from_counts(SEGMENTS, years)
    each = [INDICES[name].from_counts(SEGMENTS, year) for year in years]
    np.testing.assert_allclose(together, each, rtol=0, atol=1e-14)


def test_a_larger_area_without_an_answer_does_not_touch_the_next():
    segments = Segments.of(["a", "a", "b", "b"])
    values = INDICES["gini"].by(segments, [0, 0, 5, 0], [3, 4, 0, 5])
    assert np.isnan(values[0]) and values[1] == 1


def test_the_members_of_a_larger_area_are_its_areas():
    assert SEGMENTS.members(1).tolist() == [0, 2, 5]


def test_segments_of_other_areas_are_refused():
    with pytest.raises(ValueError, match="has 2 areas where 8 are expected"):
        dissimilarity.by(SEGMENTS, [1, 2], [2, 1])


def test_several_groups_need_an_axis_of_groups():
    with pytest.raises(ValueError, match="one row an area, one column a group"):
        theil_h.by(SEGMENTS, np.ones(8))
