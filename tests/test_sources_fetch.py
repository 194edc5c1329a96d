"""A whole run: everything declared is fetched, nothing twice, and read again without network."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from data.pipeline.sources import __main__ as command
from data.pipeline.sources import declarations
from data.pipeline.sources.area_types import check_area_types, check_index
from data.pipeline.sources.declarations import AreaLevel
from data.pipeline.sources.errors import SourceError
from data.pipeline.sources.fetch import Fetcher, asked_for, sources
from data.pipeline.sources.snapshots import Snapshots
from tests import source_tables as synthetic
from tests.said import exactly
from tests.source_declared import declared_table, declared_tables
from tests.source_server import Fault, SourceServer, Time

ROOT = Path(__file__).parents[1]


@pytest.fixture
def few_areas(monkeypatch):
    found = {}
    for (level, id_), edition in synthetic.small_editions().items():
        known = declarations.levels()[level].editions[id_]
        lists = edition.codelists + known.codelists[1:]
        found.setdefault(level, {})[id_] = declarations.AreaEdition(
            **{**vars(edition), "codelists": lists}
        )
    small = {level: AreaLevel(level, editions) for level, editions in found.items()}
    monkeypatch.setattr(declarations, "levels", lambda: small)


@pytest.fixture
def server():
    with SourceServer(declared_tables(4), config={"maxDataCells": 200}) as server:
        yield server


def fetcher(folder, server, time=None):
    addresses = dict.fromkeys(("scb_statistics", "kolada"), server.address)
    return Fetcher(Snapshots(folder), time or Time(), addresses)


def tables():
    return [source for source in sources().values() if source.service == "scb_statistics"]


def test_every_declared_table_is_read(few_areas, server, tmp_path):
    run = fetcher(tmp_path, server)
    for source in tables():
        _, figures = run.fetch(source)
        assert figures.columns
        assert len(figures.areas) == 4
    assert len({source.group for source in tables()}) == 14
    assert not [asked for asked in server.asked if "metadata" in asked.path][14:]


def test_nothing_is_asked_twice_in_a_run(few_areas, server, tmp_path):
    run = fetcher(tmp_path, server)
    for source in asked_for(["population", "background"]):
        run.fetch(source)
    questions = [(asked.path, json.dumps(asked.body)) for asked in server.asked]
    assert len(questions) == len(set(questions))


def test_a_rerun_asks_only_for_what_may_have_changed(few_areas, server, tmp_path):
    source = asked_for(["population-regso-2020"])[0]
    first, _ = fetcher(tmp_path, server).fetch(source)
    server.asked.clear()
    assert fetcher(tmp_path, server).fetch(source)[0] == first
    assert [asked.path.partition("?")[0] for asked in server.asked] == [
        "/config",
        "/tables/TAB6574/metadata",
    ]


def test_a_rerun_asks_on_condition_that_it_changed(few_areas, server, tmp_path):
    server.etags = True
    source = asked_for(["population-regso-2020"])[0]
    first, _ = fetcher(tmp_path, server).fetch(source)
    server.asked.clear()
    assert fetcher(tmp_path, server).fetch(source)[0] == first
    assert all(asked.headers["If-None-Match"] for asked in server.asked)


def test_a_posted_question_has_no_conditions_as_they_would_fail_it(few_areas, server, tmp_path):
    server.etags = True
    source = asked_for(["households-regso-2020"])[0]
    fetcher(tmp_path, server).fetch(source)
    server.tables["TAB6568"].updated = "2027-01-01T00:00:00Z"
    server.asked.clear()
    fetcher(tmp_path, server).fetch(source)
    assert server.requests("/data")
    assert not [one for one in server.requests("/data") if "If-None-Match" in one.headers]


def test_an_updated_table_is_fetched_anew_and_the_old_can_still_be_replayed(
    few_areas, server, tmp_path
):
    source = asked_for(["socioeconomic_index-regso-2020"])[0]
    first, before = fetcher(tmp_path, server).fetch(source)
    table = server.tables["TAB6586"]
    table.values, table.updated = lambda key: 3, "2027-01-01T00:00:00Z"
    second, after = fetcher(tmp_path, server).fetch(source)
    assert second != first
    assert list(after.rows()) != list(before.rows())
    offline = Fetcher(Snapshots(tmp_path), addresses={"scb_statistics": "http://moved.example"})
    server.asked.clear()
    assert list(offline.replay(source, first).rows()) == list(before.rows())
    assert list(offline.replay(source).rows()) == list(after.rows())
    assert not server.asked


def test_a_fetch_goes_on_where_it_stopped(few_areas, server, tmp_path):
    source = asked_for(["labour_status-deso-2018"])[0]
    server.config["maxDataCells"] = 4
    whole = fetcher(tmp_path / "whole", server)
    expected, _ = whole.fetch(source)
    asked = len(server.requests("/data"))
    server.asked.clear()
    server.fail("/data", *[Fault()] * 5, Fault(status=403))
    with pytest.raises(
        SourceError,
        match=exactly(
            'scb_statistics, TAB6680: the source answers 403 ({"version": "2.0", "class": '
            '"dataset", "updated": "2026-03-24T07:00:00Z", "role": {"time": ["Tid"], '
            '"metric": ["ContentsCode"]}, "id": ["Region", "Kon", "Alder", "ContentsCode", '
            '"Tid"], "size": [4, 1,). See whether its address, or the table\'s id or codes, '
            "have changed."
        ),
    ):
        fetcher(tmp_path / "part", server).fetch(source)
    got, _ = fetcher(tmp_path / "part", server).fetch(source)
    assert got == expected
    refused = 1
    assert len(server.requests("/data")) == asked + refused
    assert asked == 16


def test_a_killed_fetch_leaves_only_whole_snapshots_and_goes_on(tmp_path):
    """The real editions, as another process has no small ones; killed in the middle of parts."""
    script = (
        "import sys; from data.pipeline.sources.clock import Clock; Clock.sleep = lambda *_: None\n"
        "from data.pipeline.sources.__main__ import main; sys.exit(main(sys.argv[1:]))"
    )
    table = declared_table("TAB6586", 3363)
    with SourceServer([table], config={"maxDataCells": 2_000}) as server:
        words = [
            "fetch", "socioeconomic_index-regso-2025", "--snapshots", str(tmp_path),
            "--address", f"scb_statistics={server.address}",
        ]  # fmt: skip
        server.fail("/data", *[Fault()] * 4, Fault(silence=True))
        process = subprocess.Popen([sys.executable, "-c", script, *words], cwd=ROOT)
        for _ in range(600):
            if len(server.requests("/data")) == 5:
                break
            server.released.wait(0.05)
        process.kill()
        process.wait()
        assert not list(tmp_path.rglob("manifests/*"))
        done = len(server.requests("/data")) - 1
        server.asked.clear()
        _, figures = fetcher(tmp_path, server).fetch(asked_for(words[1:2])[0])
        assert len(server.requests("/data")) == 10 - done
    check_index_and_types(figures)


def check_index_and_types(figures):
    """The decisive test of the index, on what came over HTTP through a kill."""
    parts = [
        figures.columns[name].values
        for name in (
            "low_economic_standard_share",
            "compulsory_education_only_share",
            "assistance_or_unemployed_share",
        )
    ]
    index, types = (figures.columns[n].values for n in ("socioeconomic_index", "area_type"))
    rows = list(enumerate(figures.years))
    years = {year: (index[row], types[row]) for row, year in rows}
    assert check_area_types(figures.areas, years) > len(rows) * 3363 * 0.99
    years = {year: (index[row], [part[row] for part in parts]) for row, year in rows}
    assert check_index(figures.areas, years) == len(rows) * 3363


def test_a_failing_source_does_not_keep_back_the_others(few_areas, server, tmp_path, capsys):
    server.fail("TAB6574", Fault(status=404))
    words = ["fetch", "population-regso-2020", "households-regso-2020"]
    assert command.main(words, fetcher(tmp_path, server)) == 1
    told = capsys.readouterr()
    assert "households-regso-2020" in told.out
    assert "1 of 2 failed: population-regso-2020." in told.err


def test_what_was_fetched_is_replayed_by_command(few_areas, server, tmp_path, capsys):
    words = ["households-regso-2020"]
    run = fetcher(tmp_path, server)
    assert command.main(["fetch", *words], run) == 0
    fetched = capsys.readouterr().out
    assert command.main(["replay", *words], run) == 0
    assert capsys.readouterr().out == fetched


def test_what_was_fetched_is_exported_as_a_tidy_file(few_areas, server, tmp_path):
    words = ["households-regso-2020", "--output", str(tmp_path / "files")]
    run = fetcher(tmp_path, server)
    assert command.main(["fetch", *words], run) == 0
    assert command.main(["export", *words], run) == 0
    lines = (tmp_path / "files" / "households-regso-2020.csv").read_text().splitlines()
    assert lines[0] == "column,area,year,value,status"
    assert len(lines) == 1 + 3 * 4 * 13
    assert lines[1].startswith("households_total,0114R001,2011,") and lines[1].endswith(",ok")


def test_the_same_snapshots_give_the_same_bytes_in_another_process_and_language(tmp_path):
    """The real editions, as another process has no small ones."""
    with SourceServer([declared_table("TAB6586", 3363)]) as server:
        addresses = {"scb_statistics": server.address}
        source = asked_for(["socioeconomic_index-regso-2025"])[0]
        Fetcher(Snapshots(tmp_path), Time(), addresses).fetch(source)
        written = {_exported(tmp_path, source.id, seed) for seed in ("1", "2")}
    assert len(written) == 1
    assert next(iter(written)).count(b"\n") == 1 + 5 * 3363


def _exported(folder, id_, seed):
    output = folder / seed
    subprocess.run(
        [sys.executable, "-m", "data.pipeline.sources", "export", id_, "--snapshots", str(folder),
         "--output", str(output)],
        cwd=ROOT, check=True, timeout=60,
        env={"PYTHONHASHSEED": seed, "LC_ALL": "C" if seed == "1" else "C.UTF-8"},
    )  # fmt: skip
    return (output / f"{id_}.csv").read_bytes()


def test_what_was_never_fetched_cannot_be_replayed(tmp_path, capsys):
    words = ["replay", "households-regso-2020", "--snapshots", str(tmp_path)]
    assert command.main(words) == 1
    assert "Fetch it first" in capsys.readouterr().err


def test_the_list_names_every_source(capsys):
    assert command.main(["list"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(sources())


def test_an_unknown_source_is_told_with_those_there_are(capsys):
    assert command.main(["fetch", "weather"]) == 1
    assert "there is no such source. Use one of: socioeconomic_index" in capsys.readouterr().err


def test_a_service_can_be_asked_somewhere_else(monkeypatch):
    made = []
    monkeypatch.setattr(command, "Fetcher", lambda *_, **given: made.append(given))
    assert command.main(["list", "--address", "kolada=http://127.0.0.1:1"]) == 0
    assert made == [{"addresses": {"kolada": "http://127.0.0.1:1"}}]


@pytest.mark.parametrize("address", ["weather=http://a", "kolada", "kolada=ftp://a"])
def test_an_unknown_address_is_refused(address, capsys):
    with pytest.raises(SystemExit):
        command.main(["list", "--address", address])
    assert "is not one of scb_statistics" in capsys.readouterr().err
