"""Chance levels against known expectations, and how often chance is taken for change."""

from math import comb

import numpy as np
import pytest

from bench.counts import counts
from data.indices import Segments, dissimilarity
from data.inference import (
    ChanceLevel,
    Change,
    chance_level,
    chance_level_of_groups,
    chance_levels,
    change_interval,
    change_intervals,
    changes_of_years,
    over_levels,
    own_seed,
)
from data.inference.simulation import OF_SEVERAL_GROUPS, OF_TWO_GROUPS, spread_at_random

WINSHIP = [(10, 1, 0.387), (10, 5, 0.246), (100, 10, 0.131)]
AREAS = np.array([[30, 70], [10, 90], [55, 45], [0, 20]])
THREE = np.array([[30, 60, 10], [10, 10, 80], [50, 0, 50], [0, 0, 0]])


def binomial_dissimilarity(size, group):
    """Expected dissimilarity where each person belongs to the group by the toss of a coin."""
    share = group / size
    chances = [comb(size, k) * share**k * (1 - share) ** (size - k) for k in range(size + 1)]
    departure = sum(chance * abs(k - group) for k, chance in enumerate(chances))
    return departure / (2 * size * share * (1 - share))


@pytest.mark.parametrize(("size", "group", "expected"), WINSHIP)
def test_winships_figures_are_those_of_the_binomial_model(size, group, expected):
    assert binomial_dissimilarity(size, group) == pytest.approx(expected, abs=1e-3)


@pytest.mark.parametrize(("size", "group", "expected"), WINSHIP)
def test_the_chance_level_of_many_areas_is_winships_expected_value(size, group, expected):
    found = chance_level(
        np.full(1000, group), np.full(1000, size - group), 200, indices=["dissimilarity"]
    )
    assert found["dissimilarity"].mean == pytest.approx(expected, abs=2e-3)


def test_the_chance_level_of_two_areas_is_that_of_every_arrangement():
    """One of the group in four places of two areas: always alone in its area of two."""
    found = chance_level(np.array([1, 0]), np.array([1, 2]), 50)["dissimilarity"]
    assert (found.mean, found.low, found.high) == pytest.approx((2 / 3, 2 / 3, 2 / 3))


def test_the_mean_of_isolation_by_chance_is_its_expected_value():
    """The hypergeometric variance gives it: P + (1 - P)(areas - 1) / (people - 1)."""
    found = chance_level(*AREAS.T, replicates=4000)["isolation"]
    share = AREAS[:, 0].sum() / AREAS.sum()
    expected = share + (1 - share) * (len(AREAS) - 1) / (AREAS.sum() - 1)
    assert found.mean == pytest.approx(expected, abs=2e-4)


@pytest.mark.parametrize("table", [AREAS, THREE], ids=["two groups", "three groups"])
def test_spreading_at_random_keeps_the_size_of_every_area_and_group(table):
    spread = spread_at_random(table, 30, np.random.default_rng(1))
    assert (spread.sum(axis=2) == table.sum(axis=1)).all()
    assert (spread.sum(axis=1) == table.sum(axis=0)).all()
    assert (spread >= 0).all()


def test_every_group_is_spread_as_expected():
    spread = spread_at_random(THREE, 5000, np.random.default_rng(1)).mean(axis=0)
    expected = np.outer(THREE.sum(axis=1), THREE.sum(axis=0)) / THREE.sum()
    assert spread == pytest.approx(expected, abs=0.2)


def test_the_chance_level_has_every_index_of_two_groups():
    assert set(chance_level(*AREAS.T, replicates=5)) == set(OF_TWO_GROUPS)


def test_the_chance_level_of_several_groups_has_every_index_of_several_groups():
    assert set(chance_level_of_groups(THREE, replicates=5)) == set(OF_SEVERAL_GROUPS)


def test_the_same_seed_gives_the_same_chance_level():
    assert chance_level(*AREAS.T, 50, seed=3) == chance_level(*AREAS.T, 50, seed=3)


def test_another_seed_gives_another_chance_level():
    assert chance_level(*AREAS.T, 50, seed=3) != chance_level(*AREAS.T, 50, seed=4)


def test_the_low_end_lies_under_the_mean_and_the_high_end_over_it():
    for level in chance_level(*AREAS.T, replicates=200).values():
        assert level.low < level.mean < level.high


def test_the_chance_level_of_a_larger_area_does_not_depend_on_the_others():
    segments = Segments.of(["0180", "0180", "1480", "1480"])
    together = chance_levels(segments, AREAS, 50)["1480"]
    alone = chance_level(*AREAS[2:].T, replicates=50, seed=own_seed("1480"))
    assert together == alone


def test_a_group_with_nobody_has_no_chance_level():
    assert np.isnan(chance_level(np.zeros(2, int), np.ones(2, int), 5)["dissimilarity"].mean)


