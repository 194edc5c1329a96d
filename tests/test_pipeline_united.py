"""Areas that exchanged land are counted together: counts are added, shares made of their counts."""

from dataclasses import replace

import numpy as np
import pytest

from data import united as reading
from data.catalogue import Measure, indicators
from data.edition import UNITED, current_edition
from data.pipeline.compute import computed
from data.pipeline.files import _parquet
from data.pipeline.grid import Grid
from data.pipeline.inputs import Inputs
from data.pipeline.register import codes
from data.pipeline.united import united_areas
from data.united import estimates
from geo.united import unions, united
from tests.grids import REGSO

GONE, NEW = "2584R001", "2523R011"
YEARS = (2023, 2024)
EVERY = codes(REGSO, "2020-2025")
SHARE = indicators()["foreign_born_share"]


def counts(number, **planted):
    """So many in every area that there was in the year, and other numbers where they are planted."""
    values = np.full((len(YEARS), len(EVERY)), float(number))
    values[0, EVERY.index(NEW)] = values[1, EVERY.index(GONE)] = np.nan
    for where, count in planted.items():
        code, year = where[1:9], int(where[10:])
        values[YEARS.index(year), EVERY.index(code)] = count
    return Grid.of(REGSO, YEARS, values)


def table(people, born, **measure):
    figures = {"population": people, "born_in_sweden": born}
    given = {(REGSO.id, "population"): people}
    inputs = Inputs(figures, given, {}, (), complete=False)
    found = [one for one in computed(inputs) if one.grid.level is REGSO]
    if measure:
        [share] = [one for one in found if one.indicator is SHARE]
        found = [replace(share, indicator=replace(SHARE, measure=Measure(**measure)))]
    rows = united_areas(found, inputs)[UNITED].to_pylist()
    return {(row["indicator"], row["united"], row["year"]): row for row in rows}


def test_counts_are_added_over_the_areas_that_there_were_in_each_year():
    rows = table(counts(100), counts(80))
    assert rows["population", GONE, 2023]["value"] == 400
    assert rows["population", GONE, 2024]["value"] == 300
    assert rows["population", united(NEW).code, 2023]["value"] == 300
    assert rows["population", united(NEW).code, 2024]["value"] == 400


def test_a_share_is_made_of_its_counts_and_is_no_mean_of_shares():
    people = counts(100, a2584R002_2024=1000)
    row = table(people, counts(80, a2584R002_2024=500))["foreign_born_share", GONE, 2024]
    assert row["value"] == pytest.approx(100 * (500 + 20 + 20) / 1200)
    assert row["value"] != pytest.approx(np.mean([50, 20, 20]))


def test_a_union_without_a_count_of_one_of_its_areas_has_no_value():
    rows = table(counts(100, a2584R002_2024=np.nan), counts(80))
    assert rows["population", GONE, 2024] == {
        "indicator": "population", "united": GONE, "year": 2024, "value": None, "status": "missing",
    }  # fmt: skip
    assert rows["population", GONE, 2023]["status"] == "ok"


def test_a_share_of_too_few_is_withheld_of_a_union_too():
    measure = {"share": "foreign_born", "among": "population", "protected": True}
    rows = table(counts(6), counts(5), **measure)
    assert {row["status"] for row in rows.values()} == {"suppressed"}
    assert all(row["value"] is None for row in rows.values())
    enough = table(counts(60), counts(50), **measure)
    assert {row["status"] for row in enough.values()} == {"ok"}


def test_every_union_has_every_year_and_nothing_is_made_of_means_or_indices():
    rows = table(counts(100), counts(80))
    assert {id_ for id_, _, _ in rows} == {"population", "foreign_born_share"}
    assert {code for _, code, _ in rows} == {one.code for one in unions(REGSO)}
    assert len(rows) == 2 * 74 * len(YEARS)


def test_where_all_years_have_the_same_areas_there_is_no_table():
    people = Grid.of(REGSO, (2023,), np.full((1, len(codes(REGSO, "2020"))), 100.0))
    inputs = Inputs({"population": people}, {(REGSO.id, "population"): people}, {}, (), False)
    assert united_areas([one for one in computed(inputs) if one.grid.level is REGSO], inputs) == {}
    assert estimates(GONE) == {}


def test_the_estimates_of_a_union_are_read_by_indicator_and_year(tmp_path):
    people, born = counts(100), counts(80)
    inputs = Inputs({"population": people, "born_in_sweden": born}, {}, {}, (), complete=False)
    found = [one for one in computed(inputs) if one.indicator is SHARE and one.grid.level is REGSO]
    (tmp_path / UNITED).write_bytes(_parquet(united_areas(found, inputs)[UNITED]))
    edition = replace(current_edition(), folder=tmp_path, files=frozenset([UNITED]))
    read = estimates(GONE, edition)
    assert list(read) == [SHARE.id]
    assert read[SHARE.id]["value"].to_dict() == pytest.approx({2023: 20.0, 2024: 20.0})
    assert estimates("0114R001", edition) == {}
    assert reading.estimates(GONE) == {}
