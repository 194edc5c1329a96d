"""docs/DATA.md says what the catalogue and the edition say."""

import pytest

from data.catalogue import declared_indicators, sources
from data.edition import current_edition
from data.pipeline.document import FILE, generated, with_generated


def test_the_documentation_is_what_is_generated():
    text = FILE.read_text(encoding="utf-8")
    assert text == with_generated(text), "run python -m data.pipeline document"


@pytest.mark.parametrize("one", declared_indicators().values(), ids=lambda one: one.id)
def test_every_indicator_has_definition_years_sources_licence_and_attribution(one):
    part = generated().partition(f"(`{one.id}`)")[2].partition("\n**")[0]
    assert one.about["en"] in part
    for source in one.sources:
        assert f"{source.publisher}, {source.table}. Licence: {source.licence}." in part
    assert "- Attribution: " in part
    held = current_edition().levels(one)
    assert ("No edition has it yet" in part) == (not held)


def test_breaks_of_definition_and_of_borders_are_told():
    text = generated()
    assert "- Break in 2024: From 2024 ages 25–65 are counted" in text
    assert "- Break where the borders of the areas inside changed" in text


def test_every_source_is_listed_with_its_licence():
    for source in sources().values():
        row = f"| `{source.id}` | {source.publisher} | {source.table} | {source.licence} |"
        assert row in generated()
