"""What is declared can be used, and a slip in it is named."""

import re
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from data.declared import CatalogueError
from data.pipeline.sources import services as module
from data.pipeline.sources.declarations import declaration, declarations, levels
from data.pipeline.sources.fetch import sources
from data.pipeline.sources.services import services
from geo.levels import levels as geo_levels
from tests.said import exactly
from tests.source_tables import small_dataset

TABLES = {
    "TAB6586", "TAB6685", "TAB6683", "TAB6679", "TAB6684", "TAB6680", "TAB5956", "TAB6534",
    "TAB6258", "TAB6638", "TAB6574", "TAB6571", "TAB6572", "TAB6568",
}  # fmt: skip


def test_all_tables_are_declared():
    assert {one.table for one in declarations().values()} == TABLES


@pytest.mark.parametrize("one", declarations().values(), ids=lambda one: one.id)
def test_every_pattern_is_a_regular_expression(one):
    splits = one.dimensions.values()
    choices = [*one.contents.values(), *(c for s in splits for c in s.values.values())]
    patterns = (
        [choice.name for choice in choices] + [s.each for s in splits] + [s.aside for s in splits]
    )
    assert all(re.compile(pattern) for pattern in patterns if pattern)


@pytest.mark.parametrize("one", declarations().values(), ids=lambda one: one.id)
def test_what_is_not_certain_says_so(one):
    certain = all(choice.code for choice in one.contents.values())
    assert certain or one.uncertain


def test_regso_has_the_editions_that_the_map_has():
    declared = {id_: edition.years for id_, edition in levels()["regso"].editions.items()}
    assert declared == {id_: tuple(y) for id_, y in geo_levels()["regso"].editions.items()}


def test_the_editions_of_a_level_have_no_year_in_common():
    for level in levels().values():
        years = sorted(edition.years for edition in level.editions.values())
        assert all(a[1] < b[0] for a, b in pairwise(years))


def test_every_service_is_spared_and_has_a_licence():
    assert set(services()) == {"scb_statistics", "scb_geodata", "kolada"}
    for service in services().values():
        assert service.address.startswith("https://")
        assert service.calls / service.seconds <= 3
        assert service.licence and service.publisher


DOCUMENT = (Path(__file__).parents[1] / "docs" / "SOURCES.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("group", sorted({source.group for source in sources().values()}))
def test_every_group_of_sources_is_documented(group):
    assert f"`{group}`" in DOCUMENT


@pytest.mark.parametrize("one", declarations().values(), ids=lambda one: one.id)
def test_every_table_is_documented(one):
    assert one.table in DOCUMENT


def test_the_example_of_a_table_can_be_used_as_it_stands():
    lines = DOCUMENT.partition("[citizenship]")[2].split("3. ")[0].splitlines()
    table = tomllib.loads("\n".join(line.strip() for line in lines))
    assert [one.id for one in declaration("citizenship", table).datasets] == [
        "citizenship-regso-2020",
        "citizenship-regso-2025",
        "citizenship-deso-2018",
        "citizenship-deso-2025",
    ]


SLIPS = {
    "Declaration 'two_numbers' has the unknown keys tabel.": {"tabel": "TAB2"},
    "Table 'two_numbers' uses county ['2020'], not in editions.toml.": {
        "levels": {"county": ["2020"]}
    },
    "Table 'two_numbers' uses regso ['2018'], not in editions.toml.": {
        "levels": {"regso": ["2018"]}
    },
    "Table 'two_numbers' uses the unknown status 'secret'.": {"symbols": {"x": "secret"}},
    "A choice in table 'two_numbers' has neither code nor name. Give one.": {
        "contents": {"a": {"range": [0, 1]}}
    },
    "Choice 'two_numbers' has the unknown keys cod.": {"contents": {"a": {"cod": "A1"}}},
    (
        "A dimension of table 'two_numbers' is split in no way, or in two. Give total "
        "alone, or values, or each, or these two."
    ): {"dimensions": {"Kon": {"aside": "x"}}},
    (
        "A dimension of table 'two_numbers' is split in no way, or in two. … total "
        "alone, or values, or each, or these two."
    ): {"dimensions": {"Kon": {"total": {"code": "1"}, "each": "x"}}},
    "Split 'two_numbers' has the unknown keys totl.": {"dimensions": {"Kon": {"totl": {}}}},
}


@pytest.mark.parametrize("sentence", SLIPS)
def test_a_slip_is_named(sentence):
    with pytest.raises(CatalogueError, match=exactly(sentence)):
        small_dataset(**SLIPS[sentence])


def test_a_table_without_its_id_is_named():
    with pytest.raises(
        CatalogueError,
        match=exactly("Declaration 'empty' lacks contents, levels, table, title, years."),
    ):
        declaration("empty", {})


def test_a_file_that_is_no_toml_is_named(tmp_path, monkeypatch):
    (tmp_path / "services.toml").write_text("= nothing")
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    with pytest.raises(
        CatalogueError,
        match=exactly("services.toml cannot be read: Invalid statement (at line 1, column 1)."),
    ):
        services()
    with pytest.raises(
        CatalogueError,
        match=exactly("tables.toml cannot be read: [Errno 2] No such file or directory: '…'."),
    ):
        module.declared("tables")


def test_the_files_are_toml_as_it_stands():
    for path in module.FOLDER.glob("*.toml"):
        assert tomllib.loads(path.read_text(encoding="utf-8"))
