"""Files that are not in order keep the service from starting, and are named with their remedy."""

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.browser.site import ROOT
from tests.faults.files import NOT_COPIED


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """One for all tests: each puts back what it has damaged."""
    place = tmp_path_factory.mktemp("service") / "copy"
    return Path(shutil.copytree(ROOT, place, ignore=NOT_COPIED))


@contextmanager
def damaged(file):
    whole = file.read_bytes()
    try:
        yield file
    finally:
        file.write_bytes(whole)


def refusal(folder):
    """What a start of the app in a folder says where it refuses."""
    ended = subprocess.run(
        [sys.executable, "-c", "import app"],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
        env=os.environ | {"CACHE_FOLDER": str(folder / "cache")},
    )
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    return ended.stderr


def shown():
    return (ROOT / "data" / "published" / "current").read_text().strip()


@pytest.mark.parametrize(
    ("broken", "named"),
    [
        ("data/published/current", "current"),
        ("geo/boundaries/index.json", "index.json"),
        ("geo/areas/municipality.csv", "municipality.csv"),
    ],
)
def test_a_missing_file_keeps_it_from_starting_and_is_named(copy, broken, named):
    with damaged(copy / broken) as file:
        file.unlink()
        refused = refusal(copy)
    assert named in refused
    assert "make " in refused


def cut(file):
    file.write_bytes(file.read_bytes()[:-100])


def test_a_truncated_value_file_keeps_it_from_starting_and_is_named(copy):
    with damaged(copy / "data" / "published" / shown() / "values.parquet") as file:
        cut(file)
        assert "values.parquet" in refusal(copy)


def test_a_truncated_boundary_file_keeps_it_from_starting_and_is_named(copy):
    one = next((copy / "geo" / "boundaries").glob("municipality-00.*.geojson"))
    with damaged(one) as file:
        cut(file)
        assert file.name in refusal(copy)
