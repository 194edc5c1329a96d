"""Asks the page, its callbacks and the api a hundred thousand odd questions: python -m tests.fuzz

Prints what was answered, and fails on an answer of 5xx, a traceback, a request without end, or memory or
a cache folder that grows. Both are noted after a warm-up, half as long, in which what is kept within
bounds is filled; in fewer than 50,000 requests it is not, so they are told and not judged.
"""

import argparse
import gc
import logging
import os
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from urllib.parse import quote

import numpy as np

from app import create_app
from callbacks.door import outputs
from deploy.memory import CHOSEN
from sending.newest import Newest
from settings import Settings
from tests.faults.processes import memory
from tests.odd import DEAR, DRAWN, KNOWN, NAMES, ODD, PATHS

COSTLY = ("bundle", "boundaries", "format=xlsx", "geojson", ".png", ".pdf")
SELDOM = 0.05
# What is kept within bounds is kept within a part of them, so that they are met.
SMALLER = 16
ROUND, TOLD = 1_000, 10_000
ALLOWED_GROWTH = 1_000_000  # bytes in 10,000 requests
JUDGED_FROM = 50_000  # requests; in fewer, what is kept within bounds is still being filled
LONGEST = 10  # seconds of one request, also on a busy machine


class Fuzzer:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def word(self):
        kind = self.random.random()
        if kind < 0.5:
            return self.random.choice(KNOWN)
        if kind < 0.85:
            return self.random.choice(ODD)
        return "".join(
            chr(self.random.randrange(1, 0xD800)) for _ in range(self.random.randrange(60))
        )

    def query(self):
        chosen = self.random.sample(NAMES, self.random.randrange(5))
        return "&".join(f"{name}={quote(self.word())}" for name in chosen)

    def address(self):
        path = self.random.choice(DRAWN if self.random.random() < SELDOM else PATHS)
        if path.endswith("/") and self.random.random() < 0.6:
            path += quote(self.word(), safe="/." if self.random.random() < 0.3 else "")
        return f"{path}?{self.query()}" if self.random.random() < 0.8 else path

    def body(self, declared):
        """A callback's body, sound but for its values, or with one part made odd."""
        given = {
            "output": declared["output"],
            "outputs": outputs(declared["output"]),
            "inputs": [{**one, "value": self.value()} for one in declared["inputs"]],
            "state": [{**one, "value": self.value()} for one in declared["state"]],
            "changedPropIds": [f"{one['id']}.{one['property']}" for one in declared["inputs"]][:1],
        }
        if self.random.random() < 0.3:
            odd = (self.word(), None, 7, [], {}, [[]], [{"id": {}}], -0.0, [None], {"a": [1]})
            given[self.random.choice(list(given))] = self.random.choice(odd)
        return given

    def value(self):
        kind = self.random.random()
        if kind < 0.8:
            return self.random.choice(("/sv/?", "/en/?", "/sv/kommun/1480?", "/?")) + self.query()
        return self.word() if kind < 0.9 else self.random.choice((None, 3, [], {"a": 1}, True))


class Faults(logging.Handler):
    said = 0

    def emit(self, record):
        self.said += bool(record.exc_info) or record.levelno >= logging.ERROR


class Asked:
    """What was answered to so many odd questions, and what they left behind."""

    def __init__(self, cache, seed):
        settings = Settings(cache_folder=str(cache), rate_limit=None, log_level="WARNING")
        app, self.cache = create_app(settings), cache
        # As when it is served (deploy/gunicorn_config.py): else cycles lie about for very long.
        gc.collect()
        for one in gc.get_objects():
            if isinstance(one, Newest):
                one.most //= SMALLER
        gc.freeze()
        self.client, self.fuzzer, self.faults = app.server.test_client(), Fuzzer(seed), Faults()
        logging.getLogger().addHandler(self.faults)
        every = self.client.get("/_dash-dependencies").get_json()
        self.callbacks = [one for one in every if not one["clientside_function"]]
        self.statuses, self.failed, self.slowest = Counter(), [], 0.0
        self.sizes, self.files = [], []

    def ask(self, turn):
        began = time.perf_counter()
        if turn % 2:
            what = self.fuzzer.body(self.fuzzer.random.choice(self.callbacks))
            answer = self.client.post("/_dash-update-component", json=what)
        else:
            what = self.fuzzer.address()
            if any(word in what for word in COSTLY) and self.fuzzer.random.random() > SELDOM:
                what = self.fuzzer.address()
            answer = self.client.get(what)
        with answer:
            self.statuses[answer.status_code] += 1
            if answer.status_code >= 500 or b"Traceback (most" in answer.data:
                self.failed.append(what)
        self.slowest = max(self.slowest, time.perf_counter() - began)

    def go_on(self, requests, warm):
        """Ask; memory and the cache folder are noted once what is kept within bounds is there."""
        for address in DEAR if warm else ():
            self.client.get(address).close()
        for turn in range(warm + requests):
            self.ask(turn)
            if turn >= warm and (turn - warm) % ROUND == 0:
                self.sizes.append(memory(os.getpid()))
                self.files.append(held(self.cache))
            if turn % TOLD == 0:
                number, size = held(self.cache)
                said = f"{memory(os.getpid()) / 1e6:7.1f} MB, cache folder {number} files {size / 1e6:.2f} MB"
                print(f"{turn - warm:8} {said}, {len(self.failed)} failed", flush=True)


def held(folder):
    """How many files a folder has, and their bytes."""
    files = [path.stat().st_size for path in folder.iterdir()]
    return len(files), sum(files)


def growth(sizes):
    """What is added in 10,000 requests, by the line through all that was noted."""
    if len(sizes) < 3:
        return 0.0
    told = np.array(sizes, dtype=float)
    return float(np.polyfit(np.arange(told.size), told, 1)[0]) * 10_000 / ROUND


def as_served():
    """Begins anew where libraries were loaded that take memory otherwise than where it is served."""
    if not CHOSEN.items() <= os.environ.items():
        command = [sys.executable, "-m", "tests.fuzz", *sys.argv[1:]]
        os.execve(sys.executable, command, os.environ | CHOSEN)


def main():
    as_served()
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--requests", type=int, default=100_000)
    asked.add_argument("--warm", type=int, help="requests before that, a half as many by default")
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    warm = given.requests // 2 if given.warm is None else given.warm
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as cache:
        met = Asked(Path(cache), given.seed)
        met.go_on(given.requests, warm)
    seconds, by_memory = time.perf_counter() - began, growth(met.sizes)
    by_folder = growth([size for _, size in met.files])
    print(
        f"{warm} and {given.requests} requests in {seconds:.0f} s: {sorted(met.statuses.items())}"
    )
    print(f"5xx or traceback to a client: {len(met.failed)}; in the log: {met.faults.said}")
    print(f"slowest {met.slowest:.2f} s; in 10,000 requests, after the first {warm}:")
    print(f"memory {by_memory / 1e6:+.2f} MB, cache folder {by_folder / 1e6:+.3f} MB")
    for what in met.failed[:10]:
        print("failed:", what)
    grown = given.requests >= JUDGED_FROM and max(by_memory, by_folder) > ALLOWED_GROWTH
    sys.exit(1 if met.failed or met.faults.said or grown or met.slowest > LONGEST else 0)


if __name__ == "__main__":
    main()
