"""What stands beside the values: made again of the published counts, and refused where damaged."""

import os
from dataclasses import replace

import numpy as np
import pandas
import pyarrow.parquet
import pytest

from data.catalogue import indicators
from data.decomposition import change_parts
from data.edition import CHANCE, CHANGES, CONTRIBUTIONS, DECOMPOSITIONS, RANGES, current_edition
from data.groups import groupings
from data.inference import chance_level_of_groups, own_seed
from data.pipeline import chance as chance_module
from data.pipeline.above_chance import above_chance, chance_level, in_order
from data.pipeline.chance import DECIMALS_KEPT, Job, chance, simulated, simulated_indices
from data.pipeline.checks import expected
from data.pipeline.compute import Computed, values
from data.pipeline.errors import CheckError, PipelineError
from data.pipeline.evidence import COLUMNS, evidence
from data.pipeline.groupings import counted, usable
from data.pipeline.identities import RULES, check_identities
from data.pipeline.summary import beside
from geo.levels import levels
from tests.grids import published
from tests.said import exactly

YEARS = (2020, 2023)
FEW_AREAS = "0509"
REPLICATES = 2
TABLE = np.array([[30, 70], [10, 90], [55, 45]])
JOB = Job(
    "x",
    "0180",
    ("dissimilarity",),
    ("theil_h",),
    {2020: TABLE, 2021: TABLE[::-1]},
    ((2020, 2021),),
    40,
)


@pytest.fixture(scope="module")
def inputs():
    return published(YEARS)


@pytest.fixture(scope="module")
def drawn(inputs):
    return chance(inputs, REPLICATES)


@pytest.fixture(scope="module")
def found(inputs, drawn):
    plain = [
        Computed(one, values(one, levels()[level], inputs), ())
        for one in indicators().values()
        for level in one.levels
        if one.grouping and not one.measure.above_chance
    ]
    return in_order([*plain, *above_chance(inputs, drawn)])


@pytest.fixture(scope="module")
def tables(found, inputs, drawn):
    return evidence(found, inputs, drawn)


def committed(file):
    return pyarrow.parquet.read_table(current_edition().folder / file).to_pandas()


def during(rows):
    """The rows of the years of this test."""
    years = [column for column in ("year", "first", "last") if column in rows]
    return rows[rows[years].isin(YEARS).all(axis=1)].reset_index(drop=True)


@pytest.mark.parametrize("file", [DECOMPOSITIONS, CONTRIBUTIONS])
def test_what_does_not_depend_on_chance_is_as_it_was_published(tables, file):
    pandas.testing.assert_frame_equal(
        tables[file].to_pandas(), during(committed(file)), check_dtype=False, atol=1e-9
    )


@pytest.mark.parametrize("file", [CHANCE, RANGES, CHANGES])
def test_what_depends_on_chance_is_of_the_same_areas_and_years(tables, file):
    key = [column for column in COLUMNS[file] if column not in ("mean", "low", "high", "change",
                                                                "exceeds_chance")]  # fmt: skip
    pandas.testing.assert_frame_equal(
        tables[file].to_pandas()[key], during(committed(file))[key], check_dtype=False
    )


def test_a_change_is_the_same_whatever_the_chance(tables):
    made, held = tables[CHANGES].to_pandas(), during(committed(CHANGES))
    assert made["change"].to_numpy() == pytest.approx(held["change"].to_numpy(), abs=1e-9)


def test_all_identities_hold(found, tables, inputs):
    assert check_identities(found, tables, inputs, expected()) == len(RULES)


@pytest.mark.parametrize(
    ("file", "column", "fault"),
    [
        (CHANCE, "low", "Low, mean and high are not in order"),
        (RANGES, "low", "A value above chance lies outside its range"),
        (CHANGES, "change", "A change is not the difference of the values"),
        (DECOMPOSITIONS, "value", "The parts do not sum to the change, or to the index"),
        (CONTRIBUTIONS, "value", "The contributions of areas do not sum to the mutual information"),
        (CONTRIBUTIONS, "value", "A contribution is not local segregation weighted by people"),
    ],
)
def test_a_number_that_does_not_agree_with_the_others_is_named(
    found, tables, inputs, file, column, fault
):
    at = tables[file].column_names.index(column)
    wrong = tables[file].column(column).to_pylist()
    wrong[100] += 0.9
    damaged = tables[file].set_column(at, column, [wrong])
    with pytest.raises(CheckError, match=rf"{fault}: \S+ and \S+ for .* \(\d+ in all\)"):
        check_identities(found, tables | {file: damaged}, inputs, expected())


def test_an_index_that_depends_on_the_order_of_its_groups_is_named(
    found, tables, inputs, monkeypatch
):
    monkeypatch.setattr("data.pipeline.identities.SYMMETRIC", {"isolation"})
    with pytest.raises(CheckError, match="The index depends on which group comes first"):
        check_identities(found, tables, inputs, expected())


def test_the_report_tells_of_every_table(found, tables):
    text = "\n".join(beside(found, tables))
    assert all(f"| {file} | {len(table):,} |" in text for file, table in tables.items())
    assert "| dissimilarity_foreign_born | municipality | 2023 | 276 |" in text
    assert "| background | mutual_information | 2020-2023 | re_sorting |" in text


def test_a_job_gives_the_chance_level_of_its_area_by_its_own_seed():
    found = simulated(JOB).levels[2020]["dissimilarity"]
    expected = chance_level_of_groups(TABLE, 40, own_seed("0180"), ["dissimilarity"])
    assert found.mean == round(expected["dissimilarity"].mean, DECIMALS_KEPT)


def test_a_job_gives_the_parts_of_every_change():
    assert simulated(JOB).parts == {
        (2020, 2021): {"theil_h": change_parts(TABLE, TABLE[::-1], "theil_h")}
    }


def test_the_same_job_gives_the_same_on_another_processor(drawn, inputs):
    """Drawn in this process, and by those of the fixture."""
    groups = next(g for g in inputs_of(inputs) if g.grouping.id == "background")
    segments = groups.segments(levels()["municipality"])
    number = segments.labels.index("0180")
    counts = dict(zip(YEARS, groups.counts[:, segments.members(number)], strict=True))
    job = Job(
        "background", "0180", simulated_indices("background"), (), counts, (YEARS,), REPLICATES
    )
    assert str(simulated(job).levels) == str(drawn["background", "0180"].levels)


def inputs_of(inputs):
    return [counted(grouping, inputs) for grouping in usable(inputs)]


def test_one_processor_is_enough(inputs, monkeypatch):
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    monkeypatch.setattr(chance_module, "_jobs", lambda *_: [JOB])
    assert set(chance(inputs)) == {("x", "0180")}


def test_an_area_without_an_index_has_no_chance_level(drawn):
    of_few_areas = chance_level(indicators()["dissimilarity_foreign_born"], FEW_AREAS, 2023, drawn)
    assert np.isnan(of_few_areas.mean)


def test_a_grouping_over_areas_that_are_not_counted_stops_the_pipeline(inputs):
    said = (
        "Grouping 'tenure' is over 'county', but its groups are counted at the level 'regso'. "
        "Use that level."
    )
    with pytest.raises(PipelineError, match=exactly(said)):
        counted(replace(groupings()["tenure"], over="county"), inputs)
