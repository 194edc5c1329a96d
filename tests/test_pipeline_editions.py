"""Editions are listed, shown again and deleted by command; the current one is never deleted."""

import pytest

from data.edition import CURRENT, current_edition, current_name, editions
from data.pipeline.__main__ import main
from data.pipeline.publish import alone, make_current
from tests.older_edition import published


@pytest.fixture
def output(tmp_path):
    """A folder with the current edition and an older one."""
    published(tmp_path)
    return tmp_path


@pytest.fixture
def older(output):
    return next(name for name in editions(output) if name != current_edition().id)


def command(output, *words):
    return main([words[0], "--output", str(output), *words[1:]])


def test_editions_are_listed_newest_first_with_the_current_marked(output, older, capsys):
    assert command(output, "editions") == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith(f"* {current_edition().id}  ")
    assert second.startswith(f"  {older}  ")
    assert f"of {current_edition().counts['indicators']} indicators" in first


def test_a_named_edition_is_shown_again_and_back(output, older, capsys):
    assert command(output, "rollback", older) == 0
    assert current_name(output) == older
    assert f"{older} is the current edition now, instead of" in capsys.readouterr().out
    assert command(output, "rollback", current_edition().id) == 0
    assert current_name(output) == current_edition().id


def test_the_first_edition_has_none_before_it(output, capsys):
    assert command(output, "rollback") == 1
    assert "is the first edition, so there is none before it. Name another one." in (
        capsys.readouterr().err
    )
    assert current_name(output) == current_edition().id


@pytest.mark.parametrize("name", ["2001-01-01-00000000", "..", "../../etc", CURRENT])
@pytest.mark.parametrize("word", ["rollback", "prune"])
def test_an_edition_that_is_not_there_is_named_with_those_that_are(output, capsys, word, name):
    before = sorted(path.name for path in output.iterdir())
    assert command(output, word, name) == 1
    assert f"There is no edition {name!r}. Use one of: {current_edition().id}, " in (
        capsys.readouterr().err
    )
    assert sorted(path.name for path in output.iterdir()) == before


def test_an_edition_that_is_not_whole_is_not_shown_again(output, older, capsys):
    (output / older / "values.parquet").write_bytes(b"cut")
    assert command(output, "rollback", older) == 1
    assert "values.parquet is not the file that was published" in capsys.readouterr().err
    assert current_name(output) == current_edition().id


def test_an_edition_is_deleted_on_request(output, older):
    assert command(output, "prune", older) == 0
    assert editions(output) == (current_edition().id,)
    assert {path.name for path in output.iterdir()} == {CURRENT, current_edition().id}


def test_the_current_edition_is_never_deleted(output, older, capsys):
    assert command(output, "prune", older, current_edition().id) == 1
    assert "is the current edition, which is never deleted. Roll back first." in (
        capsys.readouterr().err
    )
    assert len(editions(output)) == 2


def test_nothing_is_shown_or_deleted_while_another_run_publishes(output, older, capsys):
    with alone(output):
        assert command(output, "rollback", older) == 1
        assert command(output, "prune", older) == 1
    assert capsys.readouterr().err.count("Another run is publishing") == 2
    assert len(editions(output)) == 2
    make_current(output, older)
    assert current_name(output) == older
