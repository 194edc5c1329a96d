"""docs/RELIABILITY.md is what its command met, whole, or stays as it was."""

import re
import sys

import pytest

from tests.browser.site import ROOT
from tests.faults import __main__ as command
from tests.faults import told
from tests.faults.questions import published
from tests.faults.soak import Soaked
from tests.faults.visitors import Outcome

PUBLISHED = (ROOT / "docs" / "RELIABILITY.md").read_text("utf-8")


def met(fault="Redis dying", **more):
    return Outcome(fault, "SIGKILL", requests=1_200, seconds=[0.1, 0.4], **more)


def soaked(minutes=10, growth=0.0, tracebacks=0, **more):
    return Soaked(minutes, met("Soak", **more), {"SIGKILL to a worker": 2}, growth, tracebacks)


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs the command on pretended outcomes; answers how it ended, and the file."""
    file = tmp_path / "told.md"
    file.write_text("former")

    def ran(outcomes, found=None):
        monkeypatch.setattr(sys, "argv", ["faults", "--output", str(file)])
        monkeypatch.setattr(command, "outcomes", outcomes)
        monkeypatch.setattr(command, "soak", lambda folder, minutes: found or soaked(minutes))
        with pytest.raises(SystemExit) as ended:
            command.main()
        return ended.value.code, file.read_text()

    return ran


def test_every_fault_has_a_row_and_the_soak_its_paragraph(run):
    code, text = run(lambda folder: [met(), met("Edition truncated")])
    assert code == 0
    assert "| Redis dying | SIGKILL | 1,200 | 0 | 0 | 0.4 s | 0.0 s |" in text
    assert "In all 2,400 requests during 2 faults: 0 errors, 0 wrong numbers.\n" in text
    assert "10 minutes of the same visitors, who pause 0.01 s between questions" in text
    assert ", with SIGKILL to a worker 2 times: 1,200 req" in text
    assert re.search(r"\nMeasured with Python 3\.\d+\.\d+ on .+, \d+ processors\.\n$", text)


def test_a_run_that_breaks_off_leaves_the_file_as_it_was(tmp_path, monkeypatch):
    file = tmp_path / "told.md"
    file.write_text("former")

    def breaking(folder):
        yield met()
        raise AssertionError("It did not happen in time.")

    monkeypatch.setattr(sys, "argv", ["faults", "--output", str(file)])
    monkeypatch.setattr(command, "outcomes", breaking)
    with pytest.raises(AssertionError):
        command.main()
    assert [path.read_text() for path in tmp_path.iterdir()] == ["former"]


@pytest.mark.parametrize(
    ("outcome", "found", "named"),
    [
        (met(errors=["x"]), soaked(), "Redis dying"),
        (met(wrong=["x"]), soaked(), "Redis dying"),
        (met(errors=["x"], allowed=4), soaked(wrong=["x"]), "errors in the soak"),
        (met(), soaked(tracebacks=1), "tracebacks in the soak"),
        (met(), soaked(growth=2e6), "memory that grows in the soak"),
    ],
)
def test_what_is_not_as_promised_is_written_and_fails(run, outcome, found, named):
    code, text = run(lambda folder: [outcome], found)
    assert code.endswith(f"Not as promised: {named}")
    assert text.startswith("# What the service withstands")


def test_in_a_few_minutes_what_is_kept_is_still_filled():
    assert soaked(minutes=1, growth=2e6).faults() == []


def test_where_errors_were_is_said():
    assert told.total([met(errors=["x"])]).endswith("Errors were met during: Redis dying.")


def test_recovery_is_the_longest_time_from_a_fault_to_an_error_before_the_next():
    outcome = met(harmed_at=[10.0, 20.0], failed_at=[10.5, 13.0, 20.25])
    assert outcome.recovery == 3.0
    assert met(harmed_at=[10.0]).recovery == 0.0


def test_the_file_in_the_repository_is_of_this_form():
    assert told.HEAD in PUBLISHED
    assert PUBLISHED.count("\n| ") >= 20


def test_visitors_know_the_published_population():
    found, order = published()
    assert (found["0180", 2023], found["1480", 2023]) == (988_943, 604_616)
    assert len(order) == len(set(order)) == 4 * 290 - 1
