"""Every measure is explained, in every language, and the document says what the file says."""

from pathlib import Path

import pytest

from data.indices import INDICES
from data.inference.simulation import OF_ORDERED_GROUPS, OF_SEVERAL_GROUPS, OF_TWO_GROUPS
from data.measures import (
    document,
    introduction,
    measures,
    ranking_caveat,
    sections,
    symbols,
)

DOCUMENT = Path(__file__).parents[1] / "docs" / "METHODS.md"
LANGUAGES = {"sv", "en"}
every_measure = pytest.mark.parametrize("measure", measures().values(), ids=lambda m: m.id)


@pytest.mark.parametrize("index", INDICES)
def test_every_index_is_explained(index):
    assert index in measures()


@every_measure
def test_a_measure_is_explained_in_every_language(measure):
    for texts in (measure.name, measure.meaning, measure.limits, measure.not_for):
        assert set(texts) == LANGUAGES and all(texts.values())


@every_measure
def test_the_meaning_is_one_sentence(measure):
    for sentence in measure.meaning.values():
        assert sentence.endswith(".") and ". " not in sentence


@every_measure
def test_a_measure_stands_under_a_heading(measure):
    assert measure.section in sections()


@pytest.mark.parametrize(
    "texts", [introduction(), symbols(), ranking_caveat(), *sections().values()]
)
def test_what_stands_beside_the_measures_is_in_every_language(texts):
    assert set(texts) == LANGUAGES


@pytest.mark.parametrize("index", sorted({*OF_TWO_GROUPS, *OF_SEVERAL_GROUPS, *OF_ORDERED_GROUPS}))
def test_the_caveat_on_ranking_stands_with_every_index_of_a_municipality(index):
    assert measures()[index].ranked


@pytest.mark.parametrize("index", INDICES)
def test_an_index_names_its_reference_in_the_code_too(index):
    first = measures()[index].reference.split(" (")[0].split(" and ")[0]
    assert first in (INDICES[index].__doc__ or "")


def test_the_document_is_made_from_the_measures():
    made = document()
    assert DOCUMENT.read_text(encoding="utf-8") == made, (
        "docs/METHODS.md is not what data/measures.toml says. "
        "Make it anew: python -m data.measures > docs/METHODS.md"
    )
