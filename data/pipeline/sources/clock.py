"""Time, so that a test can let it pass without waiting."""

import time
from collections import deque
from datetime import UTC, datetime

MARGIN = 1.1


class Clock:
    def now(self) -> datetime:
        return datetime.now(UTC)

    def seconds(self) -> float:
        """Seconds since some moment, never going back."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


class Pace:
    """At most so many calls in any window of so many seconds, and a little slower than allowed."""

    def __init__(self, calls: int, seconds: float, clock: Clock) -> None:
        self.calls, self.seconds, self.clock = calls, seconds, clock
        self.made: deque[float] = deque(maxlen=calls)

    def wait(self) -> None:
        """Wait until a further call is allowed, and count it."""
        if len(self.made) == self.calls:
            pause = self.made[0] + self.seconds * MARGIN - self.clock.seconds()
            if pause > 0:
                self.clock.sleep(pause)
        self.made.append(self.clock.seconds())
