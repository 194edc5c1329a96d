"""An edition is published whole or not at all, and only where something is new."""

import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from data.catalogue import indicators
from data.edition import CURRENT, MANIFEST, REPORT, VALUES, current_name, edition
from data.pipeline import publish as publishing
from data.pipeline import run as running
from data.pipeline.compute import Computed
from data.pipeline.errors import PipelineError
from data.pipeline.evidence import COLUMNS
from data.pipeline.grid import Grid
from data.pipeline.inputs import InputFile, Inputs
from data.pipeline.publish import UNFINISHED, alone, publish
from data.pipeline.register import codes
from geo.levels import levels
from tests.grids import no_rows
from tests.said import exactly

COUNTY = levels()["county"]
INPUTS = Inputs({}, {}, {}, (InputFile("figures.csv", "0" * 64, 21),))
NOTHING_BESIDE = {file: no_rows(columns) for file, columns in COLUMNS.items()}
DAY = date(2026, 1, 2)


@pytest.fixture(scope="module", autouse=True)
def impatient_disk():
    """Nothing waits for the disk, which takes seconds where others use it too."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("os.fsync", lambda _: None)
        yield


def computed(offset=0.0):
    values = np.arange(len(codes(COUNTY, None)), dtype=float) + offset
    grid = Grid.of(COUNTY, (2022, 2023), np.array([values, values + 1]))
    return [Computed(indicators()["foreign_born_share"], grid, (5.0, 10.0))]


def published(output, offset=0.0, on=DAY):
    with alone(output):
        return running._publish(
            INPUTS, computed(offset), NOTHING_BESIDE, running.Publishing(output, on)
        )


def folders(output):
    return sorted(path.name for path in output.iterdir() if path.is_dir())


def test_the_published_edition_is_the_current_one(tmp_path):
    assert published(tmp_path) == current_name(tmp_path)
    assert edition(tmp_path / current_name(tmp_path)).date == "2026-01-02"


def test_an_edition_names_the_one_before_it(tmp_path):
    first, second = published(tmp_path), published(tmp_path, offset=1)
    assert edition(tmp_path / second).previous == first


def test_the_edition_before_is_kept_as_it_was(tmp_path):
    first = published(tmp_path)
    before = {path: path.read_bytes() for path in (tmp_path / first).rglob("*.*")}
    published(tmp_path, offset=1)
    assert {path: path.read_bytes() for path in (tmp_path / first).rglob("*.*")} == before


def test_the_same_values_are_not_published_again_on_another_day(tmp_path, capsys):
    first = published(tmp_path)
    assert published(tmp_path, on=date(2026, 3, 4)) == first
    assert folders(tmp_path) == [first]
    assert "holds exactly these values" in capsys.readouterr().out


def test_two_runs_write_the_same_bytes(tmp_path):
    outputs = tmp_path / "a", tmp_path / "b"
    first, second = (
        {path.relative_to(output): path.read_bytes() for path in output.rglob("*.*")}
        for output in outputs
        if published(output)
    )
    assert first == second


def test_an_edition_that_was_before_becomes_current_again_unchanged(tmp_path):
    first = published(tmp_path)
    published(tmp_path, offset=1)
    assert published(tmp_path) == first == current_name(tmp_path)
    assert edition(tmp_path / first).previous is None


@pytest.mark.parametrize("file", [MANIFEST, VALUES, REPORT])
def test_a_broken_edition_is_published_anew(tmp_path, file):
    first = published(tmp_path)
    (tmp_path / first / file).write_bytes(b"broken")
    assert published(tmp_path) == first == edition(tmp_path / first).id


def test_an_edition_after_a_broken_one_says_that_nothing_is_compared(tmp_path):
    first = published(tmp_path)
    (tmp_path / first / VALUES).unlink()
    second = published(tmp_path, offset=1)
    assert "cannot be read, so nothing is compared" in (tmp_path / second / REPORT).read_text()


def raised(*_):
    raise OSError("No space left on device")


@pytest.mark.parametrize("step", ["_write", "_sync", "make_current"])
def test_a_fault_half_way_leaves_the_former_edition_current(tmp_path, monkeypatch, step):
    first = published(tmp_path)
    monkeypatch.setattr(publishing, step, raised)
    with pytest.raises(OSError, match="No space left"):
        published(tmp_path, offset=1)
    assert edition(tmp_path / current_name(tmp_path)).id == first


@pytest.mark.parametrize("step", ["_write", "_sync", "make_current"])
def test_the_run_after_a_fault_publishes_and_sweeps(tmp_path, monkeypatch, step):
    published(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(publishing, step, raised)
        with pytest.raises(OSError, match="No space left"):
            published(tmp_path, offset=1)
    second = published(tmp_path, offset=1)
    assert edition(tmp_path / current_name(tmp_path)).id == second
    assert not list(tmp_path.glob(f"{UNFINISHED}*"))


KILLED = """
import sys, time
from pathlib import Path
from data.pipeline import publish as publishing

def pause():
    print("half-way", flush=True)
    time.sleep(60)

written = []
def slow(path, content, write=publishing._write):
    if len(written) == int(sys.argv[2]):
        pause()
    written.append(path)
    write(path, content)

publishing._write = slow
with publishing.alone(Path(sys.argv[1])):
    files = {"manifest.json": b"new", "values/a.json": b"1", "values/b.json": b"2"}
    publishing.publish(Path(sys.argv[1]), "2026-02-03-00000000", files)
"""


@pytest.mark.parametrize("after", [0, 1, 3])
def test_a_killed_run_leaves_the_former_edition_current(tmp_path, after):
    first = published(tmp_path)
    command = [sys.executable, "-c", KILLED, str(tmp_path), str(after)]
    root = Path(__file__).parents[1]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=root) as process:
        assert process.stdout.readline() == b"half-way\n"
        os.kill(process.pid, signal.SIGKILL)
    assert edition(tmp_path / current_name(tmp_path)).id == first
    second = published(tmp_path, offset=1)
    assert current_name(tmp_path) == second
    assert not list(tmp_path.glob(f"{UNFINISHED}*"))


def test_two_runs_do_not_publish_at_the_same_time(tmp_path):
    said = f"Another run is publishing in {tmp_path}. Wait until it has ended, and run again."
    with (
        alone(tmp_path),
        pytest.raises(PipelineError, match=exactly(said)),
        alone(tmp_path),
    ):
        pass


def test_files_are_written_before_the_name_of_the_edition(tmp_path, monkeypatch):
    names = []
    monkeypatch.setattr(
        publishing,
        "_write",
        lambda path, _, write=publishing._write: names.append(path) or write(path, _),
    )
    publish(tmp_path, "x", {"a": b"", "b/c": b""})
    assert names[-1] == tmp_path / f"{UNFINISHED}{CURRENT}"
