import copy
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import create_app
from callbacks import opening
from callbacks.cache import cache, reading, writing
from data.catalogue import indicators
from data.edition import PUBLISHED_FOLDER, EditionError, current_edition, newest_edition
from geo import boundaries
from settings import Settings

SCENE = {
    "output": "..scene.data...notices.children...shown.children..",
    "outputs": [
        {"id": "scene", "property": "data"},
        {"id": "notices", "property": "children"},
        {"id": "shown", "property": "children"},
    ],
    "inputs": [{"id": "asked", "property": "data", "value": "/sv/?area=1480"}],
    "changedPropIds": ["asked.data"],
}


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    return create_app(Settings(cache_folder=str(tmp_path_factory.mktemp("cache"))))


@pytest.fixture
def client(app):
    return app.server.test_client()


@pytest.fixture(autouse=True)
def a_cache_that_has_not_failed():
    reading.reset()
    writing.reset()


def ask(client, **changes):
    return client.post("/_dash-update-component", json=copy.deepcopy(SCENE) | changes)


@pytest.mark.parametrize("path", ["/", "/sv/", "/en/", "/sv/?area=1480"])
def test_the_page_is_served(client, path):
    assert client.get(path).status_code == 200


@pytest.mark.parametrize(("path", "language"), [("/", "sv"), ("/sv/", "sv"), ("/en/", "en")])
def test_the_page_says_its_language(client, path, language):
    assert f'<html lang="{language}">' in client.get(path).text


def test_no_part_of_the_head_is_left_unfilled(client):
    head = client.get("/").text
    assert not [part for part in ("{language}", "{site}", "{tagline}", "{%") if part in head]


def test_a_page_that_does_not_exist_is_not_found(client):
    assert client.get("/sv/nosuchpage").status_code == 404


def test_a_second_app_has_all_callbacks_too(app, tmp_path):
    second = create_app(Settings(cache_folder=str(tmp_path)))
    assert second.callback_map.keys() == app.callback_map.keys() != set()


def test_health_tells_edition_counts_and_cache(client):
    health = client.get("/healthz").get_json()
    assert health["status"] == "ok"
    assert health["edition"] == current_edition().id
    assert health["indicators"] == len(indicators())
    assert health["cache"] == "ok"


def test_a_callback_is_answered(client):
    answer = ask(client)
    assert answer.status_code == 200
    assert answer.get_json()["response"]["scene"]["data"]["area"] == "1480"


def test_at_the_foot_stand_source_edition_and_caveat(client):
    foot = str(ask(client).get_json()["response"]["shown"]["children"])
    indicator = indicators()["foreign_born_share"]
    assert indicator.caveat["sv"] in foot
    assert indicator.sources[0].table in foot
    assert current_edition().id in foot


@pytest.mark.parametrize(
    "changes",
    [
        {"output": "../../etc/passwd"},
        {"output": 7},
        {"output": None},
        {"outputs": "scene"},
        {"outputs": []},
        {"outputs": [{"id": "scene", "property": "data"}]},
        {"inputs": []},
        {"inputs": {"id": "asked"}},
        {"inputs": [{"id": "asked", "property": "data", "value": {"a": 1}}]},
        {"inputs": [{"id": "asked", "property": "data", "value": ["/sv/"]}]},
        {"inputs": [{"id": "asked", "property": "data", "value": 5}]},
        {"inputs": [{"id": "asked", "property": "data", "value": "x" * 3_000}]},
        {"inputs": [{"id": "other", "property": "data", "value": "/sv/"}]},
        {"state": [{"id": "asked", "property": "data", "value": "/sv/"}]},
        {"changedPropIds": ["passwd"]},
        {"changedPropIds": 3},
    ],
    ids=str,
)
def test_a_forged_callback_is_refused(client, changes):
    answer = ask(client, **changes)
    assert answer.status_code == 400
    assert answer.get_json()["error"].endswith(".")


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b'"text"', b"\xff\xfe"])
def test_a_body_that_is_no_callback_is_refused(client, body):
    answer = client.post("/_dash-update-component", data=body, content_type="application/json")
    assert answer.status_code == 400


