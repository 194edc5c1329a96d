"""Years of two editions of the areas stand in one grid, each year over the areas of its own."""

import numpy as np
import pytest

from data.edition import STATUSES
from data.groups import Group, groupings
from data.pipeline.counts import count, summed
from data.pipeline.grid import Grid
from data.pipeline.groupings import counted
from data.pipeline.register import codes
from tests.grids import MUNICIPALITIES, MUNICIPALITY, REGSO, SMALL, small, with_figures

NEW = codes(REGSO, "2025")
BOTH = codes(REGSO, "2020-2025")
CEASED, APPEARED = "2584R001", "2523R011"


def newer(value):
    return Grid.of(REGSO, (2024,), np.full((1, len(NEW)), float(value)))


@pytest.fixture
def joined():
    return Grid.joined([small(3, (2022, 2023)), newer(5)])


def at(grid, code):
    return BOTH.index(code), grid.values[:, BOTH.index(code)].tolist()


def test_both_editions_together_have_the_areas_of_each():
    assert set(BOTH) == set(SMALL) | set(NEW)
    assert list(BOTH) == sorted(BOTH)
    assert set(SMALL) - set(NEW) == {CEASED}
    assert set(NEW) - set(SMALL) == {APPEARED}


def test_a_joined_grid_names_both_editions(joined):
    assert joined.edition == "2020-2025"
    assert joined.years == (2022, 2023, 2024)
    assert joined.values.shape == (3, len(BOTH))


def test_an_area_has_no_value_in_years_that_it_did_not_exist_and_says_so(joined):
    not_there = STATUSES.index("not_applicable")
    number, values = at(joined, CEASED)
    assert values[:2] == [3, 3] and np.isnan(values[2])
    assert joined.statuses[:, number].tolist() == [0, 0, not_there]
    number, values = at(joined, APPEARED)
    assert np.isnan(values[:2]).all() and values[2] == 5
    assert joined.statuses[:, number].tolist() == [not_there, not_there, 0]


def test_a_year_taken_out_is_over_the_areas_of_its_own_edition(joined):
    assert joined.only([2024]).edition == "2025"
    assert joined.during([2024]).shape == (1, len(NEW))
    assert joined.during([2022, 2023]).shape == (2, len(SMALL))


def test_the_later_of_two_grids_gives_the_years_that_both_have():
    grid = Grid.joined([small(3, (2022, 2023)), small(4, (2023,))])
    assert grid.values[:, 0].tolist() == [3, 4]
    assert grid.edition == "2020"


def test_sums_leave_out_what_did_not_exist(joined):
    gallivare = MUNICIPALITIES.index("2523")
    before = sum(code.startswith("2523") for code in SMALL)
    sums = summed(joined, MUNICIPALITY).values[:, gallivare].tolist()
    assert sums == [3 * before, 3 * before, 5 * (before + 1)]


def test_groups_of_different_years_meet_in_those_they_share(joined):
    figures = with_figures(a=joined, b=small(1, (2023,)))
    found = count(Group("x", {}, column="a", less="b"), figures)
    assert (found.years, found.edition) == ((2023,), "2020")
    assert (found.values == 2).all()


def test_a_group_can_be_a_percent_of_a_column():
    figures = with_figures(people=small(210), share=small(24.8))
    group = Group("x", {}, column="people", percent="share")
    assert (count(group, figures).values == 52).all()


def test_a_count_that_is_not_known_leaves_the_areas_around_it_without_an_index():
    one = small(500)
    one.values[0, 0] = np.nan
    figures = with_figures(population=small(1000), born_in_sweden=one)
    found = counted(groupings()["background"], figures)
    statuses = found.statuses(MUNICIPALITY)[0]
    place = MUNICIPALITIES.index(SMALL[0][:4])
    assert STATUSES[statuses[place]] == "missing"
    assert "missing" not in {STATUSES[one] for one in np.delete(statuses, place)}
    assert np.isfinite(found.counts).all()