def test_smaller_areas_have_a_higher_chance_level():
    halves = np.repeat(AREAS // 2, 2, axis=0)
    found = over_levels({"regso": AREAS // 2 * 2, "deso": halves}, replicates=100)
    (value, chance), (same_value, finer) = (
        found[level]["dissimilarity"] for level in ("regso", "deso")
    )
    assert value == pytest.approx(same_value) and finer.mean > chance.mean


def test_what_chance_gives_is_nothing_above_chance():
    assert ChanceLevel(0.1, 0.05, 0.15).above_chance(0.1) == 0


def test_complete_separation_keeps_its_value_above_chance():
    assert ChanceLevel(0.1, 0.05, 0.15).above_chance(1.0) == pytest.approx(1)


def test_complete_separation_keeps_its_mutual_information_above_chance():
    assert ChanceLevel(0.1, 0.05, 0.15, largest=0.6).above_chance(0.6) == pytest.approx(0.6)


def test_half_the_way_from_chance_to_complete_separation_is_a_half():
    assert ChanceLevel(0.2, 0.1, 0.3).above_chance(0.6) == pytest.approx(0.5)


def test_an_even_spread_is_one_below_chance():
    assert ChanceLevel(0.2, 0.1, 0.3).above_chance(0.0) == -1


def test_the_range_above_chance_holds_the_value_above_chance():
    level = ChanceLevel(0.2, 0.1, 0.3)
    low, high = level.range_above_chance(0.6)
    assert low < level.above_chance(0.6) < high


@pytest.mark.parametrize("value", [0.1, 0.6])
def test_an_index_that_falls_with_segregation_has_nothing_above_chance(value):
    assert np.isnan(chance_level(*AREAS.T, replicates=5)["exposure"].above_chance(value))


def test_a_value_inside_the_range_of_chance_does_not_exceed_it():
    level = ChanceLevel(0.2, 0.1, 0.3)
    assert (level.exceeded_by(0.29), level.exceeded_by(0.31)) == (False, True)


@pytest.mark.parametrize(
    ("change", "exceeds"),
    [(Change(0.1, 0.05, 0.2), True), (Change(-0.1, -0.2, -0.05), True), (Change(0, -1, 1), False),
     (Change(np.nan, np.nan, np.nan), False)],
)  # fmt: skip
def test_a_change_exceeds_chance_where_its_interval_leaves_out_zero(change, exceeds):
    assert change.exceeds_chance is exceeds


def test_a_change_is_the_later_year_less_the_earlier():
    before, after = AREAS, AREAS[::-1] + np.arange(8).reshape(4, 2)
    found = change_interval(before, after, 20)["dissimilarity"].value
    assert found == pytest.approx(dissimilarity(*after.T) - dissimilarity(*before.T))


def test_a_great_change_exceeds_chance():
    separate = 100 * np.array([[9, 1], [1, 9]])
    even = 100 * np.array([[5, 5], [5, 5]])
    assert change_interval(even, separate, 200)["dissimilarity"].exceeds_chance


def test_a_small_change_of_few_people_does_not_exceed_chance():
    assert not change_interval(AREAS, AREAS + 1, 200)["dissimilarity"].exceeds_chance


def test_the_change_of_a_larger_area_does_not_depend_on_the_others():
    segments = Segments.of(["0180", "0180", "1480", "1480"])
    together = change_intervals(segments, {0: AREAS, 1: AREAS + 1}, 50)["1480"][0, 1]
    assert together == change_interval(AREAS[2:], AREAS[2:] + 1, 50, own_seed("1480"))


def test_the_change_between_two_years_does_not_depend_on_other_years():
    two = {2020: AREAS, 2023: AREAS + 1}
    three = changes_of_years(two | {2021: AREAS + 2}, 20)
    assert three[2020, 2023] == changes_of_years(two, 20)[2020, 2023]
    assert sorted(three) == [(2020, 2021), (2020, 2023), (2021, 2023)]


def test_areas_that_are_empty_in_a_year_are_no_hindrance():
    assert change_interval(AREAS, np.append(AREAS, [[0, 0]], axis=0), 20)["gini"].value == 0


@pytest.mark.parametrize("wrong", [-1, 0.5, np.nan, np.inf])
def test_what_is_not_whole_people_is_refused(wrong):
    with pytest.raises(ValueError, match="whole people"):
        chance_level(np.array([1, wrong]), np.array([1, 2]), 5)


def test_groups_of_different_lengths_are_refused():
    with pytest.raises(ValueError, match="one count per area to each"):
        chance_level(np.ones(2), np.ones(3), 5)


def test_without_real_change_about_one_in_twenty_exceeds_chance():
    """Two years drawn from the same shares of every area, in all municipalities."""
    figures = counts(2023)
    random, people = np.random.default_rng(7), figures.background
    shares = people[:, 0] / people.sum(axis=1)
    years = {}
    for year in (2020, 2023):
        group = random.binomial(people.sum(axis=1), shares)
        years[year] = np.stack([group, people.sum(axis=1) - group], axis=-1)
    segments = Segments.of(figures.municipality)
    found = change_intervals(segments, years, replicates=200, indices=["dissimilarity"])
    changes = [pairs[2020, 2023]["dissimilarity"] for pairs in found.values()]
    taken = np.mean([change.exceeds_chance for change in changes])
    assert 0.02 < taken < 0.10
