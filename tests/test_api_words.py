"""Problems are told in Swedish or in English, with all that is filled in."""

import ast
from pathlib import Path
from string import Formatter

import pytest

from api.sentences import Sentence, asked_language, sentences
from tests.api_reader import read, server
from tests.test_api_problems import NOT_FOUND, WRONG

ROOT = Path(__file__).parents[1]
EVERY = [(table, name) for table, told in sentences().items() for name in told]


def fields(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize(("table", "name"), EVERY)
def test_every_sentence_says_the_same_in_both_languages(table, name):
    said = sentences()[table][name]
    assert set(said) == {"sv", "en"}
    assert fields(said["sv"]) == fields(said["en"])
    assert said["sv"] != said["en"]


@pytest.mark.parametrize("address", [*WRONG, *NOT_FOUND])
def test_every_problem_is_told_in_swedish_and_in_english(address):
    swedish = read(address, **{"Accept-Language": "sv-SE,sv;q=0.9,en;q=0.5"})
    english = read(address)
    assert swedish.headers["Content-Language"] == "sv"
    assert english.headers["Content-Language"] == "en"
    told = [answer.get_json() for answer in (swedish, english)]
    for member in ("title", "detail"):
        assert told[0][member] != told[1][member]
        assert "{" not in told[0][member].replace("{parameter}", "")
    for member in ("type", "status", "parameter", "near", "allowed", "value"):
        assert told[0].get(member) == told[1].get(member)


def test_the_address_can_name_the_language():
    assert read("values?lang=sv").get_json()["detail"] == "'indicator' måste anges."
    english = read("values?lang=en", **{"Accept-Language": "sv"})
    assert english.get_json()["detail"] == "'indicator' must be given."


def test_parameters_and_near_matches_keep_their_names_in_swedish():
    told = read("values?indicator=foreign_born_shar&lang=sv").get_json()
    assert told["parameter"] == "indicator"
    assert told["near"] == ["foreign_born_share"]
    assert told["detail"] == (
        "'indicator' kan inte vara 'foreign_born_shar'. Menade du foreign_born_share?"
    )


@pytest.mark.parametrize("asked", ["de", "*", "xx;q=0.1", ""])
def test_other_languages_are_answered_in_english(asked):
    with server().test_request_context(headers={"Accept-Language": asked}):
        assert asked_language() == "en"


def test_a_language_that_is_not_there_is_named():
    told = read("values?indicator=population&lang=de").get_json()
    assert told["parameter"] == "lang"
    assert told["allowed"] == ["en", "sv"]


def test_a_list_ends_with_or():
    sentence = Sentence("remedy", "choice", {"names": ["a", "b", "c"]})
    assert sentence.text("sv") == "Använd a, b eller c."
    assert sentence.text("en") == "Use a, b or c."


def test_every_sentence_is_said_somewhere():
    """A sentence that no code says, or code that says one that is not there, is a mistake."""
    trees = [
        ast.parse(path.read_text("utf-8"))
        for room in ("api", "service")
        for path in (ROOT / room).rglob("*.py")
    ]
    texts = {node.value for tree in trees for node in ast.walk(tree)
             if isinstance(node, ast.Constant) and isinstance(node.value, str)}  # fmt: skip
    assert [name for table, name in EVERY if table != "titles" and name not in texts] == []
