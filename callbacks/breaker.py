"""Keeps from asking what has just failed, so that a slow cache does not make every answer slow."""

import logging
import time
from collections.abc import Callable
from threading import Lock
from typing import TypeVar

FIRST_WAIT = 2.0
LONGEST_WAIT = 30.0
T = TypeVar("T")
log = logging.getLogger(__name__)


class Breaker:
    """Asks while answers come; after a fault it waits, longer each time, and says so once.

    `said` is what is wrong, in words, when none come.
    """

    def __init__(self, said: str, clock: Callable[[], float] = time.monotonic) -> None:
        self.said = said
        self.clock = clock
        self.wait = self.again = 0.0
        self._lock = Lock()

    def asked(self, question: Callable[[], T]) -> T | None:
        """The answer; None where it fails, in whatever way, or has failed a moment ago."""
        if not self._may_ask():
            return None
        try:
            answer = question()
        except Exception as error:  # noqa: BLE001 - its library, the network and its content may fail
            self._failed(error)
            return None
        self._answered()
        return answer

    def _may_ask(self) -> bool:
        """After a wait, one asks; the others go without until it has been answered."""
        with self._lock:
            if self.clock() < self.again:
                return False
            self.again = self.clock() + self.wait
            return True

    def _failed(self, error: Exception) -> None:
        if not self.wait:
            log.warning("%s, so answers are computed: %r", self.said, error)
        self.wait = min(max(FIRST_WAIT, 2 * self.wait), LONGEST_WAIT)
        self.again = self.clock() + self.wait

    def _answered(self) -> None:
        if self.wait:
            log.warning("%s: no longer.", self.said)
        self.reset()

    def reset(self) -> None:
        self.wait = self.again = 0.0
