"""The whole run on the real figures; skipped where there is no input folder."""

import io
import re
import shutil
import subprocess
import sys
import tomllib
from contextlib import redirect_stdout
from datetime import date
from functools import cache
from pathlib import Path

import pandas
import pyarrow.parquet
import pytest

from data.catalogue import indicator, indicators
from data.edition import (
    CHANCE,
    CHANGES,
    MANIFEST,
    PUBLISHED_FOLDER,
    RANGES,
    REPORT,
    VALUES,
    current_edition,
    current_name,
    edition,
)
from data.pipeline import run as running
from data.pipeline.__main__ import INPUT_FOLDER, main
from data.pipeline.chance import chance
from data.pipeline.compute import values
from data.pipeline.errors import InputError
from data.pipeline.inputs import read_inputs
from data.pipeline.run import run
from geo.levels import levels
from tests.grids import published

ROOT = Path(__file__).parents[1]
needs_input = pytest.mark.skipif(
    not INPUT_FOLDER.is_dir(), reason=f"the input folder {INPUT_FOLDER} is not here"
)


@pytest.fixture(scope="module", autouse=True)
def impatient_disk():
    """Nothing waits for the disk, which takes seconds where others use it too."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("os.fsync", lambda _: None)
        yield


@cache
def chance_once():
    """Few spreads, as a thousand take a minute; test_published_evidence makes some of them anew."""
    return chance(read_inputs(INPUT_FOLDER), 2)


@pytest.fixture(scope="module", autouse=True)
def quick_chance():
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(running, "chance", lambda *_: chance_once())
        yield


@pytest.fixture(scope="module")
def told():
    return io.StringIO()


@pytest.fixture(scope="module")
def output(tmp_path_factory, told):
    folder = tmp_path_factory.mktemp("output")
    with redirect_stdout(told):
        run(INPUT_FOLDER, folder, date.fromisoformat(current_edition().date))
    return folder


@pytest.fixture
def figures(tmp_path):
    """A copy of the input folder that a test may damage."""
    for path in INPUT_FOLDER.glob("*.csv"):
        shutil.copyfile(path, tmp_path / path.name)
    return tmp_path


def content(folder):
    """The files as published, without those that were compressed later."""
    files = (path for path in folder.rglob("*.*") if path.suffix not in (".br", ".gz"))
    return {path.relative_to(folder): path.read_bytes() for path in files if path.is_file()}


BY_CHANCE = {CHANCE, RANGES, CHANGES, VALUES, MANIFEST, REPORT}


def without_chance(folder):
    """The files that do not depend on how many spreads are drawn."""
    above = [id_ for id_, one in indicators().items() if one.measure.above_chance]
    return {
        path: bytes_
        for path, bytes_ in content(folder).items()
        if path.name not in BY_CHANCE and not path.name.startswith(tuple(above))
    }


def rows_without_chance(folder):
    rows = pyarrow.parquet.read_table(folder / VALUES).to_pandas()
    above = [id_ for id_, one in indicators().items() if one.measure.above_chance]
    return rows[~rows["indicator"].isin(above)]


@needs_input
def test_the_input_gives_the_files_of_the_committed_edition_byte_by_byte(output):
    made = output / current_name(output)
    assert without_chance(made) == without_chance(current_edition().folder)


@needs_input
def test_the_input_gives_the_values_of_the_committed_edition(output):
    made, held = (
        rows_without_chance(folder)
        for folder in (output / current_name(output), current_edition().folder)
    )
    pandas.testing.assert_frame_equal(made, held, check_exact=True)


@needs_input
def test_the_committed_edition_is_made_of_this_input():
    read = [vars(file) for file in read_inputs(INPUT_FOLDER).files]
    assert list(current_edition().inputs) == read


@needs_input
def test_the_counts_had_back_from_the_edition_are_those_of_the_input():
    figures, years = read_inputs(INPUT_FOLDER).figures, (2020, 2021, 2022, 2023)
    for column, grid in published(years).figures.items():
        assert (grid.values == figures[column].during(years)).all(), column


@needs_input
def test_a_second_run_publishes_nothing(output, capsys):
    before = content(output)
    run(INPUT_FOLDER, output, date(2030, 1, 1))
    assert content(output) == before
    assert "stays the current edition" in capsys.readouterr().out


@needs_input
@pytest.mark.usefixtures("output")
@pytest.mark.parametrize(
    "step",
    ["read", "computed", "checked", "chance", "evidence", "published", "report", "done"],
)
def test_every_step_is_told_with_its_numbers(told, step):
    assert re.search(rf"(?m)^ *{step}  .*\d", told.getvalue())


@needs_input
@pytest.mark.parametrize(
    ("file", "cut"), [("regso2020_figures.csv", 300_000), ("municipality_panel.csv", 2_000_000)]
)
def test_a_figure_file_cut_short_publishes_nothing(figures, tmp_path_factory, capsys, file, cut):
    output = tmp_path_factory.mktemp("output")
    (figures / file).write_bytes((figures / file).read_bytes()[:cut])
    assert main(["--input", str(figures), "--output", str(output)]) == 1
    assert re.search(rf"Nothing is published\.\n{file}, line \d+: ", capsys.readouterr().err)
    assert not list(output.iterdir())


@needs_input
@pytest.mark.parametrize("file", ["regso2020_figures.csv", "municipality_panel.csv"])
@pytest.mark.parametrize("line", [1, 7_000, -1])
def test_a_figure_file_without_one_of_its_lines_is_refused(figures, file, line):
    lines = (figures / file).read_bytes().splitlines(keepends=True)
    del lines[line]
    (figures / file).write_bytes(b"".join(lines))
    with pytest.raises(InputError, match=f"(?m)^{file}"):
        read_inputs(figures)


@needs_input
def test_the_example_in_the_documentation_is_one_table_and_one_run():
    text = (ROOT / "docs" / "DATA.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"(?ms)^    \[born_in_sweden_share\]$.*?^$", text)
    added = indicator("born_in_sweden_share", tomllib.loads(example)["born_in_sweden_share"])
    born_abroad = indicators()["foreign_born_share"]
    inputs = read_inputs(INPUT_FOLDER)
    for level in (levels()[id_] for id_ in added.levels):
        here, abroad = (values(one, level, inputs).values for one in (added, born_abroad))
        assert here == pytest.approx(100 - abroad)


@needs_input
def test_figures_that_do_not_sum_to_the_known_total_publish_nothing(figures, capsys):
    path = figures / "regso2020_figures.csv"
    path.write_text(path.read_text().replace("0114R001,2020,6062,", "0114R001,2020,6063,"))
    assert main(["--input", str(figures), "--output", str(figures / "output")]) == 1
    assert "sums to 10379296 in 2020, where 10379295 is expected" in capsys.readouterr().err
    assert not (figures / "output").exists()


def test_a_folder_that_does_not_exist_is_named_with_the_remedy(tmp_path, capsys):
    assert main(["--input", str(tmp_path / "nowhere"), "--output", str(tmp_path)]) == 1
    told = capsys.readouterr().err
    assert "nowhere does not exist" in told
    assert "--input" in told
    assert "Traceback" not in told


def test_the_command_says_what_it_takes():
    command = [sys.executable, "-m", "data.pipeline", "--help"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert {"--input", "--date", "--output"} <= set(re.findall(r"--\w+", done.stdout))


def test_every_committed_folder_is_a_whole_edition():
    for folder in (path for path in PUBLISHED_FOLDER.iterdir() if path.is_dir()):
        assert edition(folder).id == folder.name
