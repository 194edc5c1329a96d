"""Chance levels, changes, parts and contributions of the committed edition, and what they rest on."""

from functools import cache

import numpy as np
import pyarrow.parquet
import pytest

from bench.counts import counts
from data import evidence, store
from data.catalogue import SIMULATED, groupings, indicators
from data.edition import (
    CHANCE,
    CHANGES,
    CONTRIBUTIONS,
    DECOMPOSITIONS,
    RANGES,
    VALUES,
    current_edition,
)
from data.inference import chance_level_of_groups, changes_of_years, own_seed
from data.measures import measures
from geo.areas import area as area_of
from geo.levels import levels

FILES = (CHANCE, RANGES, CHANGES, DECOMPOSITIONS, CONTRIBUTIONS)
YEARS = (2020, 2021, 2022, 2023)
INDEX = [one for one in indicators().values() if one.is_index]
WITH_CHANCE = [one for one in INDEX if one.measure.index in SIMULATED]
ABOVE = [one for one in INDEX if one.measure.above_chance]
SAMPLE = ("0114", "0380", "0980", "2482", "10")
DECOMPOSED = [
    pytest.param(grouping, index, id=f"{grouping.id}-{index}")
    for grouping in groupings().values()
    for index in grouping.decomposed
]
by_id = {"ids": lambda one: one.id}


@cache
def rows(file):
    return pyarrow.parquet.read_table(current_edition().folder / file).to_pandas()


@cache
def values():
    table = rows(VALUES)
    table = table[table["indicator"].isin([one.id for one in INDEX])]
    return table.set_index(["indicator", "level", "area", "year"])["value"].dropna()


@pytest.mark.parametrize("one", INDEX, **by_id)
def test_every_index_has_a_chance_level_or_a_reason(one):
    reason = measures()[one.measure.index].no_chance
    assert (one.id in set(rows(CHANCE)["indicator"])) == (reason is None)
    assert reason is None or set(reason) == {"sv", "en"}


@pytest.mark.parametrize("one", WITH_CHANCE, **by_id)
def test_the_chance_level_is_of_every_area_and_year_with_an_index_and_no_other(one):
    table = rows(CHANCE)
    keys = table[table["indicator"] == one.id][["level", "area", "year"]]
    assert set(map(tuple, keys.to_numpy())) == set(values()[one.id].index)


@pytest.mark.parametrize("file", [CHANCE, RANGES, CHANGES, DECOMPOSITIONS, CONTRIBUTIONS])
def test_no_number_beside_the_values_is_missing(file):
    columns = [name for name in rows(file) if name != "over_represented"]
    assert rows(file)[columns].notna().all(axis=None)


@pytest.mark.parametrize("file", FILES)
def test_the_manifest_tells_the_number_of_rows(file):
    assert current_edition().counts["rows"][file] == len(rows(file)) > 0


@pytest.mark.parametrize("code", SAMPLE)
@pytest.mark.parametrize("one", WITH_CHANCE, **by_id)
def test_a_chance_level_is_that_of_a_thousand_spreads_of_the_counts(one, code):
    found = evidence.chance(one, code)
    for year in found.index if found is not None else ():
        expected = chance(one.measure.grouping, code, year)[one.measure.index]
        numbers = expected.mean, expected.low, expected.high
        if one.measure.above_chance:
            numbers = tuple(map(expected.above_chance, numbers))
        near = 1e-4 if one.measure.above_chance else 1e-6
        assert tuple(found.loc[year]) == pytest.approx(numbers, abs=near)


@pytest.mark.parametrize("code", SAMPLE)
@pytest.mark.parametrize("one", [o for o in WITH_CHANCE if not o.measure.above_chance], **by_id)
def test_a_change_is_that_of_a_thousand_draws_of_the_counts(one, code):
    for (first, last), expected in changes(one.measure.grouping, code).items():
        found = evidence.change(one, code, first, last)
        if found is None:
            assert np.isnan(store.series(one, code)[[first, last]]).any()
            continue
        wanted = expected[one.measure.index]
        assert (found.value, found.low, found.high) == pytest.approx(
            (wanted.value, wanted.low, wanted.high), abs=1e-6
        )


@cache
def chance(grouping, code, year):
    indices = named(grouping)
    return chance_level_of_groups(table(grouping, code, year), 1000, own_seed(code), indices)


@cache
def changes(grouping, code):
    years = {year: table(grouping, code, year) for year in YEARS}
    return changes_of_years(years, 1000, own_seed(code), named(grouping))


def named(grouping):
    return sorted({one.measure.index for one in WITH_CHANCE if one.measure.grouping == grouping})


