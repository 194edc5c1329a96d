"""A cache that fails is left alone for a while, and found again when it answers."""

import logging

import pytest

from callbacks.breaker import FIRST_WAIT, LONGEST_WAIT, Breaker


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def breaker(clock):
    return Breaker("It is gone", clock)


def fails():
    raise ConnectionError("gone")


def test_what_is_answered_is_given(breaker):
    assert breaker.asked(lambda: 7) == 7


def test_a_fault_is_nothing(breaker):
    assert breaker.asked(fails) is None


def test_after_a_fault_nothing_is_asked_for_a_while(breaker):
    breaker.asked(fails)
    assert breaker.asked(lambda: 7) is None


def test_after_a_while_it_is_asked_again(breaker, clock):
    breaker.asked(fails)
    clock.now += FIRST_WAIT
    assert breaker.asked(lambda: 7) == 7
    assert breaker.asked(lambda: 8) == 8


def test_each_fault_waits_longer_but_not_for_ever(breaker, clock):
    waits = []
    for _ in range(8):
        breaker.asked(fails)
        waits.append(breaker.again - clock.now)
        clock.now = breaker.again
    assert waits[:3] == [FIRST_WAIT, 2 * FIRST_WAIT, 4 * FIRST_WAIT]
    assert waits[-1] == LONGEST_WAIT


def test_after_a_wait_only_one_asks_until_it_is_answered(breaker, clock):
    breaker.asked(fails)
    clock.now += FIRST_WAIT
    asked = []

    def slow():
        asked.append("first")
        breaker.asked(lambda: asked.append("second"))
        return True

    breaker.asked(slow)
    assert asked == ["first"]


def test_a_fault_and_its_end_are_said_once(breaker, clock, caplog):
    with caplog.at_level(logging.WARNING):
        for _ in range(5):
            breaker.asked(fails)
            clock.now = breaker.again
        breaker.asked(lambda: 7)
        breaker.asked(lambda: 7)
    said = [record.getMessage() for record in caplog.records]
    assert len(said) == 2
    assert said[0].startswith("It is gone, so answers are computed: ConnectionError")
    assert said[1] == "It is gone: no longer."
