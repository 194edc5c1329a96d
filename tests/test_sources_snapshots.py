"""Answers are kept as they came, whole or not at all, and never edited."""

import json
from pathlib import Path

import pytest

from data.pipeline.sources import snapshots as module
from data.pipeline.sources.errors import PassingFaultError, SourceError
from data.pipeline.sources.readers import Replaying
from data.pipeline.sources.request import Answer, Request
from data.pipeline.sources.snapshot import taken
from data.pipeline.sources.snapshots import Snapshots
from tests.said import exactly

BODY = 'Ett svar, "ordagrant" \r\n\x00'.encode("utf-16")
QUESTION = Request("scb_statistics", "TAB1", "http://example/data", b'{"selection":[]}')


@pytest.fixture
def store(tmp_path):
    return Snapshots(tmp_path)


def kept(store, request=QUESTION, body=BODY, **changed):
    headers = {"etag": '"1"', "last-modified": "Thu, 01 Jan 2026 00:00:00 GMT"}
    details = {"fetched": "2026-01-01T00:00:00+00:00", "licence": "CC0 1.0", "publisher": "SCB"}
    answer = Answer(200, body, headers | {"content-type": "application/json; charset=utf-8"})
    snapshot = taken(request, answer, version=None, **details | changed)
    store.keep(snapshot, body)
    return snapshot


def replaying(store, id_):
    return Replaying(store, store.manifest("one", id_))


def test_the_bytes_are_those_that_came(store):
    snapshot = kept(store)
    assert store.last(QUESTION) == snapshot
    assert store.content(snapshot) == BODY


def test_what_is_known_of_an_answer_stands_beside_it(store, tmp_path):
    kept(store)
    known = json.loads((tmp_path / "answers" / f"{QUESTION.key}.json").read_text())
    assert known["address"] == "http://example/data"
    assert known["request"] == '{"selection":[]}'
    assert known["licence"] == "CC0 1.0"
    assert known["media_type"] == "application/json"
    assert known["size"] == len(BODY)


def test_an_answer_is_asked_for_again_on_condition(store):
    assert kept(store).conditions == {
        "If-None-Match": '"1"',
        "If-Modified-Since": "Thu, 01 Jan 2026 00:00:00 GMT",
    }


def test_another_question_has_another_key():
    other = Request("scb_statistics", "TAB1", "http://example/data", b'{"selection":[1]}')
    assert len({QUESTION.key, other.key, Request("a", "b", "http://example/data").key}) == 3


def test_an_earlier_answer_is_still_there_after_a_later(store):
    first = kept(store)
    kept(store, body=b"later")
    assert store.content(first) == BODY


def test_a_damaged_body_is_named_and_never_used(store, tmp_path):
    snapshot = kept(store)
    path = next((tmp_path / "bodies").rglob("*/*"))
    path.write_bytes(b"edited")
    with pytest.raises(
        SourceError,
        match=exactly(
            "scb_statistics, TAB1: the snapshot … is not the bytes that were fetched. Delete "
            "that file and fetch again."
        ),
    ):
        store.content(snapshot)


@pytest.mark.parametrize("text", ["{", "[]", '{"key": "a"}'])
def test_a_damaged_record_is_named(store, tmp_path, text):
    kept(store)
    (tmp_path / "answers" / f"{QUESTION.key}.json").write_text(text)
    with pytest.raises(
        SourceError,
        match=exactly("snapshots, ….json: … is damaged. Delete that file and fetch again."),
    ):
        store.last(QUESTION)


def test_a_record_without_its_body_is_as_if_never_fetched(store, tmp_path):
    kept(store)
    next((tmp_path / "bodies").rglob("*/*")).unlink()
    assert store.last(QUESTION) is None


def test_a_full_disk_leaves_nothing_half_written(store, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module.os, "fsync", full)
    with pytest.raises(
        SourceError,
        match=exactly(
            "snapshots, …: … cannot be written (No space left on device). Make room, or name "
            "another folder."
        ),
    ):
        kept(store)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
    monkeypatch.undo()
    assert store.last(QUESTION) is None


def test_a_folder_that_is_a_file_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(
        SourceError,
        match=exactly(
            "snapshots, …: … cannot be written (Not a directory). Make room, or name another "
            "folder."
        ),
    ):
        kept(Snapshots(tmp_path / "file"))


def test_the_same_answers_have_the_same_manifest_whenever_fetched(store):
    first = store.publish("one", "http://example", [kept(store)])
    again = store.publish(
        "one", "http://example", [kept(store, fetched="2027-01-01T00:00:00+00:00")]
    )
    assert first == again == store.current("one")
    assert store.manifest("one", first).answers[QUESTION.key].fetched.startswith("2026")


def test_other_answers_have_another_manifest_and_the_old_stays(store):
    first = store.publish("one", "http://example", [kept(store)])
    second = store.publish("one", "http://example", [kept(store, body=b"later")])
    assert first != second == store.current("one")
    sha256 = store.manifest("one", first).answers[QUESTION.key].sha256
    assert sha256 != store.manifest("one", second).answers[QUESTION.key].sha256


def test_a_replay_gives_the_bytes_of_its_manifest(store):
    first = store.publish("one", "http://example", [kept(store)])
    store.publish("one", "http://example", [kept(store, body=b"later")])
    assert replaying(store, first).read(QUESTION, lambda body: body) == BODY


def test_a_damaged_manifest_is_named(store, tmp_path):
    id_ = store.publish("one", "http://example", [kept(store)])
    (tmp_path / "manifests" / "one" / f"{id_}.json").write_text("{}")
    with pytest.raises(
        SourceError,
        match=exactly(
            "snapshots, 419a1bea16d25fd6.json: … is damaged. Delete that file and fetch again."
        ),
    ):
        store.manifest("one", id_)


def test_a_replay_of_another_question_stops(store):
    reader = replaying(store, store.publish("one", "http://example", [kept(store)]))
    with pytest.raises(
        SourceError,
        match=exactly(
            "scb_statistics, TAB2: the manifest one/419a1bea16d25fd6 has no answer to "
            "http://other/. What is declared has changed since; fetch again."
        ),
    ):
        reader.read(Request("scb_statistics", "TAB2", "http://other/"), bytes)


def test_a_snapshot_that_later_rules_refuse_is_named(store):
    def stricter(_):
        raise PassingFaultError("the answer is no whole JSON.")

    reader = replaying(store, store.publish("one", "http://example", [kept(store)]))
    with pytest.raises(
        SourceError,
        match=exactly(
            "scb_statistics, TAB1: in the snapshot, the answer is no whole JSON. Rules have "
            "become stricter since it was fetched; delete it and fetch again."
        ),
    ):
        reader.read(QUESTION, stricter)


def test_only_one_module_opens_connections():
    folder = Path(module.__file__).parent
    online = [path.stem for path in folder.glob("*.py") if "import urllib3" in path.read_text()]
    assert online == ["network"]
    others = ("requests.get", "httpx", "urlopen", "socket", "http.client")
    assert not [
        p for p in folder.glob("*.py") if any(f"import {one}" in p.read_text() for one in others)
    ]
