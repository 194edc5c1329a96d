import json
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Thread
from time import sleep

import brotli
import pytest

from app import create_app
from callbacks import answers, place
from data.catalogue import indicators
from data.edition import current_edition
from layouts.made_by import views
from sending.kept import Answer, Kept
from settings import Settings

PLACE = {
    "output": "..place.children...facts.data..",
    "outputs": [{"id": "place", "property": "children"}, {"id": "facts", "property": "data"}],
    "changedPropIds": ["asked.data"],
}


def body(address):
    return PLACE | {"inputs": [{"id": "asked", "property": "data", "value": address}]}


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A service that notes how often the panel of an area is made."""
    times = []
    real = place.show_place

    def counted(asked):
        times.append(asked)
        return real(asked)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(place, "show_place", counted)
        app = create_app(Settings(cache_folder=str(tmp_path_factory.mktemp("cache"))))
        yield app.server, times


@pytest.fixture
def made(server):
    server[1].clear()
    return server[1]


@pytest.fixture
def client(server):
    answers.KEPT.clear()
    yield server[0].test_client()
    answers.KEPT.clear()


def show(client, address, edition=None, **headers):
    return client.get(views(edition or current_edition().id) + address, headers=headers)


def ask(client, address, **headers):
    return client.post("/_dash-update-component", json=body(address), headers=headers)


def test_the_same_view_is_made_once_however_its_address_is_written(client, made):
    first = ask(client, "/sv/?area=1480")
    again = ask(client, "/sv/?utm=x&area=1480")
    assert first.status_code == again.status_code == 200
    assert first.data == again.data
    assert len(made) == 1


def test_another_language_area_or_indicator_is_another_answer(client, made):
    asked = ["/sv/?area=1480", "/en/?area=1480", "/sv/?area=1280", "/sv/?indicator=population"]
    assert len({ask(client, address).data for address in asked}) == len(made) == 4


def test_an_address_with_mistakes_is_answered_but_not_kept(client, made):
    for _ in range(2):
        assert ask(client, "/sv/?area=nowhere").status_code == 200
    assert len(made) == 2
    assert answers.KEPT.size == 0


def test_a_kept_answer_says_the_published_figures(client):
    for _ in range(2):
        facts = ask(client, "/sv/?indicator=population&area=1480").get_json()["response"]["facts"]
        assert facts["data"]["years"]["2023"]["value"] == "604\u00a0616\u00a0personer"


def test_an_answer_is_compressed_where_the_browser_takes_it(client):
    plain = ask(client, "/sv/?area=1480")
    packed = ask(client, "/sv/?area=1480", **{"Accept-Encoding": "gzip, br"})
    assert packed.headers["Content-Encoding"] == "br"
    assert packed.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"
    assert brotli.decompress(packed.data) == plain.data
    assert len(packed.data) < len(plain.data) / 2


@pytest.mark.parametrize("indicator", list(indicators()))
def test_what_is_kept_is_what_would_be_answered_anew(client, indicator):
    address = f"/sv/?indicator={indicator}&area=1480"
    ask(client, address)
    kept = ask(client, address)
    answers.KEPT.clear()
    assert kept.status_code == 200
    assert json.loads(kept.data) == json.loads(ask(client, address).data)


def test_what_many_ask_at_once_is_made_once():
    kept, times, together = Kept(), [], Barrier(8)

    def slow():
        times.append(1)
        sleep(0.05)
        return Answer(b"{}", "application/json")

    def visitor(_):
        together.wait()
        return kept.answer("cold", slow)

    with ThreadPoolExecutor(8) as visitors:
        found = set(visitors.map(visitor, range(8)))
    assert len(times) == len(found) == 1


@pytest.mark.parametrize("visitors", [1, 8])
def test_an_answer_may_be_made_of_others_that_many_ask_for_in_their_own_order(visitors):
    kept, found, together = Kept(), {}, Barrier(visitors)

    def part(number):
        def make():
            sleep(0.0001)
            return Answer(b"%d " % number, "text/plain")

        return kept.answer(number, make).body

    def visitor(mine):
        order = range(500) if mine % 2 else range(499, -1, -1)
        together.wait()
        whole = kept.answer(
            ("whole", mine), lambda: Answer(b"".join(map(part, order)), "text/plain")
        )
        found[mine] = sorted(map(int, whole.body.split()))

    asking = [Thread(target=visitor, args=(mine,), daemon=True) for mine in range(visitors)]
    for one in asking:
        one.start()
    for one in asking:
        one.join(20)
    assert found == {key: list(range(500)) for key in range(visitors)}
    assert not list(kept._making)


def test_a_maker_that_fails_leaves_the_next_one_to_try():
    kept = Kept()

    def fails():
        raise OSError

    with pytest.raises(OSError):
        kept.answer("key", fails)
    assert kept.answer("key", lambda: Answer(b"1", "text/plain")).body == b"1"


@pytest.mark.parametrize("address", ["/sv/", "/sv/metod"])
def test_a_page_that_has_not_changed_keeps_the_policy_it_came_with(client, address):
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert "script-src" in first.headers["Content-Security-Policy"]
    assert again.status_code == 304
    assert "Content-Security-Policy" not in again.headers
