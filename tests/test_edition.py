"""An edition that is not whole is refused with a sentence that names file and remedy."""

import json
import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import evidence, store
from data.catalogue import indicators
from data.edition import (
    CURRENT,
    MANIFEST,
    PUBLISHED_FOLDER,
    VALUES,
    Edition,
    EditionError,
    content_hash,
    current_edition,
    current_name,
    edition,
    editions,
    named_edition,
    newest_edition,
)
from geo.levels import levels

NAME = current_name(PUBLISHED_FOLDER)
MANIFEST_BYTES = (PUBLISHED_FOLDER / NAME / MANIFEST).read_bytes()


@pytest.fixture
def folder(tmp_path):
    """A copy of the published folder that a test may damage."""
    shutil.copytree(PUBLISHED_FOLDER / NAME, tmp_path / NAME)
    shutil.copyfile(PUBLISHED_FOLDER / CURRENT, tmp_path / CURRENT)
    return tmp_path


@pytest.fixture(scope="module")
def manifest_folder(tmp_path_factory):
    """A folder with nothing but a manifest, of an edition that has no files."""
    return tmp_path_factory.mktemp("published") / NAME


def changed(folder, **entries):
    path = folder / NAME / MANIFEST
    path.write_text(json.dumps(json.loads(path.read_text()) | entries))


def test_the_current_edition_is_the_one_that_current_names(folder):
    assert newest_edition(folder).id == NAME


def test_the_current_edition_is_read_once():
    assert current_edition() is current_edition()


def test_the_hash_in_the_name_is_that_of_the_content():
    manifest = json.loads(MANIFEST_BYTES)
    assert f"{manifest['date']}-{content_hash(manifest)}" == NAME == manifest["edition"]


def test_the_hash_does_not_depend_on_date_or_report():
    manifest = json.loads(MANIFEST_BYTES)
    other = manifest | {"date": "1999-01-01", "files": manifest["files"] | {"report.md": "0"}}
    assert content_hash(other) == content_hash(manifest)


def test_the_hash_depends_on_every_file_of_values():
    manifest = json.loads(MANIFEST_BYTES)
    other = manifest | {"files": manifest["files"] | {VALUES: "0"}}
    assert content_hash(other) != content_hash(manifest)


def test_an_edition_knows_what_it_holds_of_an_indicator_at_a_level():
    coverage = current_edition().coverage(indicators()["foreign_born_share"], levels()["regso"])
    assert coverage.years == (2020, 2021, 2022, 2023)
    assert coverage.areas_edition == "2020"
    assert len(coverage.limits) == 5
    assert coverage.file == "values/foreign_born_share-regso.json"


def test_an_edition_holds_nothing_of_an_indicator_at_a_level_it_lacks():
    assert current_edition().coverage(indicators()["area_type"], levels()["county"]) is None


def test_the_levels_of_an_indicator_come_widest_first():
    assert current_edition().levels(indicators()["population"]) == tuple(levels())


def test_categories_have_no_limits():
    assert current_edition().coverage(indicators()["area_type"], levels()["regso"]).limits == ()


@pytest.mark.parametrize("content", [None, "", "\n", "../elsewhere", "a/b", ".unfinished-x", "\0"])
def test_a_current_file_without_the_name_of_an_edition_is_refused(folder, content):
    (folder / CURRENT).unlink()
    if content is not None:
        (folder / CURRENT).write_text(content)
    with pytest.raises(EditionError, match=r"current .*Run 'make data'"):
        newest_edition(folder)


def test_a_folder_that_is_missing_is_refused(folder):
    shutil.rmtree(folder / NAME)
    with pytest.raises(EditionError, match=rf"{NAME}/manifest\.json is missing.*Run 'make data'"):
        newest_edition(folder)


