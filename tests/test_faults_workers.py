"""Workers that die or are exchanged, and clients that hold on, cost nobody else an answer."""

from bisect import bisect
from collections import Counter

import pytest

from tests.faults import workers
from tests.faults.visitors import VISITORS

FAULTS = (
    "A worker killed",
    "All workers restarted",
    "500 half requests",
    "60 slow readers",
    "70 broken bodies",
    "SIGTERM",
)


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    found = workers.faults(tmp_path_factory.mktemp("workers"))
    return {outcome.fault: outcome for outcome in found}


@pytest.mark.parametrize("fault", FAULTS[1:])
def test_it_costs_no_answer(outcomes, fault):
    assert outcomes[fault].requests > 10
    assert outcomes[fault].errors == []


@pytest.mark.parametrize("fault", FAULTS)
def test_it_changes_no_number(outcomes, fault):
    assert outcomes[fault].wrong == []


def test_each_killed_worker_costs_at_most_what_was_in_it(outcomes):
    outcome = outcomes["A worker killed"]
    costs = Counter(bisect(outcome.harmed_at, failed) for failed in outcome.failed_at)
    assert max(costs.values(), default=0) <= VISITORS


@pytest.mark.parametrize("fault", FAULTS[:2])
def test_after_it_there_are_two_workers_again(outcomes, fault):
    assert outcomes[fault].notes["workers"] == 2


def test_clients_that_never_finish_asking_are_left(outcomes):
    assert outcomes["500 half requests"].notes["left"]


def test_no_worker_asks_for_memory_that_it_does_not_use(outcomes):
    assert not outcomes["A worker killed"].notes["huge_pages"]


def test_slow_readers_take_little_memory(outcomes):
    assert outcomes["60 slow readers"].notes["grown"] < 50_000_000


def test_what_was_asked_before_the_end_is_answered_whole(outcomes):
    assert outcomes["SIGTERM"].notes["whole"]


def test_a_body_that_is_none_is_refused_as_the_fault_of_who_sent_it(outcomes):
    notes = outcomes["70 broken bodies"].notes
    assert {400} <= set(notes["statuses"]) <= {400, 413, 414}
    assert notes["tracebacks"] == 0
    assert not notes["told_who"]
