"""From stand-in sources to an edition: through faults, a kill and a resume, and nothing twice."""

import errno
import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

import pandas
import pytest

from data.catalogue import declared_indicators
from data.edition import MANIFEST, REPORT, UNITED, VALUES, current_name
from data.pipeline import publish
from data.pipeline.checks import EXPECTED_FILE
from tests import forked, small_country
from tests.said import exactly
from tests.source_country import country, unemployment
from tests.source_server import Fault, SourceServer

ROOT = Path(__file__).parents[1]
CONFIG = {"maxDataCells": 1_500, "maxCallsPerTimeWindow": 10_000, "timeWindow": 1}
ENVIRONMENT = {"PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("country")
    ranges = EXPECTED_FILE.read_text(encoding="utf-8").partition("# The lowest and the highest")
    (made / "expected.toml").write_text("".join(ranges[1:]), encoding="utf-8")
    (made / "areas").mkdir()
    small_country.written(made / "areas")
    return made


def served(folder):
    areas = folder / "areas"
    regso = {edition: small_country.codes(areas, f"regso{edition}") for edition in ("2020", "2025")}
    figures = unemployment(small_country.codes(areas, "municipality"))
    return SourceServer(country(regso), figures, config=CONFIG)


def words(folder, server, *more, output="output", snapshots="snapshots"):
    addresses = [f"{name}={server.address}" for name in ("scb_statistics", "kolada")]
    return [
        str(folder / "areas"), "update",
        "--only-fetched", "--expected", str(folder / "expected.toml"), "--replicates", "20",
        "--output", str(folder / output), "--snapshots", str(folder / snapshots),
        "--address", addresses[0], "--address", addresses[1], "--date", "2027-04-01", *more,
    ]  # fmt: skip


def command(*given, **named):
    return [sys.executable, "-m", "tests.small_country", *words(*given, **named)]


def run(*given, answer="", work=small_country.pipeline, **named):
    return forked.run(work, words(*given, **named), ["data.pipeline.__main__"], answer, ENVIRONMENT)


def questions(server):
    return Counter((asked.method, asked.path, json.dumps(asked.body)) for asked in server.asked)


@pytest.fixture(scope="module")
def made(folder):
    """An edition made through faults of the network and a kill, and what was asked for it."""
    faults = [Fault(status=429, headers={"Retry-After": "1"}), Fault(status=500), Fault(cut=True)]
    with served(folder) as server:
        server.fail("/data", *[Fault()] * 3, *faults, *[Fault()] * 6, Fault(silence=True))
        process = subprocess.Popen(
            command(folder, server, "--yes"), cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.DEVNULL
        )
        for _ in range(1200):
            if len(server.requests("/data")) == 13:
                break
            server.released.wait(0.05)
        process.kill()
        process.wait()
        before_resuming = list(folder.glob("output/*"))
        done = run(folder, server, "--yes")
        asked = questions(server)
        server.asked.clear()
        again = run(folder, server, "--yes")
        asked_again = questions(server)
    assert done.returncode == 0, done.stderr
    return {
        "output": folder / "output", "told": done.stdout, "asked": asked, "again": again,
        "asked_again": asked_again, "before_resuming": before_resuming,
    }  # fmt: skip


def edition(made):
    return made["output"] / current_name(made["output"])


def test_a_killed_update_publishes_nothing(made):
    assert made["before_resuming"] == []


def test_nothing_that_had_come_is_fetched_twice_through_faults_a_kill_and_a_resume(made):
    """Three answers failed and one was cut off by the kill: those are asked for once more each."""
    cells = {key: number for key, number in made["asked"].items() if "/data?" in key[1]}
    assert sum(cells.values()) - len(cells) == 4
    # Limits and metadata are asked for on condition that they changed, once in each run.
    assert max(number for key, number in made["asked"].items() if key not in cells) <= 2


def test_a_run_where_nothing_is_new_asks_for_no_cells_and_publishes_nothing(made):
    assert not [key for key in made["asked_again"] if "/data?" in key[1] or "/kpi/" in key[1]]
    assert "so it stays the current edition" in made["again"].stdout
    assert len([path for path in made["output"].iterdir() if path.is_dir()]) == 1


def test_every_awaited_indicator_is_in_the_edition_over_its_years(made):
    held = json.loads((edition(made) / MANIFEST).read_bytes())["indicators"]
    awaited = [one for one in declared_indicators().values() if not one.available]
    assert awaited
    for one in awaited:
        assert set(held[one.id]) == set(one.levels)
    years = held["socioeconomic_index"]["regso"]["years"]
    assert years == list(range(2011, 2025))


def test_the_manifest_names_the_snapshots_that_it_is_made_of(made):
    inputs = json.loads((edition(made) / MANIFEST).read_bytes())["inputs"]
    (one,) = [i for i in inputs if i["file"] == "snapshots/population-regso-2020"]
    current = (
        made["output"].parent / "snapshots" / "manifests" / "population-regso-2020" / "current"
    )
    assert one["sha256"] == current.read_text().strip()
    assert len(inputs) == 23


def test_years_of_both_area_editions_stand_in_one_indicator_which_says_so(made):
    held = json.loads((edition(made) / MANIFEST).read_bytes())["indicators"]
    index = held["socioeconomic_index"]["regso"]
    assert index["areas_edition"] == "2020-2025"
    assert index["areas_editions"] == {"2020": list(range(2011, 2024)), "2025": [2024]}
    rows = pandas.read_parquet(edition(made) / VALUES)
    rows = rows[rows["indicator"] == "socioeconomic_index"].set_index(["area", "year"])
    assert rows.loc[("2584R001", 2023), "status"] == "ok"
    assert rows.loc[("2584R001", 2024), "status"] == "not_applicable"
    assert rows.loc[("2523R011", 2023), "status"] == "not_applicable"
    assert rows.loc[("2523R011", 2024), "status"] == "ok"


def test_areas_that_exchanged_land_are_counted_together_in_every_year(made):
    united = pandas.read_parquet(edition(made) / UNITED)
    assert set(united["united"]) == {"2523R001", "2584R001"}
    counted = {"population", "households", "foreign_born_share", "employed_20_64_share"}
    assert counted <= set(united["indicator"])
    assert not {"socioeconomic_index", "mean_net_income"} & set(united["indicator"])
    own = pandas.read_parquet(edition(made) / VALUES)
    own = own[own["indicator"] == "population"].set_index(["area", "year"])["value"]
    together = united[united["indicator"] == "population"].set_index(["united", "year"])["value"]
    newer = ["2584R002", "2584R006", "2584R013"]
    assert together["2584R001", 2024] == sum(own[code, 2024] for code in newer)
    assert together["2584R001", 2023] == sum(own[code, 2023] for code in ["2584R001", *newer])


def test_no_change_of_an_index_is_told_across_borders_that_moved(made):
    changes = pandas.read_parquet(edition(made) / "changes.parquet")
    across = changes[(changes["first"] <= 2023) & (changes["last"] >= 2024)]
    assert set(across["area"]) == {"01", "0114", "0115"}
    assert set(changes["area"]) > {"00", "25", "2523", "2584"}


# Not what Python makes of it: texts are in ASCII with the one, in Latin-1 with the other.
AS_SET = {"PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PYTHONIOENCODING": "utf-8"}
SWEDISH = "sv_SE.ISO-8859-1"


@pytest.fixture(scope="module")
def locales(tmp_path_factory):
    """A folder with a Swedish locale of its own, as a machine may have none."""
    place = tmp_path_factory.mktemp("locales")
    make = ["localedef", "-i", "sv_SE", "-f", "ISO-8859-1", str(place / SWEDISH)]
    if shutil.which("localedef"):
        subprocess.run(make, capture_output=True, check=False)
    return place


@pytest.mark.parametrize(("seed", "locale"), [("1", "C"), ("77", SWEDISH)])
def test_the_same_snapshots_give_the_same_bytes_whatever_the_seed_and_the_locale(
    made, folder, locales, seed, locale
):
    if locale == SWEDISH and not (locales / SWEDISH).is_dir():
        pytest.skip("a Swedish locale cannot be made here: install the package 'locales'")
    with served(folder) as server:
        done = subprocess.run(
            command(folder, server, "--yes", "--offline", output=f"output-{seed}"), cwd=ROOT,
            env=AS_SET
            | {"PYTHONHASHSEED": seed, "LC_ALL": locale, "LANG": locale, "LOCPATH": str(locales)},
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300, check=False,
        )  # fmt: skip
        assert not server.asked
    assert done.returncode == 0, done.stderr
    copy = folder / f"output-{seed}"
    files = [path.relative_to(made["output"]) for path in made["output"].rglob("*.*")]
    assert files and all(
        (copy / path).read_bytes() == (made["output"] / path).read_bytes()
        for path in files
        if (made["output"] / path).is_file()
    )


NOT_AGREED = "was not agreed to. Run again and answer yes to publish it."


def test_without_yes_it_asks_and_publishes_only_on_yes(made, folder):
    with served(folder) as server:
        nobody, yes = (
            run(folder, server, "--offline", output="asked", answer=answer)
            for answer in ("", "yes\n")
        )
    assert nobody.returncode == 1
    assert NOT_AGREED in nobody.stderr
    assert "Nobody answers; use --yes to publish without asking." in nobody.stderr
    assert "# Edition" in nobody.stdout
    assert yes.returncode == 0
    assert current_name(folder / "asked") == current_name(made["output"])


def test_the_report_names_new_years_revised_values_and_jumps_before_asking(made, folder):
    """A newer release of one table: a year more, and one value far from what it was."""
    before = sorted(made["output"].iterdir()), current_name(made["output"])
    with served(folder) as server:
        table = server.tables["TAB6683"]
        table.updated = "2027-03-01T00:00:00Z"
        table.dimensions["Tid"]["2025"] = "2025"
        known = table.values

        def revised(key):
            return 999.0 if (key["Region"], key["Tid"]) == ("0114R001", "2015") else known(key)

        table.values = revised
        done = run(folder, server, answer="no\n")
    assert done.returncode == 1
    assert NOT_AGREED in done.stderr
    assert "# Edition" in done.stdout
    assert (sorted(made["output"].iterdir()), current_name(made["output"])) == before
    assert "- mean_net_income (regso): years added: 2025." in done.stdout
    assert "- mean_net_income (regso): values changed: 1, most of all:" in done.stdout
    assert "2015: " in done.stdout and " became 999" in done.stdout
    assert "## To look at" in done.stdout
    assert "(0114R001): 999 in 2015" in done.stdout


def test_the_expected_ranges_are_those_of_the_pipeline(folder):
    """The stand-in's country is made up, so its totals are not; all else is checked as always."""
    shortened = tomllib.loads((folder / "expected.toml").read_text(encoding="utf-8"))
    whole = tomllib.loads(EXPECTED_FILE.read_text(encoding="utf-8"))
    assert shortened == {key: whole[key] for key in ("range", "jump")}
    assert REPORT


WRONG = (
    "Compare it with the protocol; the source may have changed its form. The answer is kept as …"
)
READ = "Correct it in tables.toml after reading the table's metadata."
LATER = "This was attempt 6. Try again later; what has come so far is kept."
RENAMED = f"TAB6574: ContentsCode has no code '000007Y7'. It has: X1 Folkmängd. {READ}"
YEAR_GONE = (
    "TAB6571: the year 2015 is gone (1 in all). (Declared as uncertain: that there is but one kind "
    f"of contents.) {READ}"
)
FAULTS = [
    f"scb_statistics, {fault}"
    for fault in (
        f"TAB6685: The answer is text/html instead of application/json. {LATER}",
        f"TAB6683: The gzip of the answer is cut off. {LATER}",
        ("TAB6680: the cell 0114R001, 1+2, 20-64, 0000089X, 2020 holds 'many' instead of a number. "
        f"{WRONG}"),
        # Both editions of a table have what is wrong with its metadata.
        RENAMED, RENAMED, YEAR_GONE, YEAR_GONE,
        ("TAB6572: the answer has the key '7' twice. The source is at fault; fetch again later. The "
        "answer is kept as …"),
        ("TAB6568: 44 codes of Region were asked for and 45 answered; the first that differs is "
        "'9999R001'. Fetch again; if it stays so, the table's codes have changed. The answer is "
        "kept as …"),
    )
]  # fmt: skip
NOTHING = (
    "Nothing is published.\n9 of 23 sources failed: economic_standard-regso-2020, "
    "net_income-regso-2020, labour_status-regso-2020, population-regso-2020, "
    "population-regso-2025, background-regso-2020, background-regso-2025, "
    "region_of_birth-regso-2020, households-regso-2020. What has come is kept: run again to fetch "
    "the rest.\n"
)


def test_faulty_answers_publish_nothing_and_each_is_told_with_table_and_remedy(folder):
    page = Fault(headers={"Content-Type": "text/html"}, body=b"<html>Service</html>")

    def with_text(content):
        return content | {"value": ["many", *content["value"][1:]]}

    with served(folder) as server:
        server.fail("TAB6685/data", *[page] * 6)
        server.fail("TAB6683/data", *[Fault(packed="cut")] * 6)
        server.fail("TAB6680/data", Fault(change=with_text))
        server.fail("TAB6572/data", Fault(body=b'{"class": "dataset", "value": {"7": 1, "7": 2}}'))
        households = server.tables["TAB6568"]
        households.dimensions["Region"]["9999R001"] = "9999R001"
        households.codelists["Region"]["vs_RegSO2020"].append("9999R001")
        server.tables["TAB6574"].dimensions["ContentsCode"] = {"X1": "Folkmängd"}
        del server.tables["TAB6571"].dimensions["Tid"]["2015"]
        done = run(folder, server, "--yes", output="faulty", snapshots="faulty-snapshots")
        faulty = {"TAB6685", "TAB6683", "TAB6680", "TAB6574", "TAB6571", "TAB6572", "TAB6568"}
        for table in faulty:
            assert server.requests(table)
    assert done.returncode == 1
    assert re.fullmatch(
        exactly("\n\n".join(["", *FAULTS, NOTHING]).removeprefix("\n")), done.stderr
    )
    assert not list(folder.glob("faulty/*"))
    assert list((folder / "faulty-snapshots" / "manifests").iterdir())


def on_a_full_disk(*given):
    def full(path, content):
        raise OSError(errno.ENOSPC, "No space left on device")

    publish._write = full
    return small_country.pipeline(*given)


def test_a_full_disk_leaves_the_current_edition_as_it_is(made, folder):
    """The disk is full when the new edition is written, after all has been fetched and computed."""
    before = {path: path.read_bytes() for path in made["output"].rglob("*") if path.is_file()}
    with served(folder) as server:
        done = run(folder, server, "--yes", "--offline", "--replicates", "2", work=on_a_full_disk)
    assert done.returncode == 1
    assert done.stderr == "\nNothing is published.\n[Errno 28] No space left on device\n"
    after = {path: path.read_bytes() for path in made["output"].rglob("*") if path.is_file()}
    assert after == before