def test_a_manifest_cut_short_is_refused(folder):
    (folder / NAME / MANIFEST).write_bytes(MANIFEST_BYTES[:1000])
    with pytest.raises(EditionError, match=r"manifest\.json is cut off.*Run 'make data'"):
        newest_edition(folder)


@pytest.mark.parametrize("entry", ["edition", "indicators", "files", "counts", "inputs"])
def test_a_manifest_that_lacks_an_entry_is_refused(folder, entry):
    changed(folder, **{entry: None})
    with pytest.raises(EditionError, match=r"manifest\.json .*Run 'make data'"):
        newest_edition(folder)


def test_a_manifest_of_another_edition_is_refused(folder):
    changed(folder, edition="2026-01-01-00000000")
    with pytest.raises(EditionError, match=r"manifest\.json does not belong to its folder"):
        newest_edition(folder)


@pytest.mark.parametrize("file", [*sorted(json.loads(MANIFEST_BYTES)["files"])[:4], VALUES])
def test_a_file_that_was_changed_is_refused(folder, file):
    path = folder / NAME / file
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(EditionError, match=rf"{file} is not the file that was published"):
        newest_edition(folder)


def test_a_file_that_is_missing_is_refused(folder):
    (folder / NAME / VALUES).unlink()
    with pytest.raises(EditionError, match=rf"{VALUES} is missing"):
        newest_edition(folder)


@settings(max_examples=200, deadline=None)
@given(at=st.integers(0, len(MANIFEST_BYTES) - 1), bytes_=st.binary(min_size=1, max_size=3))
def test_damage_to_a_manifest_never_ends_in_another_fault(manifest_folder, at, bytes_):
    manifest_folder.mkdir(exist_ok=True)
    damaged = MANIFEST_BYTES[:at] + bytes_ + MANIFEST_BYTES[at + len(bytes_) :]
    (manifest_folder / MANIFEST).write_bytes(damaged)
    with pytest.raises(EditionError, match="Run 'make data'"):
        edition(manifest_folder)


def test_an_edition_cannot_be_changed():
    with pytest.raises(AttributeError):
        current_edition().id = "x"
    assert isinstance(current_edition(), Edition)


def copied(folder, date):
    """The same edition again, as if published on another day."""
    name = f"{date}{NAME[10:]}"
    shutil.copytree(folder / NAME, folder / name)
    path = folder / name / MANIFEST
    path.write_text(json.dumps(json.loads(path.read_text()) | {"edition": name, "date": date}))
    return name


def test_the_editions_are_listed_newest_first_and_nothing_else(folder):
    older = copied(folder, "2001-01-01")
    (folder / ".unfinished-2030-01-01-00000000").mkdir()
    (folder / "2030-01-01-00000000").mkdir()
    assert editions(folder) == (NAME, older)


def test_a_former_edition_can_be_read_by_its_name(folder):
    older = copied(folder, "2001-01-01")
    found = named_edition(older, folder)
    assert (found.id, found.date) == (older, "2001-01-01")
    assert named_edition(older, folder) is found
    assert named_edition(NAME, folder) is newest_edition(folder)


def test_an_edition_that_is_not_there_is_refused_with_those_that_are(folder):
    for name in ("2001-01-01-00000000", "../../etc", "", ".."):
        with pytest.raises(EditionError, match=f"no edition .* Use one of: {NAME}"):
            named_edition(name, folder)


def test_values_and_evidence_of_a_former_edition_are_read_from_its_own_files(folder):
    former = named_edition(copied(folder, "2001-01-01"), folder)
    share, index = (indicators()[i] for i in ("foreign_born_share", "dissimilarity_foreign_born"))
    assert store.load(former) is not store.load()
    assert store.load(former) is store.load(former)
    assert store.series(share, "0180", edition=former).equals(store.series(share, "0180"))
    assert evidence.load(former) is not evidence.load()
    assert evidence.change(index, "0180", 2020, 2023, former) == evidence.change(
        index, "0180", 2020, 2023
    )
