"""Redis absent, dying, slow, talking nonsense, and full: the page works without it."""

import socket
import subprocess
import threading
from contextlib import contextmanager

from tests.browser.site import free_port, served
from tests.faults.processes import log, told, wait_for
from tests.faults.visitors import visited

SAID = ", so answers are computed: "
SLOW = 2_000  # milliseconds


class Redis:
    def __init__(self, folder):
        self.folder, self.port, self.process = folder, free_port(), None

    def start(self):
        self.process = subprocess.Popen(
            ["redis-server", "--port", str(self.port), "--save", "", "--dir", str(self.folder)],
            stdout=subprocess.DEVNULL,
        )
        wait_for(lambda: self.command("ping") == "PONG")

    def kill(self):
        self.process.kill()
        self.process.wait()

    def command(self, *words):
        asked = ["redis-cli", "-p", str(self.port), *words]
        ended = subprocess.run(asked, capture_output=True, text=True, check=False, timeout=10)
        return ended.stdout.strip()


@contextmanager
def nonsense(port):
    """A server in the place of Redis that answers whatever it is asked with the same bytes."""
    server = socket.create_server(("127.0.0.1", port))

    def answer():
        while True:
            try:
                client, _ = server.accept()
                with client:
                    client.recv(4096)
                    client.sendall(b"\x00\xffHTTP/1.1 418 garbage\r\n$-7\r\n" * 20)
            except OSError:
                return

    threading.Thread(target=answer, daemon=True).start()
    try:
        yield
    finally:
        server.shutdown(socket.SHUT_RDWR)
        server.close()


def faults(folder):
    """Each fault in turn, on one service; after each, Redis is used again."""
    redis = Redis(folder)
    with served(folder, CACHE_URL=f"redis://127.0.0.1:{redis.port}/0", RATE_LIMIT="none") as site:

        def recovers():
            return told(site)["cache"] == "ok"

        def noticed(outcome, said_before, *again):
            """Until visitors have met the fault; `again` is what Redis is told meanwhile."""

            def is_so():
                if again:
                    redis.command(*again)
                return log(folder).count(SAID) > said_before and outcome.requests > 100

            wait_for(is_so)

        def finish(outcome, said_before):
            outcome.notes["recovered"] = wait_for(recovers)
            outcome.notes["said"] = log(folder).count(SAID) - said_before
            return outcome

        said = 0
        with visited(site, "Redis absent at start", "no server at CACHE_URL") as outcome:
            noticed(outcome, said)
            redis.start()
            wait_for(recovers)
            wait_for(lambda: "/facts//sv/?indicator=" in redis.command("keys", "*"))
        yield finish(outcome, said)

        said = log(folder).count(SAID)
        with visited(site, "Redis dying", "SIGKILL, started again") as outcome:
            redis.kill()
            noticed(outcome, said)
            redis.start()
            wait_for(recovers)
        yield finish(outcome, said)

        said = log(folder).count(SAID)
        with visited(
            site, "Redis slow", f"every command waits {SLOW} ms (CLIENT PAUSE)"
        ) as outcome:
            noticed(outcome, said, "client", "pause", str(SLOW), "all")
            wait_for(recovers)
        yield finish(outcome, said)

        said = log(folder).count(SAID)
        redis.kill()
        with (
            nonsense(redis.port),
            visited(site, "Redis returning garbage", "a server that answers bytes at random"
                    " in its place") as outcome,
        ):  # fmt: skip
            noticed(outcome, said)
        redis.start()
        yield finish(outcome, said)

        said = log(folder).count(SAID)
        with visited(site, "Redis full", "maxmemory 1, noeviction: writes are refused") as outcome:
            redis.command("flushall")
            redis.command("config", "set", "maxmemory", "1")
            noticed(outcome, said)
            redis.command("config", "set", "maxmemory", "0")
            wait_for(recovers)
        yield finish(outcome, said)
    redis.kill()
