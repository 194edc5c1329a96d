"""Fetched figures become figures of an edition, and what cannot be true stops with a sentence."""

from dataclasses import replace

import numpy as np
import pyarrow
import pytest

from data.catalogue import Measure, declared_indicators
from data.declared import CatalogueError
from data.edition import STATUSES, current_edition
from data.pipeline import feeds as feeding
from data.pipeline import fetched as fetching
from data.pipeline.compute import Computed, values
from data.pipeline.errors import CheckError
from data.pipeline.feeds import Feed, Noise, feeds
from data.pipeline.fetched import grids_of
from data.pipeline.fetched_checks import check_fetched, check_sums
from data.pipeline.grid import Grid
from data.pipeline.inputs import Inputs
from data.pipeline.jumps import jumps
from data.pipeline.register import codes
from data.pipeline.sources.area_types import area_types
from data.pipeline.sources.fetch import Source
from data.pipeline.sources.figures import Column, Figures
from data.pipeline.sources.kolada import KoladaValue
from tests.grids import MUNICIPALITY, REGSO, SMALL, changed, municipal, small, with_figures
from tests.said import exactly

EXACT = Noise(2025, 10)


def a_feed(columns=("a",), edition="2020", level=REGSO):
    source = Source(f"table-{level.id}-{edition}", "table", "scb_statistics", None)
    return Feed(source, level, edition, {name: name for name in columns})


def figures(areas=SMALL, years=(2020,), **columns):
    made = {
        name: Column(np.array(rows, dtype=float), np.zeros((len(years), len(areas)), np.uint8))
        for name, rows in columns.items()
    }
    return Figures(None, tuple(years), tuple(areas), made, "")


def test_values_and_statuses_are_put_in_the_order_of_the_register():
    areas = SMALL[::-1]
    found = figures(areas, a=[range(len(SMALL))])
    found.columns["a"].statuses[0, 0] = STATUSES.index("suppressed")
    grid = grids_of(a_feed(), found)["a"]
    assert grid.values[0].tolist() == list(range(len(SMALL)))[::-1]
    assert STATUSES[grid.statuses[0, -1]] == "suppressed"


def test_an_area_unknown_to_the_level_stops_with_a_sentence():
    areas = ("9999R001", *SMALL[1:])
    with pytest.raises(CheckError) as fault:
        grids_of(a_feed(), figures(areas, a=[[1] * len(areas)]))
    assert str(fault.value) == (
        "table-regso-2020 has areas that the register lacks: 1, the first of them 9999R001. "
        "Compare the edition 2020 of the level 'regso' in geo/areas with SCB's."
    )


def test_an_area_that_is_not_there_stops_with_a_sentence():
    with pytest.raises(CheckError) as fault:
        grids_of(a_feed(), figures(SMALL[1:], a=[[1] * (len(SMALL) - 1)]))
    assert str(fault.value).startswith(
        f"table-regso-2020 lacks areas: 1, the first of them {SMALL[0]}. Compare the edition 2020"
    )


def test_a_column_that_is_not_there_stops_with_those_that_are():
    with pytest.raises(CheckError) as fault:
        grids_of(a_feed(["b"]), figures(a=[[1] * len(SMALL)]))
    assert str(fault.value) == (
        "table-regso-2020 has no column 'b', which fetched.toml names. Use one of: a."
    )


def test_a_year_of_another_edition_of_the_areas_stops():
    content = figures(years=(2024,), a=[[1] * len(SMALL)])
    with pytest.raises(CheckError) as fault:
        check_fetched(a_feed(), grids_of(a_feed(), content), content)
    assert str(fault.value) == (
        "table-regso-2020 has a for 2024, a year of the edition 2025 of its areas. Correct the "
        "years in editions.toml or levels.toml."
    )


def test_two_tables_that_give_one_figure_for_the_same_year_stop():
    with pytest.raises(
        CheckError, match=exactly("Two fetched tables give 'a' for 2020. Correct fetched.toml.")
    ):
        fetching._joined(Inputs({}, {}, {}, ()), (REGSO.id, "a"), [small(1), small(2)])


def test_what_was_fetched_takes_the_place_of_tidy_figures_in_its_own_years():
    tidy = with_figures()
    tidy = replace(tidy, given={(REGSO.id, "a"): small(1, (2019, 2020))})
    joined = fetching._joined(tidy, (REGSO.id, "a"), [small(2, (2020, 2021))])
    assert joined.years == (2019, 2020, 2021)
    assert joined.values[:, 0].tolist() == [1, 2, 2]


