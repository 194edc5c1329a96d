"""What the committed edition says, against figures that are known."""

import json
import re
from collections import Counter
from functools import cache

import pandas
import pyarrow.parquet
import pytest

from data import store
from data.catalogue import indicators
from data.edition import STATUSES, VALUES, current_edition
from geo.areas import areas
from geo.levels import level_of, levels

EDITION = current_edition()
HELD = sorted(EDITION.coverages)
OF_LEVEL = {level: [key for key in HELD if key[1] == level] for level in levels()}
STOCKHOLM, GOTHENBURG, MALMO, SWEDEN = "0180", "1480", "1280", "00"


def value(indicator, area, year):
    return store.series(indicators()[indicator], area)[year]


def status(indicator, area, year):
    return store.status(indicators()[indicator], level_of(area), year)[area]


@cache
def rows():
    table = pyarrow.parquet.read_table(EDITION.folder / VALUES).to_pandas()
    return dict(list(table.groupby(["indicator", "level"])))


@pytest.mark.parametrize(("year", "percent"), [(2022, 13.4), (2023, 13.7)])
def test_known_shares_of_sweden_in_challenged_areas(year, percent):
    assert round(value("challenged_population_share", SWEDEN, year), 1) == percent


@pytest.mark.parametrize(
    ("area", "people"),
    [(STOCKHOLM, 988_943), (GOTHENBURG, 604_616), (MALMO, 362_133), (SWEDEN, 10_551_707)],
)
def test_known_populations_2023(area, people):
    assert value("population", area, 2023) == people


@pytest.mark.parametrize(
    ("year", "people"), [(2020, 10_379_295), (2021, 10_452_326), (2022, 10_521_556)]
)
@pytest.mark.parametrize("level", levels().values(), ids=lambda level: level.id)
def test_every_level_sums_to_the_population_of_sweden(level, year, people):
    assert store.values(indicators()["population"], level, year).sum() == people


@pytest.mark.parametrize(
    ("year", "counts"), [(2022, [160, 289, 855, 1770, 289]), (2023, [162, 293, 835, 1781, 292])]
)
def test_known_numbers_of_areas_of_each_type(year, counts):
    kinds = Counter(store.values(indicators()["area_type"], levels()["regso"], year))
    assert [kinds[kind] for kind in (1, 2, 3, 4, 5)] == counts


@pytest.mark.parametrize("year", [2022, 2023])
@pytest.mark.parametrize(("kinds", "municipalities"), [([1], 79), ([1, 2], 162)])
def test_known_numbers_of_municipalities_with_challenged_areas(year, kinds, municipalities):
    values = store.values(indicators()["area_type"], levels()["regso"], year)
    assert len({code[:4] for code in values.index[values.isin(kinds)]}) == municipalities


@pytest.mark.parametrize(
    ("area", "year", "index"),
    [(STOCKHOLM, 2020, 0.290), (STOCKHOLM, 2023, 0.299), (GOTHENBURG, 2020, 0.349),
     (GOTHENBURG, 2023, 0.353)],
)  # fmt: skip
def test_known_dissimilarity_of_foreign_born(area, year, index):
    assert round(value("dissimilarity_foreign_born", area, year), 3) == index


def test_fourteen_municipalities_have_too_few_areas_for_an_index():
    statuses = store.status(
        indicators()["dissimilarity_foreign_born"], levels()["municipality"], 2023
    )
    assert (statuses == "few_areas").sum() == 14


def test_a_mean_is_missing_where_a_municipality_lacks_a_value():
    assert status("age_0_19_share", "03", 2002) == "missing"
    assert status("age_0_19_share", SWEDEN, 2002) == "missing"
    assert status("age_0_19_share", "01", 2002) == "ok"


def test_a_municipality_that_did_not_exist_does_not_keep_sweden_from_a_value():
    assert status("age_0_19_share", SWEDEN, 2001) == "ok"


def test_every_indicator_is_published_at_its_levels_and_no_other():
    declared = {(one.id, level) for one in indicators().values() for level in one.levels}
    assert set(HELD) == declared


