"""How the tests run everywhere: no test is timed, and a continuous run repeats the same cases."""

import os
from collections import Counter
from contextlib import nullcontext

import pytest
from hypothesis import settings

from tests.tracing import untraced

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

# Longest first, so that no worker begins something long when the others have nothing left to do.
FIRST = (
    "tests/test_profile.py",
    "tests/test_exchange",
    "tests/test_pipeline_update",
    "tests/browser/test_every_page",
    "tests/browser/test_walks",
    "tests/test_paper",
    "tests/test_faults_",
    "tests/test_cluster",
    "tests/test_indices_pysal",
    "tests/browser/",
    "tests/test_longer",
    "tests/test_answers",
    "tests/test_security_headers",
    "tests/test_report",
    "tests/test_pipeline_evidence",
    "tests/test_pinned",
    "tests/test_ranking",
    "tests/test_place.py",
)
# What its first cases reach is measured; the others of a test run the same code on other figures.
MEASURED_CASES = 5
# Those of many places check figures with code that other tests reach.
OF_MANY_PLACES = "pages"
CASES: Counter[str] = Counter()


def pytest_collection_modifyitems(items):
    items.sort(key=place)
    for item in items:
        if item.nodeid.startswith(WAITING):
            item.add_marker(pytest.mark.flaky(reruns=1))


def place(item):
    """How early the module of a test comes; those that are not named keep their order."""
    named = (number for number, name in enumerate(FIRST) if item.nodeid.startswith(name))
    return next(named, len(FIRST))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item):
    CASES[test_of(item)] += 1
    with measured(CASES[test_of(item)] <= MEASURED_CASES):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    few = OF_MANY_PLACES not in item.fixturenames
    with measured(few and CASES[test_of(item)] <= MEASURED_CASES):
        return (yield)


def test_of(item):
    return item.nodeid.partition("[")[0]


def measured(is_so):
    return nullcontext() if is_so else untraced()