def test_a_key_figure_of_no_municipality_stops():
    feed = Feed(Source("kolada-a", "kolada", "kolada", None), MUNICIPALITY, None, {"a": "a"})
    grid = grids_of(feed, [KoladaValue("0114", 2024, None, "suppressed")])["a"]
    assert STATUSES[grid.statuses[0, 0]] == "suppressed" and np.isnan(grid.values[0, 0])
    with pytest.raises(CheckError) as fault:
        grids_of(feed, [KoladaValue("9999", 2024, 1.0, "ok")])
    assert str(fault.value) == (
        "kolada-a has a value for '9999', which is no municipality of the register. Compare "
        "geo/areas with Kolada's list."
    )


@pytest.fixture
def population():
    """Population of every RegSO in two years, without noise and with."""
    return small(500, (2023,))


def with_background(whole, foreign, swedish, total):
    return with_figures(
        population=whole, people_of_known_background=total,
        people_of_foreign_background=foreign, people_of_swedish_background=swedish,
    )  # fmt: skip


def test_sums_that_agree_are_counted(population):
    inputs = with_background(population, small(200, (2023,)), small(300, (2023,)), population)
    assert check_sums(inputs, EXACT) == 2


def test_parts_that_do_not_sum_to_their_whole_stop_with_the_cell(population):
    wrong = changed(small(200, (2023,)), 5, 201)
    inputs = with_background(population, wrong, small(300, (2023,)), population)
    with pytest.raises(CheckError) as fault:
        check_sums(inputs, EXACT)
    assert str(fault.value) == (
        "1 sums do not agree. Fetch the tables again; where it stays so, compare them with SCB's "
        f"own.\npeople_of_foreign_background, people_of_swedish_background of {SMALL[5]} in 2023 "
        "sum to 501, where people_of_known_background is 500."
    )


def test_two_tables_that_differ_on_the_same_people_stop(population):
    other = changed(population, 7, 499)
    inputs = with_background(population, small(200, (2023,)), small(300, (2023,)), other)
    with pytest.raises(CheckError) as fault:
        check_sums(inputs, EXACT)
    assert str(fault.value) == (
        "2 sums do not agree. Fetch the tables again; where it stays so, compare them with SCB's "
        f"own.\npeople_of_foreign_background, people_of_swedish_background of {SMALL[7]} in 2023 "
        "sum to 500, where people_of_known_background is 499.\npeople_of_known_background of "
        f"{SMALL[7]} in 2023 sum to 499, where population is 500."
    )


@pytest.mark.parametrize(("off", "holds"), [(17, True), (18, False)])
def test_noise_is_allowed_from_2025_and_no_more_than_it_may_be(off, holds):
    whole = small(500, (2023,))
    whole = replace(whole, years=(2025,), values=whole.values, statuses=whole.statuses)
    foreign, swedish = (replace(whole, values=whole.values * 0 + n) for n in (200, 300 - off))
    inputs = with_background(whole, foreign, swedish, whole)
    if holds:
        assert check_sums(inputs, EXACT) == 2
    else:
        with pytest.raises(CheckError) as fault:
            check_sums(inputs, EXACT)
        first, second, *_, last = str(fault.value).splitlines()
        assert first == (
            "3363 sums do not agree. Fetch the tables again; where it stays so, compare them with "
            "SCB's own."
        )
        assert second == (
            "people_of_foreign_background, people_of_swedish_background of 0114R001 in 2025 sum to "
            "482, where people_of_known_background is 500."
        )
        assert last == "... and 3343 more."


def test_a_part_that_is_more_than_its_whole_stops():
    inputs = with_figures(population=small(10), born_in_sweden=changed(small(5), 3, 11))
    with pytest.raises(CheckError) as fault:
        check_sums(inputs, EXACT)
    assert str(fault.value) == (
        "1 sums do not agree. Fetch the tables again; where it stays so, compare them with SCB's "
        f"own.\nborn_in_sweden of {SMALL[3]} in 2020 are 11, where population is 10."
    )


