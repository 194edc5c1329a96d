"""What is kept in the cache comes back as it was, or is computed again."""

import os
import pickle

import pytest
from flask import Flask

from callbacks import cache
from layouts.view import read


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "cache"


@pytest.fixture
def server(folder):
    server = Flask(__name__)
    cache.start(server, None, str(folder))
    with server.app_context():
        yield server


def remembered(made):
    view, _ = read("/sv/?area=1480")
    return cache.remembered("part", view, lambda view: made)


def files(folder):
    return [path for path in folder.iterdir() if path.stat().st_size > 60]


def test_what_was_kept_is_not_made_again(server):
    assert remembered({1: "first"}) == {1: "first"}
    assert remembered({1: "second"}) == {1: "first"}


def test_nothing_is_a_value_too(server):
    assert remembered(None) is None
    assert remembered("second") is None


def test_a_flipped_bit_anywhere_gives_the_value_made_again_and_never_another(server, folder):
    remembered({"value": 0.3537})
    (kept,) = files(folder)
    whole = kept.read_bytes()
    for at in range(4, len(whole)):
        kept.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert remembered({"value": 0.3537}) == {"value": 0.3537}, at
        cache.reading.reset()


@pytest.mark.parametrize("damage", [b"", b"\0" * 4, b"garbage" * 20])
def test_a_damaged_file_is_replaced(server, folder, damage):
    remembered("first")
    (kept,) = files(folder)
    kept.write_bytes(damage)
    assert remembered("second") == "second"
    cache.reading.reset()
    assert remembered("third") == "second"


def test_another_value_in_its_place_is_not_taken(server):
    view, _ = read("/sv/?area=1480")
    key = f"{cache.current_edition().id}/part/{view.without_year()}"
    cache.cache.set(key, pickle.dumps("planted"))
    assert remembered("made") == "made"


def test_the_folder_is_for_its_owner_alone(server, folder):
    assert folder.stat().st_mode & 0o077 == 0


def test_a_folder_that_others_could_write_is_closed_to_them(folder):
    folder.mkdir(mode=0o777)
    folder.chmod(0o777)
    assert cache.is_ours(folder)
    assert folder.stat().st_mode & 0o077 == 0


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
def test_the_folder_of_another_user_is_not_used(folder):
    folder.mkdir()
    os.chown(folder, 65534, 65534)
    assert not cache.is_ours(folder)


def test_a_folder_that_cannot_be_made_leaves_the_service_without_a_cache(tmp_path):
    (tmp_path / "file").write_text("no folder")
    server = Flask(__name__)
    cache.start(server, None, str(tmp_path / "file" / "cache"))
    with server.app_context():
        assert remembered("first") == "first"
        assert cache.state() == "not answering"
