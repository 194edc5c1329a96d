"""Figures of DeSO go from stand-in sources into an edition, and are looked up there."""

import json

import pandas
import pytest

from data.edition import MANIFEST, VALUES, current_name
from tests import small_country
from tests.source_country import country, unemployment
from tests.source_server import SourceServer
from tests.test_pipeline_update import CONFIG, run
from tests.test_pipeline_update import folder as small_folder

LEVEL = "deso"
folder = small_folder


@pytest.fixture(scope="module")
def served(folder):
    """The stand-in's services, with tables of DeSO, and the registers that are asked about."""
    areas = small_country.with_deso(folder / "areas")
    regso, deso = (
        {edition: small_country.codes(areas, f"{level}{edition}") for edition in editions}
        for level, editions in (("regso", ("2020", "2025")), (LEVEL, ("2018", "2025")))
    )
    figures = unemployment(small_country.codes(areas, "municipality"))
    with SourceServer(
        country(regso, deso), figures, config=CONFIG | {"maxDataCells": 15_000}
    ) as one:
        yield one


@pytest.fixture(scope="module")
def made(folder, served):
    done = run(folder, served, "--yes", "--replicates", "2")
    assert done.returncode == 0, done.stderr
    return folder / "output" / current_name(folder / "output")


@pytest.fixture(scope="module")
def held(made):
    told = json.loads((made / MANIFEST).read_bytes())["indicators"]
    return {id_: levels[LEVEL] for id_, levels in told.items() if LEVEL in levels}


@pytest.fixture(scope="module")
def found(made):
    rows = pandas.read_parquet(made / VALUES)
    return rows.set_index(["indicator", "level", "area", "year"]).sort_index()


def test_what_is_fetched_of_deso_is_in_the_edition_over_both_editions_of_its_areas(held):
    assert {"population", "foreign_born_share", "rented_share", "mean_net_income"} <= set(held)
    assert "socioeconomic_index" not in held
    assert held["population"]["areas_editions"]["2025"][0] == 2024
    assert held["population"]["areas_edition"] == "2018-2025"


def test_counts_of_deso_make_those_of_the_regso_that_they_lie_in(found):
    two = [found.loc[("population", LEVEL, f"0114A001{half}", 2020), "value"] for half in "01"]
    assert sum(two) == found.loc[("population", "regso", "0114R001", 2020), "value"]


def test_a_share_of_deso_is_made_of_counts_of_deso(found):
    born = ("born_in_sweden", "population")
    assert not set(born) <= set(found.index.get_level_values("indicator"))
    fine, wide = (
        ("foreign_born_share", LEVEL, "0114A0010"),
        ("foreign_born_share", "regso", "0114R001"),
    )
    assert list(found.loc[fine, "value"]) == pytest.approx(
        list(found.loc[wide, "value"]),
        abs=0.2,  # noise of 2025
    )


def test_an_area_that_ceased_has_no_value_afterwards(found):
    gone = found.loc[("population", LEVEL, "2584A0010")]
    assert gone.loc[2023, "status"] == "ok" and gone.loc[2024, "status"] == "not_applicable"


def test_every_value_of_the_manifest_is_in_the_file_for_the_browser(made, held):
    one = held["population"]
    content = json.loads((made / one["file"]).read_bytes())
    assert content["areas_edition"] == "2018-2025" and content["years"] == one["years"]
    assert {len(row) for row in content["values"]} == {len(content["values"][0])}


def test_counts_that_differ_between_the_levels_stop_the_update(folder, served):
    table = served.tables["TAB6568"]
    known, updated = table.values, table.updated

    def cell(area):
        return {"Region": area, "Tid": "2020", "Hushallstyp": "TOTALT"}

    def more(key):
        return known(key) + 7 * (cell("0114A0010").items() <= key.items())

    table.values, table.updated = more, "2027-03-01T00:00:00Z"
    try:
        done = run(folder, served, "--yes", output="none")
    finally:
        table.values, table.updated = known, updated
    assert done.returncode == 1 and not (folder / "none").exists()
    inside = small_country.codes(folder / "areas", "regso2020")
    whole = sum(known(cell(code)) for code in inside if code.startswith("0114"))
    assert done.stderr.endswith(
        "\nNothing is published.\n1 counts differ between two levels. Fetch the tables again; where "
        "it stays so, compare them with SCB's own.\nhouseholds of 0114 in 2020 is "
        f"{whole + 7:,} over deso and {whole:,} over regso.\n"
    )
