"""Shares, given values and indices, by hand on few areas."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from data import catalogue
from data.groups import Group, Grouping
from data.pipeline import compute, groupings
from data.pipeline.compute import values
from data.pipeline.errors import PipelineError
from data.pipeline.register import within
from data.pipeline.sources.area_types import area_types, cut_offs
from tests.grids import (
    COUNTIES,
    COUNTY,
    GOTLAND,
    KNIVSTA,
    MUNICIPALITIES,
    MUNICIPALITY,
    REGSO,
    SMALL,
    SWEDEN,
    an_indicator,
    changed,
    municipal,
    small,
    status,
    with_figures,
    with_given,
)
from tests.said import exactly


def test_a_share_is_the_percent_of_sums_not_the_mean_of_shares(monkeypatch):
    monkeypatch.setattr(compute, "groups", lambda: {g: Group(g, {}, column=g) for g in "ab"})
    half = changed(changed(small(0), GOTLAND, 1), [SMALL.index("0980R001")], 31)
    figures = with_figures(a=half, b=changed(small(1), [SMALL.index("0980R001")], 41))
    share = values(an_indicator(share="a", among="b"), COUNTY, figures)
    rest = sum(GOTLAND) - 1
    assert share.values[0, COUNTIES.index("09")] == pytest.approx(100 * (31 + rest) / (41 + rest))


def test_a_share_among_nobody_is_missing(monkeypatch):
    monkeypatch.setattr(compute, "groups", lambda: {g: Group(g, {}, column=g) for g in "ab"})
    share = values(an_indicator(share="a", among="b"), REGSO, with_figures(a=small(0), b=small(0)))
    assert status(share, 0) == "missing"


def test_a_given_value_is_kept_as_it_is():
    assert (
        values(an_indicator(given="a"), MUNICIPALITY, with_given(a=municipal(7))).values[0, 0] == 7
    )


def test_a_given_value_without_a_way_to_widen_it_stops_the_pipeline():
    with pytest.raises(
        PipelineError,
        match=exactly(
            "Indicator 'x' has no figures at the level 'county'. Remove the level, or say "
            "with 'wider' how its values are made."
        ),
    ):
        values(an_indicator(given="a"), COUNTY, with_given(a=municipal(7)))


def test_a_given_value_that_no_file_has_stops_the_pipeline():
    with pytest.raises(
        PipelineError,
        match=exactly(
            "Indicator 'x' is given as 'b', which no file of the input has. Name a column or "
            "a quantity of inputs.toml."
        ),
    ):
        values(an_indicator(given="b", wider="sum"), COUNTY, with_given(a=municipal(7)))


def index(monkeypatch, of, against, level=MUNICIPALITY, over="regso"):
    monkeypatch.setattr(groupings, "groups", lambda: {g: Group(g, {}, column=g) for g in "ab"})
    both = Grouping("x", {}, ("a", "b"), over)
    monkeypatch.setattr(catalogue, "declared_groupings", lambda: {"x": both})
    indicator = an_indicator(index="dissimilarity", grouping="x")
    return values(indicator, level, with_figures(a=of, b=against))


def test_an_index_of_an_even_spread_is_zero_everywhere_it_can_be_computed(monkeypatch):
    grid = index(monkeypatch, small(100), small(300))
    assert set(grid.values[grid.statuses == 0]) == {0}


def test_an_index_compares_the_areas_inside_one_municipality_only(monkeypatch):
    apart = changed(small(100), GOTLAND, [500, *[0] * (sum(GOTLAND) - 1)])
    grid = index(monkeypatch, apart, changed(small(100), GOTLAND, [0, *[50] * (sum(GOTLAND) - 1)]))
    assert grid.values[0, MUNICIPALITIES.index("0980")] == 1
    assert grid.values[0, MUNICIPALITIES.index("0180")] == 0


def test_a_municipality_with_fewer_than_three_areas_has_no_index(monkeypatch):
    grid = index(monkeypatch, small(100), small(300))
    sizes = within(REGSO, MUNICIPALITY, "2020").sizes
    few = [code for at, code in enumerate(MUNICIPALITIES) if status(grid, at) == "few_areas"]
    assert few == [code for code, size in zip(MUNICIPALITIES, sizes, strict=True) if size < 3]


@pytest.mark.parametrize(("people", "expected"), [(99, "small_group"), (100, "ok")])
def test_an_index_needs_a_hundred_people_of_either_group(monkeypatch, people, expected):
    group = changed(small(100), GOTLAND, [people, *[0] * (sum(GOTLAND) - 1)])
    at = MUNICIPALITIES.index("0980")
    assert status(index(monkeypatch, group, small(100)), at) == expected
    assert status(index(monkeypatch, small(100), group), at) == expected


def test_a_county_and_sweden_have_an_index_over_all_their_small_areas(monkeypatch):
    group = changed(small(100), GOTLAND, 0)
    national = index(monkeypatch, group, small(100), SWEDEN).values[0, 0]
    assert national == pytest.approx(sum(GOTLAND) / len(SMALL))


def test_an_index_over_areas_that_are_not_counted_stops_the_pipeline(monkeypatch):
    with pytest.raises(
        PipelineError,
        match=exactly(
            "Grouping 'x' is over 'county', but its groups are counted at the level 'regso'. "
            "Use that level."
        ),
    ):
        index(monkeypatch, small(100), small(100), SWEDEN, over="county")


def local(monkeypatch, of, against, level=REGSO):
    monkeypatch.setattr(groupings, "groups", lambda: {g: Group(g, {}, column=g) for g in "ab"})
    both = Grouping("x", {}, ("a", "b"), "regso")
    monkeypatch.setattr(catalogue, "declared_groupings", lambda: {"x": both})
    indicator = an_indicator(index="local_segregation", grouping="x", inside="municipality")
    return values(indicator, level, with_figures(a=of, b=against))


def test_an_index_of_small_areas_compares_each_with_its_own_municipality(monkeypatch):
    apart = changed(small(100), GOTLAND, [200, *[100] * (sum(GOTLAND) - 1)])
    found = local(monkeypatch, apart, small(100)).values[0]
    assert (found[GOTLAND] > 0).all()
    assert set(found[~np.isnan(found) & ~np.array(GOTLAND)]) == {0}


def test_an_index_of_small_areas_has_the_status_of_its_municipality(monkeypatch):
    grid = local(monkeypatch, changed(small(100), GOTLAND, 1), small(100))
    assert status(grid, SMALL.index("0980R001")) == "small_group"
    few = [code for at, code in enumerate(SMALL) if status(grid, at) == "few_areas"]
    sizes = Counter(code[:4] for code in SMALL)
    assert few == [code for code in SMALL if sizes[code[:4]] < 3]


def test_an_index_of_small_areas_at_another_level_stops_the_pipeline(monkeypatch):
    with pytest.raises(
        PipelineError,
        match=exactly(
            "Indicator 'x' has a value for every area of the level 'regso', not 'county'. "
            "Correct its levels."
        ),
    ):
        local(monkeypatch, small(100), small(100), COUNTY)


def of_means(means, people, level=MUNICIPALITY):
    indicator = an_indicator(index="between_area_gini", means="a", weight="b", over="regso")
    return values(indicator, level, with_given(a=means, b=people))


def test_areas_of_the_same_mean_have_no_inequality_between_them():
    grid = of_means(small(300), small(1000))
    assert set(grid.values[grid.statuses == 0]) == {0}


def test_the_areas_of_a_mean_count_by_their_people():
    """All people in one area: whatever the means of the others, there is no difference."""
    means = changed(small(300), GOTLAND, np.arange(sum(GOTLAND)) + 1.0)
    people = changed(small(10), GOTLAND, [500, *[0] * (sum(GOTLAND) - 1)])
    assert of_means(means, people).values[0, MUNICIPALITIES.index("0980")] == 0


def test_inequality_between_fewer_than_three_areas_has_no_value():
    grid = of_means(small(300), small(1000))
    few = [code for at, code in enumerate(MUNICIPALITIES) if status(grid, at) == "few_areas"]
    assert len(few) == 14


def test_means_that_no_file_has_stop_the_pipeline():
    with pytest.raises(
        PipelineError,
        match=exactly(
            "Indicator 'x' is made of 'a' and 'b', which the input lacks at the level "
            "'regso'. Name columns of inputs.toml."
        ),
    ):
        values(
            an_indicator(index="between_area_gini", means="a", weight="b", over="regso"),
            MUNICIPALITY,
            with_given(a=small(1)),
        )


def test_where_an_indicator_cannot_exist_it_is_not_applicable():
    indicator = replace(an_indicator(given="a"), not_applicable=("0330",))
    given = with_given(a=changed(municipal(5), KNIVSTA, np.nan))
    assert status(values(indicator, MUNICIPALITY, given), KNIVSTA) == "not_applicable"


def test_a_value_where_an_indicator_cannot_exist_stops_the_pipeline():
    indicator = replace(an_indicator(given="a"), not_applicable=("0330",))
    with pytest.raises(
        PipelineError,
        match=exactly(
            "Indicator 'x' has values in an area where it is not applicable. Correct "
            "'not_applicable' in indicators.toml, or the input."
        ),
    ):
        values(indicator, MUNICIPALITY, with_given(a=municipal(5)))


def test_types_by_frozen_limits_use_the_cut_offs_of_that_year_in_every_year():
    index = small(10, (2011, 2012))
    index.values[0] = np.arange(len(SMALL)) % 50
    index.values[1] = index.values[0] + 20
    one = an_indicator(types_of="index", frozen=2011)
    grid = compute.values(one, REGSO, with_given(index=index))
    assert grid.values[0].tolist() == area_types(index.values[0]).tolist()
    assert (
        grid.values[1].tolist() == area_types(index.values[1], cut_offs(index.values[0])).tolist()
    )
    assert (grid.values[1] <= grid.values[0]).all()


def test_limits_of_a_year_that_is_not_there_stop_the_pipeline():
    one = an_indicator(types_of="index", frozen=1999)
    with pytest.raises(
        PipelineError,
        match=exactly(
            "Indicator 'x' has cut-offs of 1999, a year that 'index' does not have. Use one "
            "of: 2011, 2012."
        ),
    ):
        compute.values(one, REGSO, with_given(index=small(10, (2011, 2012))))
