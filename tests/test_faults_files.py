"""An edition that is damaged on disk never shows a wrong number; the one before it is shown."""

import json
import shutil

import pytest

from data.edition import CURRENT, EditionError, current_name, shown
from tests.faults import files
from tests.test_edition import NAME, PUBLISHED_FOLDER

FORMER = f"2000-01-01-{NAME[-8:]}"


@pytest.fixture
def folder(tmp_path):
    """Two editions of the same figures, of which the newer is current."""
    for name in (NAME, FORMER):
        shutil.copytree(PUBLISHED_FOLDER / NAME, tmp_path / name)
    manifest = tmp_path / FORMER / "manifest.json"
    named = {"edition": FORMER, "date": FORMER[:10]}
    manifest.write_text(json.dumps(json.loads(manifest.read_text()) | named))
    (tmp_path / CURRENT).write_text(NAME)
    return tmp_path


@pytest.mark.parametrize("damage", [files.truncated, files.flipped, files.half_written])
def test_the_former_edition_is_shown_and_the_fault_is_named(folder, damage):
    broken = damage(folder / NAME)
    assert shown(folder).edition.id == FORMER
    assert broken.name in str(shown(folder).fault)


def test_an_edition_without_its_manifest_is_none(folder):
    (folder / NAME / "manifest.json").unlink()
    assert shown(folder).edition.id == FORMER


def test_a_former_edition_that_is_damaged_too_is_not_shown(folder):
    files.truncated(folder / NAME)
    files.flipped(folder / FORMER)
    with pytest.raises(EditionError, match=rf"{NAME}/values.parquet is not the file"):
        shown(folder)


def test_where_all_is_well_there_is_no_fault(folder):
    assert shown(folder).fault is None
    assert shown(folder).edition.id == current_name(folder) == NAME


def test_started_on_half_an_edition_the_service_shows_the_former(tmp_path):
    (outcome,) = files.damaged_editions(tmp_path, ("New edition half written",))
    assert outcome.errors == outcome.wrong == []
    assert outcome.requests > 20
    assert outcome.notes == {"status": "degraded", "named": True, "former": True}


def test_a_bit_that_flips_while_the_edition_is_shown_changes_no_number(tmp_path):
    outcome = files.flipped_while_running(tmp_path)
    assert outcome.errors == outcome.wrong == []
    assert outcome.notes == {"status": "degraded", "named": True}
