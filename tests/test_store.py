"""Published values as the page asks for them."""

from dataclasses import replace

import numpy as np
import pandas
import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import blocks, store
from data.catalogue import indicators
from data.edition import VALUES, current_edition
from data.store import Rank, StoreError
from geo.areas import areas
from geo.levels import levels

SWEDEN, COUNTY, MUNICIPALITY, REGSO = (levels()[id_] for id_ in levels())
SHARE, POPULATION, KIND, INDEX, TURNOUT = (
    indicators()[id_]
    for id_ in (
        "foreign_born_share",
        "population",
        "area_type",
        "dissimilarity_foreign_born",
        "turnout_regional_election",
    )
)


def test_values_of_a_year_stand_in_the_order_of_the_register():
    assert list(store.values(SHARE, REGSO, 2023).index) == list(areas(REGSO, "2020"))


def test_values_of_an_area_stand_by_year():
    series = store.series(POPULATION, "0180")
    assert list(series.index) == list(range(1998, 2025))
    assert series[2023] == 988_943


@pytest.mark.parametrize("code", ["00", "01", "0180", "0180R001"])
def test_a_series_and_the_values_of_a_year_agree(code):
    level = next(level for level in levels().values() if code in areas(level, "2020"))
    assert store.series(SHARE, code)[2022] == store.values(SHARE, level, 2022)[code]
    assert store.found(SHARE, code, 2022) == (store.values(SHARE, level, 2022)[code], "ok")


def test_values_cannot_be_changed():
    values = store.values(SHARE, COUNTY, 2023)
    with pytest.raises(ValueError, match="read-only"):
        values.to_numpy()[0] = 1
    with pytest.raises(ValueError, match="read-only"):
        store.series(SHARE, "0180").to_numpy()[0] = 1


def test_where_there_is_no_value_the_status_says_why():
    statuses = store.status(INDEX, MUNICIPALITY, 2023)
    values = store.values(INDEX, MUNICIPALITY, 2023)
    assert set(statuses[values.isna()]) == {"few_areas"}
    assert set(statuses[values.notna()]) == {"ok"}


def test_one_value_that_is_none_comes_with_the_reason():
    value, status = store.found(TURNOUT, "0980", 2022)
    assert (np.isnan(value), status) == (True, "not_applicable")


def test_the_values_there_are_inside_an_area_are_those_of_its_parts():
    inside = store.values(SHARE, REGSO, 2023).filter(regex="^1480").dropna()
    assert store.known(SHARE, REGSO, 2023, "1480").tolist() == inside.tolist()
    assert store.known(INDEX, MUNICIPALITY, 2023).size < len(areas(MUNICIPALITY))


def test_gotland_has_no_regional_election():
    assert store.status(TURNOUT, MUNICIPALITY, 2022)["0980"] == "not_applicable"


def test_knivsta_has_no_population_before_it_was_formed():
    assert store.status(POPULATION, MUNICIPALITY, 1998)["0330"] == "missing"
    assert np.isnan(store.series(POPULATION, "0330")[1998])


def test_stockholm_is_the_largest_municipality():
    assert store.rank(POPULATION, MUNICIPALITY, 2023, "0180") == Rank(1, 290)


def test_only_areas_with_a_value_are_ranked():
    assert store.rank(POPULATION, MUNICIPALITY, 1998, "0180") == Rank(1, 289)


def test_an_area_without_a_value_has_no_rank():
    assert store.rank(POPULATION, MUNICIPALITY, 1998, "0330") is None


def test_areas_with_the_same_value_share_a_rank():
    values = store.values(KIND, REGSO, 2023)
    highest = values.index[values == 5][0]
    lowest = values.index[values == 1][0]
    assert store.rank(KIND, REGSO, 2023, highest) == Rank(1, 3363, ties=291)
    assert store.rank(KIND, REGSO, 2023, lowest) == Rank(3363 - 161, 3363, ties=161)


