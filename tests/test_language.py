import re
import string
from pathlib import Path

import pytest

from data.catalogue import indicators, themes, units
from data.edition import STATUSES
from layouts.language import LOCALES_FOLDER, ONE, languages, text, within_a_sentence

ROOT = Path(__file__).parents[1]
WORDS = languages()["sv"]
CODE = "\n".join(
    path.read_text(encoding="utf-8")
    for room in ("layouts", "callbacks")
    for path in sorted((ROOT / room).rglob("*.py"))
) + (ROOT / "app.py").read_text(encoding="utf-8")


def placeholders(words):
    return {field for _, field, _, _ in string.Formatter().parse(words) if field}


def test_swedish_comes_first():
    assert next(iter(languages())) == "sv"


@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_same_words(language):
    assert set(languages()[language]) == set(WORDS)


@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_same_files(language):
    files = {file.name for file in (LOCALES_FOLDER / "sv").iterdir()}
    assert {file.name for file in (LOCALES_FOLDER / language).iterdir()} == files


@pytest.mark.parametrize("language", languages())
def test_no_word_is_empty(language):
    assert all(words.strip() for words in languages()[language].values())


@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_same_placeholders(language):
    words = languages()[language]
    assert [key for key in WORDS if placeholders(words[key]) != placeholders(WORDS[key])] == []


def test_every_word_is_used():
    made = tuple(f"{beginning}_" for beginning in re.findall(r"""f["']([a-z_]+)_\{""", CODE))
    assert [
        key
        for key in {key.removesuffix(ONE) for key in WORDS}
        if f'"{key}"' not in CODE and not key.startswith(made) and key not in STATUSES
    ] == []


@pytest.mark.parametrize("entry", [*indicators().values(), *themes().values(), *units().values()])
def test_the_catalogue_speaks_every_language(entry):
    for field in ("label", "about", "caveat", "suffix"):
        assert set(getattr(entry, field, languages())) == set(languages())


def test_one_thing_has_words_of_its_own():
    assert text("sv", "search_found", count="1", asked="x").startswith("Ett område")
    assert text("sv", "search_found", count="2", asked="x").startswith("2 områden")
    for language in languages():
        for key in (key for key in WORDS if key.endswith(ONE)):
            assert placeholders(languages()[language][key]) <= placeholders(
                languages()[language][key.removesuffix(ONE)]
            )


def test_one_lives_on_an_island_and_in_its_county():
    said = {
        "sv": ("på Gotland", "i Gotlands län"),
        "en": ("on Gotland", "in Gotlands län"),
    }
    for language, (on, within) in said.items():
        for area, expected in (("Gotland", on), ("Gotlands län", within)):
            assert expected in text(
                language, "rank_within", position=1, of=2, plural="x", area=area
            )


def test_names_keep_their_capital_within_a_sentence():
    assert within_a_sentence("sv", "Ojämn fördelning") == "ojämn fördelning"
    assert within_a_sentence("en", "Uneven spread") == "uneven spread"
    assert within_a_sentence("sv", "Theils H: hyresrätter") == "Theils H: hyresrätter"
    assert within_a_sentence("en", "Gini segregation index") == "Gini segregation index"


def test_a_word_takes_its_values():
    assert text("sv", "footer_about") == "Om kartan"
    assert "Göteborg" in text("en", "range_none", indicator="x", area="Göteborg")


def test_no_english_word_slipped_into_the_swedish():
    english = re.compile(r"\b(the|and|of|with|show|year|area|value)\b", re.IGNORECASE)
    assert not [words for words in WORDS.values() if english.search(re.sub(r"{\w+}", "", words))]
