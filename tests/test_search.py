import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.search import folded, search


@pytest.mark.parametrize(
    "text, code",
    [
        ("goteborg", "1480"),
        ("GÖTEBORG", "1480"),
        ("Malmo", "1280"),
        ("Vastra Gotaland", "14"),
        ("  upplands   vasby ", "0114"),
        ("0180", "0180"),
        ("0180r009", "0180R009"),
        ("00", "00"),
        ("soder oceanhamnen", "1283R026"),
        ("Söder-Oceanhamnen", "1283R026"),
        ("Gotebrg", "1480"),
        ("Linkoping", "0580"),
        ("Hallunda", "0127R007"),
    ],
)
def test_the_best_hit_comes_first(text, code):
    assert search(text)[0].code == code


def test_a_quarter_is_found_by_name():
    assert "Rinkeby" in search("Rinkeby")[0].name


def test_the_wider_level_comes_first_among_equals():
    assert [area.level.id for area in search("uppsal", limit=2)] == ["county", "municipality"]


def test_what_begins_so_comes_before_what_contains_it():
    assert search("sala")[0].name == "Sala"


@pytest.mark.parametrize("text", ["", "   ", "-", "\u0301"])
def test_nothing_asked_is_nothing_found(text):
    assert search(text) == []


def test_nonsense_finds_nothing():
    assert search("qqqqzzzzxxxx") == []


@given(st.text(max_size=200), st.integers(min_value=-1, max_value=20))
def test_any_text_gives_at_most_as_many_hits_as_asked(text, limit):
    assert len(search(text, limit)) <= max(limit, 0)


@given(st.text(max_size=100))
def test_folding_twice_changes_nothing(text):
    assert folded(folded(text)) == folded(text)