def test_an_area_can_be_ranked_among_those_of_its_municipality():
    inside = store.values(SHARE, REGSO, 2023).filter(like="0180R")
    rank = store.rank(SHARE, REGSO, 2023, inside.idxmax(), within="0180")
    assert rank == Rank(1, len(inside))


def test_the_distribution_can_be_that_of_one_county():
    inside = store.values(SHARE, MUNICIPALITY, 2023).filter(regex="^12")
    assert store.distribution(SHARE, MUNICIPALITY, 2023, within="12")[50] == inside.median()


def test_the_distribution_inside_an_area_without_smaller_ones_is_empty():
    assert store.distribution(SHARE, REGSO, 2023, within="9999") == {}


@given(st.sampled_from(sorted(areas(MUNICIPALITY, None))), st.sampled_from([2020, 2023]))
def test_the_rank_is_one_more_than_the_number_of_higher_values(code, year):
    values = store.values(SHARE, MUNICIPALITY, year)
    rank = store.rank(SHARE, MUNICIPALITY, year, code)
    assert rank.position == 1 + (values > values[code]).sum()
    assert rank.of == values.count()


@pytest.mark.parametrize("level", [COUNTY, MUNICIPALITY, REGSO], ids=lambda level: level.id)
def test_the_distribution_is_that_of_the_known_values(level):
    quantiles = store.distribution(SHARE, level, 2022)
    expected = store.values(SHARE, level, 2022).quantile([0.1, 0.25, 0.5, 0.75, 0.9])
    assert list(quantiles) == [10, 25, 50, 75, 90]
    assert list(quantiles.values()) == pytest.approx(expected.tolist())


def test_the_distribution_leaves_out_areas_without_a_value():
    quantiles = store.distribution(POPULATION, MUNICIPALITY, 1998)
    assert quantiles[50] == store.values(POPULATION, MUNICIPALITY, 1998).median()


def test_the_distribution_of_nothing_is_empty():
    assert store.distribution(indicators()["grade9_pupils"], SWEDEN, 2019) == {}


@pytest.mark.parametrize(
    ("ask", "fault"),
    [
        (
            lambda: store.values(KIND, COUNTY, 2023),
            "no values of 'area_type' at the level 'county'",
        ),
        (lambda: store.values(KIND, REGSO, 1066), "for 1066. Use one of: 2022, 2023"),
        (lambda: store.values(KIND, REGSO, "2023"), "for 2023. Use one of: 2022, 2023"),
        (lambda: store.series(SHARE, "9999"), "no area '9999'"),
        (lambda: store.series(SHARE, "../../etc/passwd"), "is not the code of an area"),
        (lambda: store.series(KIND, "0180"), "at the level 'municipality'"),
        (lambda: store.rank(SHARE, COUNTY, 2023, "0180"), "no area '0180'"),
        (lambda: store.status(SHARE, COUNTY, 1900), "for 1900"),
    ],
)
def test_what_the_edition_does_not_hold_is_refused_with_a_sentence(ask, fault):
    with pytest.raises(StoreError, match=fault):
        ask()


def test_the_values_are_read_once():
    assert store.load() is store.load()


def test_an_edition_of_other_areas_is_refused(monkeypatch):
    monkeypatch.setattr(blocks, "areas", lambda level, edition: {"00": None})
    with pytest.raises(StoreError, match="has other areas at the level 'county' than geo/areas"):
        blocks.read(current_edition())


def test_rows_in_another_order_than_the_manifest_are_refused(tmp_path):
    current = current_edition()
    rows = pyarrow.parquet.read_table(current.folder / VALUES)
    moved = pyarrow.concat_tables([rows.slice(27), rows.slice(0, 27)])
    pyarrow.parquet.write_table(moved, tmp_path / VALUES)
    with pytest.raises(StoreError, match="not in the order of its manifest"):
        blocks.read(replace(current, folder=tmp_path))


def test_what_is_returned_is_a_series():
    assert isinstance(store.values(SHARE, COUNTY, 2023), pandas.Series)
