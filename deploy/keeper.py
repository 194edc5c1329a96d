"""Keeps the site running, and shows a new edition or release without a failed request.

python -m deploy.keeper HOST:PORT gunicorn app:server ...

It holds the listening socket and starts gunicorn with it. As soon as `data/published/current` names
another edition, or at USR2, a second gunicorn is started beside the first, on the same socket; once
that one answers, the first finishes what it has begun and leaves. Where the second does not start,
the first goes on.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from types import FrameType

from data.edition import PUBLISHED_FOLDER, EditionError, current_name

LOOKS_EVERY = 0.2  # seconds
ANSWERS_FIRST = 1.0  # seconds in which the new one begins to answer before the old one leaves
READY = "KEEPER_READY"  # the file descriptor on which gunicorn says that it answers
STOPS = (signal.SIGTERM, signal.SIGINT)


def named() -> str | None:
    """The edition that is to be shown; None where that cannot be read."""
    try:
        return current_name(PUBLISHED_FOLDER)
    except EditionError:
        return None


class Server:
    """One gunicorn on the shared socket."""

    def __init__(self, listening: socket.socket, command: Sequence[str]) -> None:
        self.ready, said = os.pipe()
        os.set_blocking(self.ready, False)
        self.process = subprocess.Popen(
            [*command, "--bind", f"fd://{listening.fileno()}"],
            pass_fds=(listening.fileno(), said),
            env=os.environ | {READY: str(said)},
        )
        os.close(said)

    def answers(self) -> bool:
        """Whether it has said that its first worker is ready."""
        try:
            return bool(os.read(self.ready, 1))
        except BlockingIOError:
            return False

    def ended(self) -> bool:
        return self.process.poll() is not None

    def leave(self) -> None:
        self.process.terminate()


class Keeper:
    """`tried` is the edition that was shown last, or could not be."""

    def __init__(self, start: Callable[[], Server], named: Callable[[], str | None]) -> None:
        self.start, self.named = start, named
        self.tried = named()
        self.shown = start()
        self.next: Server | None = None
        self.leaving: list[Server] = []
        self.asked: list[int] = []

    def keep(self) -> int:
        """How the server ended: by a signal to stop, or by itself."""
        for number in (*STOPS, signal.SIGUSR2):
            signal.signal(number, self._note)
        while not self.shown.ended() and not set(STOPS) & set(self.asked):
            time.sleep(LOOKS_EVERY)
            self.look()
        stopped = bool(set(STOPS) & set(self.asked))
        for server in self._all():
            server.leave()
        codes = [server.process.wait() for server in self._all()]
        return 0 if stopped else codes[0]

    def look(self) -> None:
        """Start an exchange that is wanted, or go on with the one begun."""
        self.leaving = [server for server in self.leaving if not server.ended()]
        if self.next is None:
            name = self.named()
            if signal.SIGUSR2 in self.asked or name not in (None, self.tried):
                self.asked, self.tried = [], name
                self.next = self.start()
        elif self.next.answers():
            time.sleep(ANSWERS_FIRST)
            self.shown.leave()
            self.leaving.append(self.shown)
            self.shown, self.next = self.next, None
        elif self.next.ended():
            print("What was to be shown does not start, so nothing changes.", file=sys.stderr)
            self.next = None

    def _note(self, number: int, _: FrameType | None) -> None:
        self.asked.append(number)

    def _all(self) -> list[Server]:
        return [self.shown, *([self.next] if self.next else []), *self.leaving]


def main(arguments: Sequence[str]) -> int:
    host, _, port = arguments[0].rpartition(":")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        address = host.strip("[]"), int(port)
        listening = socket.create_server(address, family=family, backlog=2048)
    except (OSError, ValueError) as error:
        print(f"Nothing can be served on {arguments[0]}: {error}.", file=sys.stderr)
        return 1
    with listening:
        return Keeper(lambda: Server(listening, arguments[1:]), named).keep()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
