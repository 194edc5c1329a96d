"""The doors that `make guided` asks: each takes its own examples, and notices a fault."""

import pytest

from tests.guided import doors
from tests.guided.seeds import SEEDS, seeds, write


@pytest.mark.parametrize("door", SEEDS)
def test_a_door_takes_its_examples_and_odd_bytes(door):
    for content in (*seeds(door), b"", bytes(range(256)), b"\xed\xa0\x80", b"[" * 4_000):
        doors.DOORS[door](content)


def test_every_door_has_examples():
    assert set(doors.DOORS) == set(SEEDS)


def test_a_fault_is_noticed(monkeypatch):
    monkeypatch.setattr(doors, "markup", lambda part: f"<p>{part.children}</p>")
    with pytest.raises((AssertionError, ValueError)):
        doors.words(b'"><img src=x>')


def test_the_words_are_written_as_the_tool_reads_them(tmp_path):
    folder = tmp_path / "api"
    folder.mkdir()
    write(folder, "api")
    assert len(list(folder.iterdir())) == len(SEEDS["api"])
    lines = folder.with_suffix(".dict").read_text().splitlines()
    assert all(line[0] == line[-1] == '"' for line in lines)