@pytest.mark.parametrize(
    ("column", "fault"),
    [
        (
            "socioeconomic_index",
            (
                "1 values of the index are not the mean of their parts. Fetch them again, and compare "
                "the definition with SCB's.\n0114R010 in 2020 has the index 90, but the mean of its "
                "parts is 3.2."
            ),
        ),
        (
            "area_type",
            (
                "1 area types do not follow from the index. Compare the definition with SCB's, or fetch "
                "index and types of one release.\n0114R010 in 2020 has the index 3.2 and the official "
                "type 90, but 5 is computed."
            ),
        ),
    ],
)
def test_an_index_or_a_type_that_does_not_follow_stops(column, fault):
    parts = np.round(np.random.default_rng(1).gamma(3, 3, (3, len(SMALL))), 1)
    index = parts.mean(axis=0)
    names = feeding.area_types()[0].parts
    columns = dict(zip(names, parts[:, None], strict=True))
    columns |= {"socioeconomic_index": [np.round(index, 1)]}
    columns |= {"area_type": [area_types(index)]}
    feed = a_feed([*columns])
    content = figures(**columns)
    check_fetched(feed, grids_of(feed, content), content)
    content.columns[column].values[0, 9] = 90
    with pytest.raises(CheckError, match=exactly(fault)):
        check_fetched(feed, grids_of(feed, content), content)


def test_everything_fed_is_fetched_and_declared():
    found = feeds()
    assert len({feed.source.id for feed in found}) == len(found) > 20
    given = {one.measure.given for one in declared_indicators().values() if not one.available}
    assert given - {None} <= {name for feed in found for name in feed.columns}


def test_a_table_that_is_not_declared_is_refused(monkeypatch):
    monkeypatch.setattr(feeding, "tables", lambda: {"tables": {"weather": {}}, "key_figures": {}})
    with pytest.raises(CatalogueError) as fault:
        feeds()
    assert str(fault.value) == (
        "fetched.toml names 'weather', which tables.toml does not declare. Correct it."
    )


@pytest.mark.parametrize(
    ("part", "whole", "status"),
    [(6, 21, "ok"), (5, 21, "suppressed"), (6, 20, "suppressed"), (0, 500, "suppressed")],
)
def test_a_protected_share_of_few_people_is_withheld_in_small_areas_only(part, whole, status):
    inputs = with_figures(population=small(whole), born_in_sweden=small(part))
    measure = Measure(share="born_in_sweden", among="population", protected=True)
    one = replace(declared_indicators()["employed_20_64_share"], measure=measure)
    grid = values(one, REGSO, inputs)
    assert STATUSES[grid.statuses[0, 0]] == status
    assert np.isnan(grid.values[0, 0]) == (status != "ok")
    assert STATUSES[values(one, MUNICIPALITY, inputs).statuses[0, 0]] == "ok"


@pytest.fixture
def nothing_held(monkeypatch):
    monkeypatch.setattr("pyarrow.parquet.read_table", lambda _: pyarrow.table({}))
    return current_edition()


def test_new_values_that_jump_are_listed_the_largest_first(nothing_held):
    share = declared_indicators()["foreign_born_share"]
    grid = municipal(20, (2022, 2023))
    grid.values[1, :3] = (31, 50, 29.9)
    lines = jumps([Computed(share, grid, ())], nothing_held, {"percent": 10})
    assert lines == [
        "- foreign_born_share (municipality): 2 beyond 10, most of all:",
        "  - Vallentuna (0115): 20.0 in 2022, 50.0 in 2023",
        "  - Upplands Väsby (0114): 20.0 in 2022, 31.0 in 2023",
    ]


def test_amounts_jump_in_percent_of_the_year_before(nothing_held):
    people = declared_indicators()["population"]
    grid = municipal(1000, (2022, 2023))
    grid.values[1, 0] = 1251
    lines = jumps([Computed(people, grid, ())], nothing_held, {"persons": 25})
    assert lines[1] == "  - Upplands Väsby (0114): 1,000 in 2022, 1,251 in 2023"
    assert len(lines) == 2


def test_a_jump_where_the_border_moved_is_no_wonder(nothing_held):
    share = declared_indicators()["foreign_born_share"]
    there = codes(REGSO, "2020-2025")
    values_ = np.full((2, len(there)), 20.0)
    values_[0, there.index("2523R011")] = values_[1, there.index("2584R001")] = np.nan
    values_[1, [there.index("2584R002"), there.index("0114R001")]] = 50
    grid = Grid.of(REGSO, (2023, 2024), values_)
    lines = jumps([Computed(share, grid, ())], nothing_held, {"percent": 10})
    assert lines[0] == "- foreign_born_share (regso): 1 beyond 10, most of all:"
    assert "(0114R001): 20.0 in 2023, 50.0 in 2024" in lines[1]
