"""Workers killed, all restarted, and clients that take every place there is."""

import http.client
import os
import signal
import threading
import time
from contextlib import ExitStack

from tests.browser.site import served
from tests.faults.bodies import broken_bodies
from tests.faults.processes import (
    asks_for_huge_pages,
    connection,
    log,
    master,
    memory,
    told,
    wait_for,
    workers,
)
from tests.faults.visitors import VISITORS, go_on, visited

LARGE = "/api/v1/values?indicator=population&level=municipality&format=csv"
BUNDLE = "/_dash-component-suites/plotly/package_data/plotly.min.js"
KILLS, BETWEEN_KILLS = 5, 60
MANY = 500
SLOW_READERS = 60


def faults(folder):
    """Each fault in turn, on one service; the last ends it."""
    with served(folder, RATE_LIMIT="none") as site:
        process = master(folder)
        yield killed(site, process)
        yield restarted(site, folder, process)
        yield half_heads(site)
        yield slow_readers(site, process)
        yield broken_bodies(site, folder)
        yield drained(site, folder, process)


def killed(site, process):
    """The elder of two workers, again and again; what waits for it is answered by the other."""
    injected = f"SIGKILL to one of two workers under load, {KILLS} times"
    with visited(site, "A worker killed", injected) as outcome:
        for _ in range(KILLS):
            go_on(outcome, BETWEEN_KILLS)
            before = set(workers(process))
            outcome.harm()
            os.kill(min(before), signal.SIGKILL)
            wait_for(lambda before=before: len(set(workers(process)) - before) == 1)
        go_on(outcome, BETWEEN_KILLS)
    outcome.allowed = VISITORS * KILLS
    outcome.notes["huge_pages"] = any(map(asks_for_huge_pages, workers(process)))
    outcome.notes["workers"] = len(workers(process))
    return outcome


def restarted(site, folder, process):
    with visited(site, "All workers restarted", "HUP to the master, under load") as outcome:
        before = set(workers(process))
        os.kill(process, signal.SIGHUP)
        wait_for(lambda: len(workers(process)) == 2 and not before & set(workers(process)))
    outcome.notes["workers"] = len(workers(process))
    return outcome


def half_heads(site):
    """500 clients that send half a head, some of them one byte a second."""
    with ExitStack() as clients:
        with visited(site, f"{MANY} half requests", "half a head, or a byte a second") as outcome:
            opened = [clients.enter_context(connection(site)) for _ in range(MANY)]
            for client in opened:
                client.sendall(b"GET /sv/ HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")
            for _ in range(4):
                time.sleep(1)
                trickle(opened[::5])
        # Each is left by the service, which tells them nothing.
        outcome.notes["left"] = wait_for(lambda: all(is_closed(client) for client in opened))
    return outcome


def trickle(clients):
    for client in clients:
        try:
            client.sendall(b"x")
        except OSError:
            continue


def slow_readers(site, process):
    """Readers that take a large file a byte at a time: each holds nothing that another needs."""
    name = f"{SLOW_READERS} slow readers"
    with ExitStack() as clients, visited(site, name, "a byte a second of 1 MB") as outcome:
        before = sum(map(memory, workers(process)))
        opened = [clients.enter_context(connection(site)) for _ in range(SLOW_READERS)]
        for client in opened:
            client.sendall(f"GET {BUNDLE} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
        for _ in range(3):
            time.sleep(1)
            for client in opened:
                client.recv(1)
        outcome.notes["grown"] = sum(map(memory, workers(process))) - before
    return outcome


def drained(site, folder, process):
    """What was asked before TERM is answered whole; what is asked after finds nobody."""
    with visited(site, "SIGTERM", "TERM to the master while requests are answered") as outcome:
        pass
    outcome.requests = 0
    bodies, errors = [], []

    def read(connected):
        try:
            answer = connected.getresponse()
            bodies.append((answer.status, len(answer.read())))
        except (OSError, http.client.HTTPException) as fault:
            errors.append(repr(fault))

    asked = [
        http.client.HTTPConnection(site.removeprefix("http://"), timeout=20) for _ in range(12)
    ]
    for i, connected in enumerate(asked):
        # Each of its own year, so that none is kept from before.
        connected.request("GET", f"{LARGE}&year={2000 + i}", headers={"Connection": "close"})
    readers = [threading.Thread(target=read, args=(connected,)) for connected in asked]
    time.sleep(0.05)
    os.kill(process, signal.SIGTERM)
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join(30)
    wait_for(lambda: "Shutting down: Master" in log(folder))
    outcome.requests, outcome.errors = len(asked), errors
    outcome.notes["whole"] = all(status == 200 and size > 5_000 for status, size in bodies)
    wait_for(lambda: refuses(site))
    return outcome


def refuses(site):
    try:
        told(site)
    except OSError:
        return True
    return False


def is_closed(client):
    """Whether the service has left; what it said before leaving is read away."""
    client.setblocking(False)
    try:
        while client.recv(4096):
            pass
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True
