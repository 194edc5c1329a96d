"""Area types follow from the index, or it is told where they do not."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.pipeline.errors import CheckError
from data.pipeline.sources.area_types import (
    area_types,
    check_area_types,
    check_index,
    cut_offs,
    decimals,
)
from tests.said import exactly

# Mean 10, standard deviation 5 (divisor n).
INDEX = np.array([5.0, 15.0, 5.0, 15.0])
AREAS = [f"0114R{number:03d}" for number in range(1, 3364)]


def drawn(seed=7, decimals=1):
    return np.round(np.random.default_rng(seed).gamma(3.0, 3.0, len(AREAS)), decimals)


def test_cut_offs_are_the_mean_and_whole_deviations_from_it():
    assert cut_offs(INDEX).tolist() == [20, 15, 10, 5]


def test_a_cut_off_belongs_to_the_worse_type():
    assert area_types(INDEX).tolist() == [4, 2, 4, 2]


def test_the_worst_is_type_1_and_the_best_type_5():
    types = area_types(np.array([100.0, *[10.0] * 20, -80.0]))
    assert types[0] == 1 and types[-1] == 5


def test_an_area_without_index_has_no_type_and_moves_no_cut_off():
    types = area_types(np.array([*INDEX, np.nan]))
    assert types[:4].tolist() == [4, 2, 4, 2]
    assert np.isnan(types[4])


@given(st.lists(st.floats(0, 60), min_size=2, max_size=50))
def test_a_higher_index_never_has_a_better_type(values):
    index = np.array(values)
    assert (np.diff(area_types(index)[np.argsort(index, kind="stable")]) <= 0).all()


@given(st.lists(st.integers(0, 600), min_size=2, max_size=50))
def test_types_do_not_depend_on_the_order_of_areas(values):
    index = np.array(values) / 8
    assert area_types(index[::-1]).tolist() == area_types(index)[::-1].tolist()


@pytest.mark.parametrize(
    ("values", "expected"),
    [([1.0, 2.0], 0), ([1.5, 2.0], 1), ([0.1 + 0.2], 1), ([1.25, np.nan], 2), ([1 / 3], 8)],
)
def test_decimals_are_the_fewest_that_lose_nothing(values, expected):
    assert decimals(np.array(values)) == expected


def test_every_type_of_every_year_is_agreed_on():
    years = {year: (drawn(year), area_types(drawn(year))) for year in range(2011, 2025)}
    assert check_area_types(AREAS, years) == 14 * 3363


def test_a_type_that_does_not_follow_is_named():
    official = area_types(drawn())
    place = int(np.argmin(drawn()))
    official[place] -= 1
    with pytest.raises(CheckError) as error:
        check_area_types(AREAS, {2022: (drawn(), official)})
    assert str(error.value) == (
        "1 area types do not follow from the index. Compare the definition with SCB's, or fetch "
        f"index and types of one release.\n{AREAS[place]} in 2022 has the index "
        f"{drawn()[place]:g} and the official type {official[place]:g}, but {official[place] + 1:g} "
        "is computed."
    )


def test_types_computed_before_rounding_are_agreed_on_as_ties():
    exact = np.random.default_rng(3).gamma(3.0, 3.0, len(AREAS))
    rounded = np.round(exact, 1)
    differ = (area_types(rounded) != area_types(exact)).sum()
    assert differ
    agreeing = check_area_types(AREAS, {2022: (rounded, area_types(exact))})
    assert agreeing == len(AREAS) - differ


def test_a_tie_never_excuses_two_steps():
    official = area_types(INDEX) + 2
    with pytest.raises(
        CheckError,
        match=exactly(
            "4 area types do not follow from the index. Compare the definition with SCB's, "
            "or fetch index and types of one release.\n"
            "0114R001 in 2022 has the index 5 and the official type 6, but 4 is computed.\n"
            "0114R002 in 2022 has the index 15 and the official type 4, but 2 is computed.\n"
            "0114R003 in 2022 has the index 5 and the official type 6, but 4 is computed.\n"
            "0114R004 in 2022 has the index 15 and the official type 4, but 2 is computed."
        ),
    ):
        check_area_types(AREAS[:4], {2022: (INDEX, official)})


def test_a_type_without_an_index_is_named():
    index = np.array([*INDEX, np.nan])
    with pytest.raises(
        CheckError,
        match=exactly(
            "1 area types do not follow from the index. Compare the definition with SCB's, "
            "or fetch index and types of one release.\n"
            "0114R005 in 2022 has the index nan and the official type 3, but nan is computed."
        ),
    ):
        check_area_types(AREAS[:5], {2022: (index, np.array([4.0, 2, 4, 2, 3]))})


def test_an_index_is_the_mean_of_its_parts_within_rounding():
    parts = [np.array([10.1, 4.0]), np.array([20.1, 5.0]), np.array([30.2, 6.0])]
    assert check_index(AREAS[:2], {2022: (np.array([20.1, 5.0]), parts)}) == 2


def test_an_index_that_is_not_the_mean_of_its_parts_is_named():
    parts = [np.array([10.5]), np.array([20.5]), np.array([29.0])]
    with pytest.raises(
        CheckError,
        match=exactly(
            "1 values of the index are not the mean of their parts. Fetch them again, and "
            "compare the definition with SCB's.\n"
            "0114R001 in 2022 has the index 21.5, but the mean of its parts is 20."
        ),
    ):
        check_index(AREAS[:1], {2022: (np.array([21.5]), parts)})


def test_a_part_that_is_missing_leaves_the_index_unchecked():
    parts = [np.array([np.nan]), np.array([20.0]), np.array([30.0])]
    assert check_index(AREAS[:1], {2022: (np.array([21.0]), parts)}) == 0


def test_types_by_the_limits_of_another_year_change_only_with_the_index():
    first = np.array([1.0, 2, 3, 4, 20])
    later = first + 1
    limits = cut_offs(first)
    assert (area_types(later) == area_types(first)).all()
    assert area_types(first, limits).tolist() == area_types(first).tolist()
    assert (area_types(later, limits) <= area_types(first)).all()
    assert (area_types(first + 100, limits) == 1).all()
