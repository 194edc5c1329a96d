"""A view in one answer, whole or as what is new in it, with or without the values to draw."""

import gzip
import hashlib
import json

import pytest

from app import create_app
from callbacks import answers, viewed
from data.catalogue import indicators
from data.edition import current_edition
from geo.levels import levels
from layouts.made_by import CODE, views
from layouts.view import read
from sending.alike import new_in
from sending.steps import steps
from settings import Settings
from tests.unpacked import unpacked

INDICATOR = "rented_share"
OF_MUNICIPALITIES = [
    one
    for one in indicators().values()
    if current_edition().coverage(one, levels()["municipality"])
]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    return create_app(Settings(cache_folder=str(tmp_path_factory.mktemp("cache")))).server


@pytest.fixture
def made(monkeypatch):
    """Which views are made, by their addresses."""
    addresses = []
    real = viewed.joined

    def noted(app, make, address):
        addresses.append(address)
        return real(app, make, address)

    monkeypatch.setattr(viewed, "joined", noted)
    return addresses


@pytest.fixture
def client(server):
    answers.KEPT.clear()
    yield server.test_client()
    answers.KEPT.clear()


def show(client, address, edition=None, **headers):
    return client.get(views(edition or current_edition().id) + address, headers=headers)


def test_the_opening_of_each_language_is_there_before_anybody_asks(made, tmp_path):
    client = create_app(Settings(cache_folder=str(tmp_path))).server.test_client()
    made.clear()
    for address in ("/sv/", "/en/"):
        assert show(client, address).status_code == 200
    assert made == []


def test_what_is_asked_for_beforehand_is_every_map_that_can_be_drawn(client, made):
    addresses = viewed.first_views()
    assert len(addresses) == len(set(addresses)) > 80
    answers.warm(client.application, addresses[:3])
    asked = [read(address.partition(CODE)[2].replace("new/values", ""))[0] for address in addresses]
    # The opening, which the others are sent beside, is the first of them.
    assert made == [view.address() for view in asked[:3]]
    assert client.get(addresses[0]).status_code == 200
    assert len(made) == 3


@pytest.mark.parametrize("address", ["/sv/?", "/en/?area=1480", "/sv/?area=nowhere"])
def test_one_question_has_the_answers_of_all_callbacks_of_a_view(client, address):
    whole = show(client, address).get_json()
    asked = client.get("/_dash-dependencies").get_json()
    of_view = [
        one
        for one in asked
        if [each["id"] for each in one["inputs"]] == ["asked"] and not one["clientside_function"]
    ]
    assert set(whole) == {one["output"] for one in of_view}
    for one in of_view:
        names = [part.rsplit(".", 1) for part in one["output"].strip(".").split("...")]
        body = {
            "output": one["output"],
            "outputs": [{"id": name, "property": part} for name, part in names],
            "inputs": [{"id": "asked", "property": "data", "value": address}],
            "changedPropIds": ["asked.data"],
        }
        answer = client.post("/_dash-update-component", json=body)
        assert whole[one["output"]] == answer.get_json()


@pytest.mark.parametrize("form", ["", "new", "new/values"])
def test_an_answer_for_an_edition_may_be_kept_for_ever_and_no_other(client, form):
    assert "immutable" in show(client, f"/sv/{form}?area=1480").headers["Cache-Control"]
    former = show(client, f"/sv/{form}?area=1480", edition="2020-01-01-00000000")
    other_code = current_edition().id.join(("/views/", f"/00000000/sv/{form}?area=1480"))
    mistaken = show(client, f"/sv/{form}?area=nowhere")
    for answer in (former, client.get(other_code), mistaken):
        assert answer.status_code == 200
        assert "immutable" not in answer.headers["Cache-Control"]
        # Its reader has another opening, or is told of a mistake: it is sent whole.
        assert answer.is_json


def test_a_reader_who_has_the_answer_is_sent_none(client):
    first = show(client, "/sv/?area=1480")
    again = show(client, "/sv/?area=1480", **{"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert again.data == b""


@pytest.mark.parametrize("form", ["", "new", "new/values"])
def test_a_view_in_no_language_of_ours_is_not_found(client, form):
    assert client.get(f"/views/x/x/xx/{form}?area=1480").status_code == 404


@pytest.mark.parametrize("address", [f"?indicator={INDICATOR}", "?area=1280&level=regso", "?"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_is_new_and_what_is_known_make_the_whole(client, language, address):
    known = show(client, f"/{language}/").data
    whole = show(client, f"/{language}/{address}").data
    new = show(client, f"/{language}/new{address}")
    assert unpacked(new.data, known) == whole
    assert new.mimetype == "application/octet-stream"
    packed = show(client, f"/{language}/{address}", **{"Accept-Encoding": "br"})
    assert len(new.data) < len(packed.data) / 2


@pytest.mark.parametrize("indicator", OF_MUNICIPALITIES)
def test_the_values_along_with_a_view_are_the_published_file(indicator):
    coverage = current_edition().coverage(indicator, levels()["municipality"])
    view, notices = read(f"/sv/?indicator={indicator.id}&level=municipality")
    assert not notices
    file = json.loads(viewed.values(view))
    last = [0] * len(file["values"][0])
    for row in file["values"]:
        for i, step in enumerate(row):
            if step is not None:
                row[i] = last[i] = last[i] + step
    # As a browser writes it.
    written = json.dumps(file, separators=(",", ":"), ensure_ascii=False) + "\n"
    assert hashlib.sha256(written.encode()).hexdigest() == coverage.sha256


def test_steps_leave_gaps_and_go_on_from_the_last_value():
    assert steps([[5, None, 1], [7, None, None], [6, 3, 4]]) == [
        [5, None, 1],
        [2, None, None],
        [-1, 3, 3],
    ]
    assert steps([]) == []


def test_without_its_file_of_values_a_view_is_sent_alone(client, monkeypatch):
    known, whole = show(client, "/sv/").data, show(client, f"/sv/?indicator={INDICATOR}").data
    view, _ = read(f"/sv/?indicator={INDICATOR}")
    assert unpacked(show(client, f"/sv/new/values?indicator={INDICATOR}").data, known) == (
        whole + b"\n" + viewed.values(view)
    )
    answers.KEPT.clear()
    monkeypatch.setattr(type(current_edition()), "coverage", lambda *_: Gone())
    assert viewed.values(view) == b""


class Gone:
    file = "values/nosuch.json"


def test_beside_another_text_it_is_no_file():
    end = new_in((b"a text, ", b"and another"), b"a known text")
    assert unpacked(end, b"a known text") == b"a text, and another"
    with pytest.raises(gzip.BadGzipFile):
        unpacked(end, b"a known test")


def test_a_known_text_that_fits_no_block_is_refused():
    with pytest.raises(ValueError, match=r"65536 bytes; a stored block holds 65535\."):
        new_in((b"x",), b" " * 65_536)