def table(grouping, code, year):
    figures = counts(year)
    return getattr(figures, grouping)[[regso.startswith(code) for regso in figures.regso]]


@pytest.mark.parametrize("one", ABOVE, **by_id)
def test_a_value_above_chance_is_made_of_the_index_and_its_chance_level(one):
    plain = next(o for o in INDEX if not o.measure.above_chance
                 and (o.measure.index, o.grouping) == (one.measure.index, one.grouping))  # fmt: skip
    chance_ = rows(CHANCE).set_index(["indicator", "level", "area", "year"])["mean"][plain.id]
    raw = values()[plain.id].reindex(chance_.index)
    expected = (raw - chance_) / np.where(raw >= chance_, 1 - chance_, chance_)
    assert values()[one.id].reindex(chance_.index).to_numpy() == pytest.approx(
        expected.to_numpy(), abs=1e-8
    )


def test_sweden_lies_far_above_chance_and_some_municipality_does_not():
    one = indicators()["dissimilarity_rented"]
    of_sweden = evidence.chance(one, "00").loc[2023]
    assert store.series(one, "00")[2023] > 10 * of_sweden["high"]
    merged = rows(CHANCE).merge(rows(VALUES), on=["indicator", "level", "area", "year"])
    plain = [o.id for o in WITH_CHANCE if o.measure.index == "dissimilarity"]
    within = (merged["value"] <= merged["high"]) & merged["indicator"].isin(plain)
    assert within.any()


def test_exceeding_chance_is_having_zero_outside_the_interval():
    table_ = rows(CHANGES)
    outside = (table_["low"] > 0) | (table_["high"] < 0)
    assert (table_["exceeds_chance"] == outside).all()


def test_a_change_is_published_between_every_two_years():
    table_ = rows(CHANGES)
    pairs = table_[table_["area"] == "00"].groupby("indicator")[["first", "last"]].apply(len)
    assert set(pairs) == {6}


@pytest.mark.parametrize(("grouping", "index"), DECOMPOSED)
def test_the_parts_of_every_change_sum_to_it(grouping, index):
    one = plain(grouping, index)
    for level in one.levels:
        for area in store.values(one, levels()[level], 2023).index:
            parts = evidence.parts(grouping, index, area, 2020, 2023)
            change = evidence.change(one, area, 2020, 2023)
            assert (parts is None) == (change is None)
            if parts:
                assert parts.total == pytest.approx(change.value, abs=1e-9)


@pytest.mark.parametrize(("grouping", "index"), DECOMPOSED)
def test_what_lies_between_and_within_sums_to_the_index(grouping, index):
    one = plain(grouping, index)
    for area in ("00", *store.values(one, levels()["county"], 2023).index):
        split = evidence.between_within(grouping, area, index)
        assert split.sum(axis=1).to_numpy() == pytest.approx(store.series(one, area), abs=1e-9)
        assert (split.to_numpy() >= 0).all()


def test_of_sweden_what_lies_between_counties_is_told_too():
    tenure = groupings()["tenure"]
    between = ["between_county", "between_municipality", "within_municipality"]
    assert list(evidence.between_within(tenure, "00")) == between
    assert list(evidence.between_within(tenure, "01")) == between[1:]


def test_a_county_of_one_municipality_has_nothing_between_municipalities():
    split = evidence.between_within(groupings()["background"], "09")
    assert split["between_municipality"].to_numpy() == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("grouping", [g for g in groupings().values() if g.decomposed], **by_id)
def test_contributions_sum_to_the_index_of_their_municipality(grouping):
    one = plain(grouping, "mutual_information")
    for municipality, value in store.values(one, levels()["municipality"], 2023).items():
        found = evidence.contributions(grouping, municipality, 2023)
        assert bool(found) == (not np.isnan(value))
        if found:
            assert sum(each.value for each in found) == pytest.approx(value, abs=1e-8)
            assert sum(each.share for each in found) == pytest.approx(1, abs=1e-8)
            assert all(area_of(each.area).parent == municipality for each in found)


def test_a_group_is_over_represented_where_its_share_is_above_that_of_the_municipality():
    share = indicators()["foreign_born_share"]
    whole = store.series(share, "0180")[2023]
    for each in evidence.contributions(groupings()["background"], "0180", 2023):
        above = store.series(share, each.area)[2023] > whole
        assert each.over_represented.id == ("foreign_born" if above else "born_in_sweden")


def plain(grouping, index):
    return next(
        one
        for one in INDEX
        if (one.grouping, one.measure.index) == (grouping, index) and not one.measure.above_chance
    )
