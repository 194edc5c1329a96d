"""How the tests run everywhere: no test is timed, and a continuous run repeats the same cases."""

import os

import pytest
from hypothesis import settings

settings.register_profile("developer", deadline=None)
settings.register_profile("continuous", deadline=None, derandomize=True)
settings.load_profile("continuous" if os.environ.get("CI") else "developer")

# They wait for a browser or for processes of their own, which a busy machine may keep waiting.
WAITING = (
    "tests/browser/",
    "tests/test_cluster",
    "tests/test_exchange",
    "tests/test_faults_",
    "tests/test_service",
)


def pytest_collection_modifyitems(items):
    for item in items:
        if item.nodeid.startswith(WAITING):
            item.add_marker(pytest.mark.flaky(reruns=1))
