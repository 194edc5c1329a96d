"""Visitors who ask all the time, and what they met."""

import http.client
import itertools
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.faults.processes import wait_for
from tests.faults.questions import ASKING, PATIENCE, WrongNumberError

VISITORS = 4
# Seconds between one visitor's questions: some 80 a second, or as many as two processors answer.
PAUSE, HASTE = 0.04, 0.01


@dataclass
class Outcome:
    """What visitors met while a fault was there."""

    fault: str
    injected: str
    requests: int = 0
    errors: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    harmed_at: list[float] = field(default_factory=list)
    failed_at: list[float] = field(default_factory=list)
    allowed: int = 0  # errors: requests that were in a worker when it was killed
    notes: dict[str, object] = field(default_factory=dict)

    def harm(self) -> None:
        """Notes that a fault is done now."""
        self.harmed_at.append(time.monotonic())

    @property
    def slowest(self) -> float:
        return max(self.seconds, default=0.0)

    @property
    def recovery(self) -> float:
        """The longest time from a fault to an error before the next fault."""
        return max((self._since_harm(failed) for failed in self.failed_at), default=0.0)

    @property
    def is_kept(self) -> bool:
        """Whether visitors met no wrong number, and no error but those that nobody can prevent."""
        return not self.wrong and len(self.errors) <= self.allowed

    def _since_harm(self, failed: float) -> float:
        return failed - max((at for at in self.harmed_at if at <= failed), default=failed)


# Of all visitors there are in a run: who comes later does not ask for what has just been kept.
TURNS = itertools.count()


class Visitors:
    def __init__(self, site, outcome, pause):
        self.site, self.outcome, self.pause = site, outcome, pause
        self.stop = threading.Event()
        self.lock = threading.Lock()

    def visit(self):
        while not self.stop.is_set():
            turn = next(TURNS)
            self.once(ASKING[turn % len(ASKING)], turn)
            time.sleep(self.pause)

    def once(self, ask, turn):
        began = time.monotonic()
        error = wrong = None
        try:
            ask(self.site, turn)
        except WrongNumberError as fault:
            wrong = str(fault)
        except (OSError, ValueError, KeyError, http.client.HTTPException) as fault:
            error = f"{ask.__name__}: {fault!r}"
        ended = time.monotonic()
        with self.lock:
            self.outcome.requests += 1
            self.outcome.seconds.append(ended - began)
            if wrong:
                self.outcome.wrong.append(wrong)
            if error:
                self.outcome.errors.append(error)
                self.outcome.failed_at.append(ended)


@contextmanager
def visited(site, fault, injected, pause=PAUSE):
    """Visitors ask while the block does its harm; what they met stands in the outcome after."""
    outcome = Outcome(fault, injected)
    visitors = Visitors(site, outcome, pause)
    threads = [threading.Thread(target=visitors.visit, daemon=True) for _ in range(VISITORS)]
    for thread in threads:
        thread.start()
    time.sleep(0.3)
    outcome.harm()
    try:
        yield outcome
        time.sleep(0.5)
    finally:
        visitors.stop.set()
        for thread in threads:
            thread.join(PATIENCE)


def go_on(outcome, more):
    """Waits until visitors have asked so many times more."""
    wanted = outcome.requests + more
    wait_for(lambda: outcome.requests >= wanted)