def test_a_body_of_a_megabyte_is_refused(client):
    answer = client.post(
        "/_dash-update-component", data=b"x" * 1_000_000, content_type="application/json"
    )
    assert answer.status_code in {400, 413}


@pytest.mark.parametrize(
    "address",
    [
        "/sv/?indicator=../../etc/passwd",
        "/sv/?area=../0180",
        "/../../etc/passwd?level=%00",
        "not an address",
        "",
        None,
    ],
)
def test_an_address_asked_wrongly_gets_the_default(client, address):
    answer = ask(client, inputs=[{"id": "asked", "property": "data", "value": address}])
    assert answer.get_json()["response"]["scene"]["data"]["area"] == "00"


def test_strangers_add_no_keys_to_the_cache(app, client, monkeypatch):
    kept = []
    monkeypatch.setattr(cache, "set", lambda key, *_, **__: not kept.append(key))
    monkeypatch.setattr(cache, "get", lambda key: None)
    for i in range(20):
        address = f"/sv/?area=1480&nonsense={i}&indicator=nosuch{i}"
        client.post(
            "/_dash-update-component",
            json={
                "output": "..place.children...facts.data..",
                "outputs": [
                    {"id": "place", "property": "children"},
                    {"id": "facts", "property": "data"},
                ],
                "inputs": [{"id": "asked", "property": "data", "value": address}],
                "changedPropIds": ["asked.data"],
            },
        )
    assert len(set(kept)) == 1


@given(st.text(max_size=300))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_address_brings_the_server_down(client, address):
    answer = ask(client, inputs=[{"id": "asked", "property": "data", "value": address}])
    assert answer.status_code == 200


def test_boundaries_and_values_never_change_under_their_address(client, app):
    view = ask(client).get_json()["response"]["scene"]["data"]
    for address in (view["boundaries"], view["register"], view["values"]):
        with client.get(address) as answer:
            assert answer.status_code == 200
            assert "immutable" in answer.headers["Cache-Control"]
            assert json.loads(answer.get_data())


@pytest.mark.parametrize("address", ["/boundaries/index.json", "/editions/current"])
def test_what_tells_the_newest_is_not_kept_for_ever(client, address):
    with client.get(address) as answer:
        assert answer.status_code == 200
        assert "immutable" not in answer.headers["Cache-Control"]


@pytest.mark.parametrize(
    "path",
    ["/boundaries/../settings.py", "/editions/../../app.py", "/boundaries/nosuch.geojson"],
)
def test_no_other_file_is_served(client, path):
    answer = client.get(path)
    assert answer.status_code == 404


def test_an_edition_that_is_missing_is_named_with_its_remedy(tmp_path):
    with pytest.raises(EditionError, match="make data"):
        newest_edition(tmp_path)


def test_what_is_served_lies_in_two_folders():
    assert boundaries.FOLDER.is_dir()
    assert PUBLISHED_FOLDER.is_dir()


def test_a_cache_that_fails_costs_no_answer(client, monkeypatch):
    def broken(*_, **__):
        raise ConnectionError("the cache is gone")

    monkeypatch.setattr(cache, "get", broken)
    monkeypatch.setattr(cache, "set", broken)
    assert ask(client).status_code == 200
    assert client.get("/healthz").get_json()["cache"] == "not answering"


def test_the_first_view_is_kept_under_its_one_address(client):
    first = client.get("/sv/?area=1480&indicator=foreign_born_share")
    again = client.get("/sv/?indicator=foreign_born_share&area=1480")
    assert first.headers["ETag"] == again.headers["ETag"]
    kept = client.get("/sv/?area=1480", headers={"If-None-Match": first.headers["ETag"]})
    assert kept.status_code == 304


@pytest.mark.parametrize("address", ["/sv/", "/en/?area=1480"])
def test_every_worker_has_the_same_page_so_that_who_has_one_is_sent_none(client, address):
    first = client.get(address)
    assert "end_id" not in first.text
    opening.KEPT.clear()
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_a_view_that_names_a_mistake_is_not_kept(client):
    before = opening.KEPT.size
    assert "1066" in client.get("/sv/?area=1480&year=1066").text
    assert opening.KEPT.size == before
