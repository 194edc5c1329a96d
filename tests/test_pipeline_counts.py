"""Groups are counted in small areas and summed to wider ones."""

import numpy as np
import pytest

from data.groups import Group
from data.pipeline.counts import count, summed
from data.pipeline.errors import PipelineError
from data.pipeline.register import names, within
from tests.grids import (
    COUNTIES,
    COUNTY,
    GOTLAND,
    MUNICIPALITIES,
    MUNICIPALITY,
    REGSO,
    SMALL,
    SWEDEN,
    changed,
    small,
    with_figures,
)
from tests.said import exactly


def test_a_group_is_its_column():
    assert count(Group("x", {}, column="a"), with_figures(a=small(3))).values[0, 0] == 3


def test_a_group_can_be_a_column_less_another():
    group = Group("x", {}, column="a", less="b")
    assert count(group, with_figures(a=small(3), b=small(1))).values[0, 0] == 2


def test_a_group_can_be_the_sum_of_columns():
    group = Group("x", {}, sum=("a", "b"))
    assert count(group, with_figures(a=small(3), b=small(1))).values[0, 0] == 4


def test_a_group_is_counted_only_where_another_column_says_so():
    group = Group("x", {}, column="a", where={"type": [1, 2]})
    figures = with_figures(a=small(3), type=changed(small(2), 0, 4))
    assert count(group, figures).values[0, :2].tolist() == [0, 3]


def test_a_group_is_missing_where_the_other_column_is():
    group = Group("x", {}, column="a", where={"type": [1, 2]})
    figures = with_figures(a=small(3), type=changed(small(2), 0, np.nan))
    assert np.isnan(count(group, figures).values[0, 0])


def test_a_group_has_the_years_that_all_its_columns_have():
    group = Group("x", {}, column="a", where={"type": [1]})
    figures = with_figures(a=small(3, (2021, 2022, 2023)), type=small(1, (2022, 2023)))
    assert count(group, figures).years == (2022, 2023)


def test_a_group_of_an_unknown_column_is_refused():
    said = "groups.toml uses the column 'b', which no file of the input has. Use one of: a."
    with pytest.raises(PipelineError, match=exactly(said)):
        count(Group("x", {}, column="b"), with_figures(a=small(3)))


def test_a_wider_area_has_the_sum_of_the_areas_inside():
    assert summed(small(2), COUNTY).values[0, COUNTIES.index("09")] == 2 * sum(GOTLAND)


def test_a_wider_area_has_no_sum_where_an_area_inside_lacks_a_value():
    missing = changed(small(2), GOTLAND, np.nan)
    assert np.isnan(summed(missing, COUNTY).values[0, COUNTIES.index("09")])
    assert np.isnan(summed(missing, SWEDEN).values[0, 0])
    assert summed(missing, COUNTY).values[0, COUNTIES.index("01")] > 0


def test_every_area_lies_in_the_area_its_code_begins_with():
    segments = within(REGSO, MUNICIPALITY, "2020")
    assert [SMALL[member][:4] for member in segments.order] == [
        MUNICIPALITIES[label] for label in segments.positions
    ]


def test_the_names_of_areas_are_those_of_the_register():
    assert names(MUNICIPALITY, None)["0180"] == "Stockholm"
