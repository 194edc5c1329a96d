"""A machine that gives no disk, no descriptors or a wrong time costs no answer."""

import pytest

from tests.faults import files

own_space = pytest.mark.skipif(
    not files.can_have_own_space(), reason="needs a mount space of its own (root, or user spaces)"
)


@own_space
def test_a_read_only_file_system_costs_the_cache_and_nothing_else(tmp_path):
    outcome = files.read_only(tmp_path)
    assert outcome.errors == outcome.wrong == []
    assert outcome.requests > 50
    assert outcome.notes["cache"] == "not answering"


@own_space
def test_a_full_cache_folder_costs_nothing_and_is_said_without_a_traceback(tmp_path):
    outcome = files.full(tmp_path)
    assert outcome.errors == outcome.wrong == []
    assert outcome.notes["tracebacks"] == 0


def test_a_corrupted_cache_folder_never_gives_a_wrong_number(tmp_path):
    outcome = files.corrupted(tmp_path)
    assert outcome.errors == outcome.wrong == []
    assert outcome.notes["tracebacks"] == 0


def test_without_file_descriptors_visitors_wait_and_are_answered(tmp_path):
    outcome = files.no_descriptors(tmp_path)
    assert outcome.wrong == []
    assert outcome.notes["recovered"]


@pytest.mark.skipif(not files.FAKETIME, reason="needs libfaketime (deploy/install-test-services)")
def test_a_clock_set_back_changes_nothing(tmp_path):
    outcome = files.clock_backwards(tmp_path)
    assert outcome.errors == outcome.wrong == []
    assert len(outcome.notes["dates"]) == 3
    assert outcome.notes["cache"] == "ok"
