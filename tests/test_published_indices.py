"""Every published index is what its formula gives for the published counts, or says why not."""

from functools import cache
from math import log

import numpy as np
import pytest

from bench.counts import FARTHEST, counts, whole
from data import store
from data.catalogue import indicators
from data.edition import current_edition
from data.indices import INDICES, Segments
from geo.levels import levels

YEARS = (2020, 2021, 2022, 2023)
STOCKHOLM, GOTHENBURG, MALMO, SWEDEN = "0180", "1480", "1280", "00"
PLAIN = [one for one in indicators().values() if one.is_index and not one.measure.above_chance]
OVER_AREAS = [
    pytest.param(one, level, id=f"{one.id}-{level}")
    for one in PLAIN
    for level in one.levels
    if not one.measure.inside
]
CODES = {
    "sweden": lambda _: SWEDEN,
    "county": lambda code: code[:2],
    "municipality": lambda c: c[:4],
}


@cache
def segments(level):
    return Segments.of([CODES[level](code) for code in counts(2020).regso])


def made_of(one, year):
    """What an index takes, from the published counts."""
    figures = counts(year)
    if one.measure.means:
        return figures.mean_wage_income, figures.population
    table = getattr(figures, one.measure.grouping)
    if "counts" in INDICES[one.measure.index].takes:
        return (table,)
    group, other = table.T
    columns = {"group": group, "other": other, "total": group + other}
    return tuple(columns[name] for name in INDICES[one.measure.index].takes)


def reasons(one, level, year):
    """Why each larger area has no index, counted here and not by the pipeline."""
    found = []
    for number in range(len(segments(level).labels)):
        members = segments(level).members(number)
        table = None if one.measure.means else getattr(counts(year), one.measure.grouping)[members]
        if len(members) < 3:
            found.append("few_areas")
        elif table is not None and table.sum(axis=0).min() < 100:
            found.append("small_group")
        else:
            found.append("ok")
    return np.array(found)


@pytest.mark.parametrize(("one", "level"), OVER_AREAS)
def test_a_published_index_is_what_its_formula_gives(one, level):
    for year in YEARS:
        published = store.values(one, levels()[level], year)
        expected = INDICES[one.measure.index].by(segments(level), *made_of(one, year))
        has = reasons(one, level, year) == "ok"
        assert published.to_numpy()[has] == pytest.approx(expected[has], abs=1e-10), year


@pytest.mark.parametrize(("one", "level"), OVER_AREAS)
def test_an_index_that_would_say_too_little_says_why(one, level):
    for year in YEARS:
        published = store.status(one, levels()[level], year)
        assert (published.to_numpy() == reasons(one, level, year)).all(), year


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("one", [one for one in PLAIN if one.measure.inside], ids=lambda o: o.id)
def test_local_segregation_is_what_its_formula_gives(one, year):
    published = store.values(one, levels()["regso"], year).to_numpy()
    within = segments("municipality")
    expected = INDICES[one.measure.index].by(within, *made_of(one, year))
    has = np.repeat(reasons(one, "municipality", year) == "ok", within.sizes)
    assert published[has] == pytest.approx(expected[has], abs=1e-10)
    statuses = store.status(one, levels()["regso"], year).to_numpy()
    assert (statuses == np.repeat(reasons(one, "municipality", year), within.sizes)).all()


@pytest.mark.parametrize("year", YEARS)
def test_a_published_share_of_a_published_total_is_a_whole_number(year):
    """So exactly that the nearest other whole number is ten thousand times further away."""
    assert counts(year).background.dtype == np.int64
    assert FARTHEST <= 1e-4


def test_a_share_that_is_not_of_whole_people_is_refused():
    with pytest.raises(ValueError, match="not one of whole people"):
        whole([1.0, 2.5])


@pytest.mark.parametrize("year", YEARS)
def test_the_counts_sum_to_what_is_published_of_sweden(year):
    for indicator, number in (("population", counts(year).background.sum()),
                              ("dwellings", counts(year).tenure.sum())):  # fmt: skip
        assert store.series(indicators()[indicator], SWEDEN)[year] == number


def areas_of(municipality, year=2023):
    """Foreign-born and born in Sweden in each RegSO of a municipality, as plain numbers."""
    figures = counts(year)
    return [
        row.tolist()
        for code, row in zip(figures.regso, figures.background, strict=True)
        if code.startswith(municipality)
    ]


def published(indicator, area, year=2023):
    return store.series(indicators()[indicator], area)[year]


@pytest.mark.parametrize("municipality", ["0114", "0980", STOCKHOLM, "2584"])
def test_indices_worked_out_by_hand(municipality):
    """Plain sums over the areas, without numpy and without the project's formulas."""
    areas = areas_of(municipality)
    foreign, sweden = (sum(area[k] for area in areas) for k in (0, 1))
    everybody = foreign + sweden
    spread = sum(abs(f / foreign - s / sweden) for f, s in areas) / 2
    isolation = sum(f / foreign * f / (f + s) for f, s in areas)
    information = sum(
        n / everybody * log(n * everybody / ((f + s) * group))
        for f, s in areas
        for n, group in ((f, foreign), (s, sweden))
        if n
    )
    entropy = -sum(g / everybody * log(g / everybody) for g in (foreign, sweden))
    assert published("dissimilarity_foreign_born", municipality) == pytest.approx(spread)
    assert published("isolation_foreign_born", municipality) == pytest.approx(isolation)
    assert published("exposure_foreign_born", municipality) == pytest.approx(1 - isolation)
    assert published("mutual_information_foreign_born", municipality) == pytest.approx(information)
    assert published("theil_h_foreign_born", municipality) == pytest.approx(information / entropy)


KNOWN = [
    ("dissimilarity_foreign_born", STOCKHOLM, 0.299),
    ("dissimilarity_foreign_born", GOTHENBURG, 0.353),
]


@pytest.mark.parametrize(("indicator", "area", "value"), KNOWN)
def test_known_indices_of_2023(indicator, area, value):
    assert round(published(indicator, area), indicators()[indicator].decimals) == value


def test_known_numbers_of_municipalities_without_an_index_of_tenure():
    statuses = store.status(
        indicators()["theil_h_tenure"], levels()["municipality"], 2023
    ).value_counts()
    assert dict(statuses) == {"ok": 257, "small_group": 19, "few_areas": 14}


@pytest.mark.parametrize("one", PLAIN, ids=lambda one: one.id)
def test_sweden_and_every_county_have_every_index(one):
    for level in {"sweden", "county"} & set(one.levels):
        for year in YEARS:
            assert (store.status(one, levels()[level], year) == "ok").all()


def test_every_index_declared_is_published():
    held = {id_ for id_, _ in current_edition().coverages}
    assert {one.id for one in PLAIN} <= held
