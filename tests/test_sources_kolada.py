"""Kolada: page after page to the end, every value once, symbols kept apart."""

from dataclasses import replace

import pytest

from data.pipeline.sources.errors import SourceError
from data.pipeline.sources.export import exported
from data.pipeline.sources.kolada import KeyFigure, KoladaValue, key_figures, read_key_figure
from data.pipeline.sources.network import Network
from data.pipeline.sources.readers import Fetching
from data.pipeline.sources.services import services
from data.pipeline.sources.snapshots import Snapshots
from tests.said import exactly
from tests.source_server import Fault, SourceServer, Time

FIGURE = KeyFigure("unemployed", "N1", ".*arbetslös.*", (2023, 2024), (0, 100))


def entry(area, year, value, gender="T", status="", **more):
    cell = {"gender": gender, "count": 1, "status": status, "value": value, "isdeleted": False}
    return {"kpi": "N1", "municipality": area, "period": year, "values": [cell | more]}


ENTRIES = [
    entry("0114", 2024, 4.5),
    entry("0180", 2024, 6),
    entry("0000", 2024, 5.5),
    entry("0013", 2024, 5.0),
    entry("0114", 2023, 4.0),
]


def read(folder, entries=ENTRIES, title="Arbetslöshet 18-65 år", fail=(), again_after=None):
    figures = {"N1": {"title": title, "values": entries}}
    with SourceServer(figures=figures) as server:
        for path, fault in fail:
            server.fail(path, fault)
        service = replace(services()["kolada"], address=server.address)
        time = Time()
        found = run(service, folder, time)
        if again_after is not None:
            time.passed += again_after
            found = run(service, folder, time)
        return found, server


def run(service, folder, time):
    reader = Fetching(service, Snapshots(folder), Network(time), time)
    return read_key_figure(service, reader, FIGURE)


def test_every_page_is_read(tmp_path):
    found, server = read(tmp_path)
    assert found == [
        KoladaValue("00", 2024, 5.5, "ok"),
        KoladaValue("0114", 2023, 4.0, "ok"),
        KoladaValue("0114", 2024, 4.5, "ok"),
        KoladaValue("0180", 2024, 6.0, "ok"),
        KoladaValue("13", 2024, 5.0, "ok"),
    ]
    assert len(server.requests("/data/")) == 3


def test_a_key_figure_is_exported_with_its_statuses():
    values = [KoladaValue("0114", 2024, 4.5, "ok"), KoladaValue("0180", 2024, None, "suppressed")]
    assert exported("kolada-x", values) == (
        "kolada-x.csv",
        b"area,year,value,status\n0114,2024,4.5,ok\n0180,2024,,suppressed\n",
    )


@pytest.mark.parametrize(
    ("value", "status", "expected"),
    [
        (None, "-", "missing"),
        (None, ".", "not_applicable"),
        (None, "..", "suppressed"),
        ("-", "", "missing"),
        (".", "", "not_applicable"),
        ("..", "", "suppressed"),
        (None, "Missing", "missing"),
        (None, "Private", "suppressed"),
        (None, None, "missing"),
        (None, "", "missing"),
    ],
)
def test_symbols_are_kept_apart(tmp_path, value, status, expected):
    found, _ = read(tmp_path, [entry("0114", 2024, value, status=status)])
    assert found == [KoladaValue("0114", 2024, None, expected)]


def test_other_sexes_and_deleted_values_are_left_out(tmp_path):
    odd = [entry("0114", 2023, 1, "K"), entry("0114", 2023, 2, isdeleted=True)]
    assert len(read(tmp_path, [*odd, entry("0114", 2024, 3)])[0]) == 1


def test_a_young_answer_is_not_asked_for_again(tmp_path):
    _, server = read(tmp_path, again_after=3_600)
    assert len(server.requests("/data/")) == 3


def test_an_answer_from_the_future_is_asked_for_again(tmp_path):
    _, server = read(tmp_path, again_after=-3_600)
    assert len(server.requests("/data/")) == 6


def test_an_old_answer_is_asked_for_again(tmp_path):
    found, server = read(tmp_path, again_after=100_000)
    assert len(server.requests("/data/")) == 6
    assert len(found) == 5


def with_(**changed):
    return Fault(change=lambda content: content | changed)


def same_page(content):
    return content | {"next_url": content["next_url"].replace("page=3", "page=2")}


def repeated(content):
    return content | {"values": ENTRIES[:2]}