@pytest.mark.parametrize("keys", OF_LEVEL.values(), ids=OF_LEVEL)
def test_the_file_for_the_browser_holds_what_the_table_holds(keys):
    for key in keys:
        coverage = EDITION.coverages[key]
        file = json.loads((EDITION.folder / coverage.file).read_bytes())
        scale = 10 ** file["decimals"]
        values = rows()[key]["value"].tolist()
        shown = [value for year in file["values"] for value in year]
        assert [
            None if pandas.isna(value) else f"{value:.{file['decimals']}f}" for value in values
        ] == [None if value is None else f"{value / scale:.{file['decimals']}f}" for value in shown]


@pytest.mark.parametrize("keys", OF_LEVEL.values(), ids=OF_LEVEL)
def test_the_file_for_the_browser_tells_why_there_is_no_value(keys):
    for key in keys:
        coverage = EDITION.coverages[key]
        file = json.loads((EDITION.folder / coverage.file).read_bytes())
        width = len(file["values"][0])
        told = {
            (year * width + area): name
            for name, cells in file["status"].items()
            for year, area in cells
        }
        statuses = rows()[key]["status"].tolist()
        other = {at: name for at, name in enumerate(statuses) if name not in ("ok", "missing")}
        assert told == other


@pytest.mark.parametrize("keys", OF_LEVEL.values(), ids=OF_LEVEL)
def test_the_file_for_the_browser_says_what_it_is(keys):
    for key in keys:
        coverage = EDITION.coverages[key]
        file = json.loads((EDITION.folder / coverage.file).read_bytes())
        assert (file["indicator"], file["level"]) == key
        assert tuple(file["years"]) == coverage.years
        assert file["areas_edition"] == coverage.areas_edition
        assert file["decimals"] == indicators()[key[0]].decimals


@pytest.mark.parametrize("keys", OF_LEVEL.values(), ids=OF_LEVEL)
def test_every_area_of_the_register_has_a_row_in_every_year(keys):
    for key in keys:
        coverage = EDITION.coverages[key]
        register = list(areas(levels()[key[1]], coverage.areas_edition))
        assert rows()[key]["area"].tolist() == register * len(coverage.years)


@pytest.mark.parametrize("keys", OF_LEVEL.values(), ids=OF_LEVEL)
def test_what_is_counted_as_missing_has_no_value(keys):
    for key in keys:
        coverage, table = EDITION.coverages[key], rows()[key]
        assert (coverage.values, coverage.missing) == (
            table["value"].notna().sum(),
            table["value"].isna().sum(),
        )
        assert ((table["status"] == "ok") == table["value"].notna()).all()


@pytest.mark.parametrize("keys", OF_LEVEL.values(), ids=OF_LEVEL)
def test_limits_rise_and_lie_among_the_values(keys):
    for key in keys:
        limits, values = EDITION.coverages[key].limits, rows()[key]["value"]
        assert list(limits) == sorted(set(limits))
        assert all(values.min() < limit <= values.max() for limit in limits)


@pytest.mark.parametrize("level", ["municipality", "regso"])
def test_a_map_has_as_many_limits_as_its_scale(level):
    numbers = {"categories": 0, "sequential": 5, "diverging": 6}
    for key in OF_LEVEL[level]:
        assert len(EDITION.coverages[key].limits) == numbers[indicators()[key[0]].scale], key


def test_every_status_is_a_known_one():
    assert {status for table in rows().values() for status in table["status"]} <= set(STATUSES)


def test_the_counts_of_the_manifest_are_those_of_the_table():
    tables = rows().values()
    assert EDITION.counts["values"] == sum(len(table) for table in tables)
    assert EDITION.counts["indicators"] == len(indicators())
    assert EDITION.counts["areas"] == {
        level.id: len(areas(level, level.edition(2023))) for level in levels().values()
    }


def test_the_inputs_are_named_with_their_checksums():
    assert all(re.fullmatch(r"[0-9a-f]{64}", file["sha256"]) for file in EDITION.inputs)


def test_the_edition_is_small_enough_to_commit():
    files = [path for path in EDITION.folder.rglob("*") if path.is_file()]
    assert (EDITION.folder / VALUES).stat().st_size < 1_500_000
    assert sum(path.stat().st_size for path in files if path.suffix == ".json") < 3_000_000
