"""Shows a new edition without a restart: a second master is started beside the first, which leaves.

It is what gunicorn does at USR2, done by itself as soon as `data/published/current` names another
edition than the one that is shown. Where the new master does not start, the old one goes on.
"""

import os
import signal
from collections.abc import Callable
from typing import Any

from gevent import monkey

LOOKS_EVERY = 1.0  # seconds
ANSWERS_FIRST = 1.0  # seconds in which the new workers begin to answer before the old ones end


class Watch:
    """What a master has shown and tried."""

    def __init__(self, shown: str, named: Callable[[], str | None]) -> None:
        self.shown = self.tried = shown
        self.named = named

    def wants_exchange(self) -> bool:
        """Whether another edition is to be shown, and was not tried in vain already."""
        name = self.named()
        if name is None or name == self.tried:
            return False
        self.tried = name
        return name != self.shown


def watch(server: Any) -> None:
    """Look at the name of the current edition from a thread of its own, which sleeps most."""
    from data.edition import PUBLISHED_FOLDER, EditionError, current_edition, current_name

    def named() -> str | None:
        try:
            return current_name(PUBLISHED_FOLDER)
        except EditionError:
            return None

    seen = Watch(current_edition().id, named)
    sleep = monkey.get_original("time", "sleep")

    def look() -> None:
        while True:
            sleep(LOOKS_EVERY)
            if server.reexec_pid == server.master_pid == 0 and seen.wants_exchange():
                server.log.info("The edition %s is to be shown.", seen.tried)
                os.kill(os.getpid(), signal.SIGUSR2)

    monkey.get_original("_thread", "start_new_thread")(look, ())


def retire(master: int) -> None:
    """Let the master before this one finish what it has begun, and leave."""
    try:
        os.kill(master, signal.SIGTERM)
    except ProcessLookupError:
        return