FAULTS = {
    (
        "kolada, N1: after 2 pages the next is "
        "http://…/data/kpi/N1/year/2023,2024?page=2&per_page=2, which is no end. The "
        "source is at fault; fetch again later."
    ): [("page=2", Fault(change=same_page))],
    (
        "kolada, N1: 0114 has two values for 2024. Compare it with the protocol; the "
        "source may have changed its form."
    ): [("page=2", Fault(change=repeated))],
    (
        "kolada, N1: the next page is on another host, http://evil.example/x. Compare it "
        "with the protocol; the source may have changed its form."
    ): [("page=1", with_(next_url="http://evil.example/x"))],
    (
        "kolada, N1: the page lacks its values. Compare it with the protocol; the source "
        "may have changed its form. The answer is kept as …."
    ): [("page=1", with_(values=None))],
    (
        "kolada, N1: the page lacks its values. … it with the protocol; the source "
        "may have changed its form. The answer is kept as …."
    ): [("page=1", with_(values=[1]))],
    (
        "kolada, N1: there is an entry {'kpi': 'N2', 'municipality': '0114', 'period': "
        "2024, 'values': [{'gender': 'T', 'count': 1, 'status': '', 'value': 1, '. "
        "Compare it with the protocol; the source may have changed its form."
    ): [("page=1", with_(values=[entry("0114", 2024, 1) | {"kpi": "N2"}]))],
    (
        "kolada, N1: there is an entry {'kpi': 'N1', 'municipality': 'Solna', 'period': "
        "2024, 'values': [{'gender': 'T', 'count': 1, 'status': '', 'value': 1, . "
        "Compare it with the protocol; the source may have changed its form."
    ): [("page=1", with_(values=[entry("Solna", 2024, 1)]))],
    (
        "kolada, N1: there is an entry {'kpi': 'N1', 'municipality': '0114', 'period': "
        "'2024', 'values': [{'gender': 'T', 'count': 1, 'status': '', 'value': 1,. "
        "Compare it with the protocol; the source may have changed its form."
    ): [("page=1", with_(values=[entry("0114", "2024", 1)]))],
    (
        "kolada, N1: 0114 lacks its values for 2024. Compare it with the protocol; the "
        "source may have changed its form."
    ): [("page=1", with_(values=[entry("0114", 2024, 1) | {"values": None}]))],
    (
        "kolada, N1: 0114 has 101 for 2024, outside 0 to 100. Compare it with the "
        "protocol; the source may have changed its form."
    ): [("page=1", with_(values=[entry("0114", 2024, 101)]))],
    (
        "kolada, N1: 0114 has True for 2024, outside 0 to 100. Compare it with the "
        "protocol; the source may have changed its form."
    ): [("page=1", with_(values=[entry("0114", 2024, True)]))],
    (
        "kolada, N1: 0114 has the unknown symbol '12,5' for 2024. Compare it with the "
        "protocol; the source may have changed its form."
    ): [("page=1", with_(values=[entry("0114", 2024, "12,5")]))],
    "kolada, N1: there are no values. See whether the key figure has ceased.": [
        ("page=1", with_(values=[], next_url=None))
    ],
}


@pytest.mark.parametrize("sentence", FAULTS)
def test_a_wrong_page_is_named(tmp_path, sentence):
    with pytest.raises(SourceError, match=exactly(sentence)):
        read(tmp_path, fail=FAULTS[sentence])


def test_pages_without_end_are_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr("data.pipeline.sources.kolada.MOST_PAGES", 2)
    with pytest.raises(
        SourceError,
        match=exactly(
            "kolada, N1: after 2 pages the next is "
            "http://…/data/kpi/N1/year/2023,2024?page=3&per_page=2, which is no end. The "
            "source is at fault; fetch again later."
        ),
    ):
        read(tmp_path)


def test_a_next_page_given_without_its_host_is_on_the_same(tmp_path):
    fault = with_(next_url="/data/kpi/N1/year/2023,2024?page=3&per_page=2")
    found, _ = read(tmp_path, fail=[("page=1", fault)])
    assert len(found) == 3


def test_the_metadata_may_be_one_object_without_a_list(tmp_path):
    alone = Fault(change=lambda content: content["values"][0])
    assert len(read(tmp_path, fail=[("/kpi/N1", alone)])[0]) == 5


def test_a_key_figure_that_is_called_something_else_stops(tmp_path):
    with pytest.raises(
        SourceError,
        match=exactly(
            "kolada, metadata of N1: it is called ['Antal bibliotek'], which does not match "
            "'.*arbetslös.*'. Correct kolada.toml after reading what the key figure is now."
        ),
    ):
        read(tmp_path, title="Antal bibliotek")


def test_no_key_figure_asks_for_more_years_than_kolada_takes():
    assert all(last - first < 25 for first, last in (f.years for f in key_figures().values()))
