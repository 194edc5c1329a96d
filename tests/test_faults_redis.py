"""Whatever Redis does, visitors get their answers; it is told once and used again."""

import pytest

from tests.faults import redis

WORKERS = 2
FAULTS = (
    "Redis absent at start",
    "Redis dying",
    "Redis slow",
    "Redis returning garbage",
    "Redis full",
)


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    found = redis.faults(tmp_path_factory.mktemp("redis"))
    return {outcome.fault: outcome for outcome in found}


@pytest.mark.parametrize("fault", FAULTS)
def test_it_costs_no_answer_and_changes_no_number(outcomes, fault):
    assert outcomes[fault].requests > 100
    assert outcomes[fault].errors == []
    assert outcomes[fault].wrong == []


@pytest.mark.parametrize("fault", FAULTS)
def test_it_is_used_again_after(outcomes, fault):
    assert outcomes[fault].notes["recovered"]


@pytest.mark.parametrize("fault", FAULTS)
def test_it_is_said_once_in_each_worker(outcomes, fault):
    assert 1 <= outcomes[fault].notes["said"] <= 2 * WORKERS
