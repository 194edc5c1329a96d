"""The change report says what is new, what is gone and what differs."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from data.catalogue import indicators
from data.edition import REPORT, current_edition
from data.pipeline.compute import Computed
from data.pipeline.definitions import changed_definitions, definition
from data.pipeline.evidence import COLUMNS
from data.pipeline.grid import Grid
from data.pipeline.inputs import Inputs
from data.pipeline.publish import alone
from data.pipeline.register import codes
from data.pipeline.run import Publishing, _publish
from geo.levels import levels
from tests.grids import no_rows

SWEDEN, COUNTY, MUNICIPALITY = (levels()[id_] for id_ in ("sweden", "county", "municipality"))
SHARE = indicators()["foreign_born_share"]
COUNTIES = len(codes(COUNTY, None))
BESIDE = {file: no_rows(columns) for file, columns in COLUMNS.items()}


def a(values, level=COUNTY, years=(2022,), limits=(5.0, 10.0), indicator=SHARE):
    values = np.broadcast_to(np.asarray(values, dtype=float), (len(years), len(codes(level, None))))
    return Computed(indicator, Grid.of(level, years, values.copy()), limits)


@pytest.fixture(scope="module", autouse=True)
def impatient_disk():
    """Nothing waits for the disk, which takes seconds where others use it too."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("os.fsync", lambda _: None)
        yield


@pytest.fixture
def report(tmp_path):
    """The report of the last of several editions, published one after the other."""

    def of(*editions):
        for day, computed in enumerate(editions, start=1):
            with alone(tmp_path):
                name = _publish(
                    Inputs({}, {}, {}, ()),
                    computed,
                    BESIDE,
                    Publishing(tmp_path, date(2026, 1, day)),
                )
        return (tmp_path / name / REPORT).read_text(encoding="utf-8")

    return of


def test_the_first_edition_says_that_it_is(report):
    assert "This is the first edition" in report([a(7)])


def test_what_an_edition_holds_stands_in_one_row_an_indicator_and_level(report):
    values = np.arange(COUNTIES) / 2
    text = report([a(12.34, SWEDEN), a(values, years=(2019, 2021, 2022))])
    row = next(
        line for line in text.splitlines() if line.startswith("| foreign_born_share | county")
    )
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert cells[2:6] == ["2019, 2021-2022", "63", "0", "2022"]
    assert cells[6].startswith("0.0 ")
    assert cells[7] == "5.0"
    assert cells[8].startswith("10.0 ")
    assert cells[9] == "12.3"


def test_what_has_no_value_is_told_by_reason(report):
    one = a([np.nan, *[1] * (COUNTIES - 1)])
    marked = replace(one, grid=one.grid.marked(np.arange(COUNTIES)[None] == 1, "few_areas"))
    assert "| 19 | 1 missing, 1 few_areas |" in report([marked])


def test_an_added_level_and_a_removed_one_are_told(report):
    text = report([a(1)], [a(1, SWEDEN)])
    assert "- Added: foreign_born_share (sweden)." in text
    assert "- Removed: foreign_born_share (county)." in text


def test_added_years_are_told(report):
    text = report([a(1)], [a(1, years=(2022, 2023))])
    assert "- foreign_born_share (county): years added: 2023." in text


def test_areas_that_came_and_went_are_told(report):
    text = report([a(1), a(1, SWEDEN)], [a(1)])
    assert "- Areas removed: 00." in text


def test_changed_limits_are_told(report):
    text = report([a(1)], [a(1, limits=(5.0, 20.0))])
    assert "class limits 5, 10 became 5, 20." in text


def test_changed_values_are_counted_and_the_largest_named(report):
    values = np.full(COUNTIES, 1.0)
    values[[0, 3]] = 1.5, 4
    text = report([a(1)], [a(values)])
    assert "- foreign_born_share (county): values changed: 2, most of all:" in text
    first, second = (line for line in text.splitlines() if line.startswith("  - "))
    assert first.endswith("(05) 2022: 1.0 became 4.0")
    assert second.endswith("(01) 2022: 1.0 became 1.5")


def test_values_that_did_not_change_are_not_told(report):
    text = report([a(1), a(1, SWEDEN)], [a(1), a(2, SWEDEN)])
    changes, _, _ = text.partition("## What it holds")
    assert "(county)" not in changes
    assert "- foreign_born_share (sweden): values changed: 1" in changes


def test_areas_that_changed_class_are_named(report):
    values = np.full(COUNTIES, 1.0)
    values[0] = 5
    assert "in another class: 1: " in report([a(1)], [a(values)])


def test_areas_that_changed_category_are_named(report):
    kind = indicators()["area_type"]
    values = np.full(COUNTIES, 1.0)
    values[0] = 2
    one, other = (a(v, indicator=kind, limits=()) for v in (1, values))
    assert "- area_type (county): in another class: 1: " in report([one], [other])


def test_values_that_came_to_be_missing_are_named(report):
    text = report([a(1)], [a([np.nan, *[1] * (COUNTIES - 1)])])
    assert "from ok to missing: 1: " in text


def test_the_same_editions_give_the_same_report(tmp_path):
    texts = []
    for output in (tmp_path / "a", tmp_path / "b"):
        for day, value in enumerate([1, 2], start=1):
            with alone(output):
                name = _publish(
                    Inputs({}, {}, {}, ()),
                    [a(value)],
                    BESIDE,
                    Publishing(output, date(2026, 1, day)),
                )
        texts.append((output / name / REPORT).read_bytes())
    assert texts[0] == texts[1]


def test_an_indicator_that_is_defined_anew_is_told_with_what_it_was(report):
    about = SHARE.about | {"en": "Something else."}
    anew = replace(
        SHARE, about=about, measure=replace(SHARE.measure, among="dwellings_of_known_tenure")
    )
    told = report([a(7)], [a(8, indicator=anew)])
    assert (
        f"- {SHARE.id}: defined anew: meaning was {SHARE.about['en']} and is Something else."
        in told
    )
    assert (
        "measure was {among: population, share: foreign_born} and is {among: dwellings_of" in told
    )


def test_a_definition_that_stays_is_not_told(report):
    assert "defined anew" not in report([a(7)], [a(8)])


def test_an_edition_from_before_definitions_were_kept_is_compared_by_its_values():
    assert current_edition().definitions == {}
    kept = {SHARE.id: definition(SHARE)}
    assert list(changed_definitions(kept, current_edition())) == []
