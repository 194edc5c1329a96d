"""Asks the page, its callbacks and the api a hundred thousand odd questions: python -m tests.fuzz

Prints what was answered, and fails on an answer of 5xx, a traceback, or memory that grows.
"""

import argparse
import logging
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
from settings import Settings

ODD = (
    "", " ", "\0", "%00", "\n", "=1+1", "@SUM(A1)", "-1", "1e309", "NaN", "٣", "9" * 400,
    "../../etc/passwd", "..%2f..%2fetc/passwd", "' OR 1=1 --", '"; DROP TABLE areas; --',
    "{{7*7}}", "${7*7}", "<script>alert(1)</script>", "\u202egnirts", "مرحبا", "שלום", "🗺️👩‍👩‍👧‍👦",
    "a\u0301" * 50, "\ud7ff", "\uffff", "å" * 2_000, "sv,sv,sv", "1480,0180", "true", "null", "[]",
)  # fmt: skip
KNOWN = (
    "population", "foreign_born_share", "area_type", "dissimilarity_foreign_born", "all", "1480",
    "0180", "0180R001", "12", "00", "2023", "2020", "latest", "regso", "municipality", "county",
    "csv", "json", "xlsx", "geojson", "json-stat2", "sv", "en", "wide", "change", "beside",
)  # fmt: skip
NAMES = (
    "indicator", "area", "within", "level", "year", "since", "edition", "format", "variant", "q",
    "limit", "after", "metadata", "scope", "show", "beside", "grouping", "index", "nonsense",
)  # fmt: skip
PATHS = (
    "/", "/sv/", "/en/", "/sv/metod", "/en/method", "/sv/kommun/", "/en/municipality/", "/api/v1/",
    "/api/v1/values", "/api/v1/areas", "/api/v1/areas/", "/api/v1/indicators", "/api/v1/measures",
    "/api/v1/flows", "/api/v1/united/",
    "/api/v1/indicators/", "/api/v1/boundaries/", "/api/v1/bundle/", "/api/v1/editions", "/assets/",
    "/editions/", "/boundaries/", "/_dash-component-suites/", "/sv/inbaddad", "/en/embed", "/_",
)  # fmt: skip
COSTLY = ("bundle", "boundaries", "format=xlsx", "geojson")
ROUND = 1_000
ALLOWED_GROWTH = 1_000_000  # bytes in 10,000 requests


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
        path = self.random.choice(PATHS)
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


def memory():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


class Faults(logging.Handler):
    said = 0

    def emit(self, record):
        self.said += bool(record.exc_info) or record.levelno >= logging.ERROR


def run(requests, seed, cache):
    app = create_app(Settings(cache_folder=cache, rate_limit=None, log_level="WARNING"))
    client, fuzzer, faults = app.server.test_client(), Fuzzer(seed), Faults()
    logging.getLogger().addHandler(faults)
    callbacks = client.get("/_dash-dependencies").get_json()
    server_side = [one for one in callbacks if not one["clientside_function"]]
    statuses, slow, failed, sizes = Counter(), Counter(), [], []
    for turn in range(requests):
        began = time.perf_counter()
        if turn % 2:
            body = fuzzer.body(fuzzer.random.choice(server_side))
            what, answer = body, client.post("/_dash-update-component", json=body)
        else:
            what = fuzzer.address()
            if any(word in what for word in COSTLY) and fuzzer.random.random() < 0.95:
                what = fuzzer.address()
            answer = client.get(what)
        with answer:
            statuses[answer.status_code] += 1
            if answer.status_code >= 500 or b"Traceback (most" in answer.data:
                failed.append(what)
        taken = time.perf_counter() - began
        slow["slowest"] = max(slow["slowest"], taken)
        if turn % ROUND == 0:
            sizes.append(memory())
            print(f"{turn:7} {sizes[-1] / 1e6:7.1f} MB {len(failed)} failed", flush=True)
    return statuses, failed, faults.said, sizes, slow["slowest"]


def growth(sizes):
    """Bytes in 10,000 requests, over the second half, when all that is kept has been filled."""
    half = np.array(sizes[len(sizes) // 2 :], dtype=float)
    return (
        float(np.polyfit(np.arange(half.size), half, 1)[0]) * 10_000 / ROUND
        if half.size > 2
        else 0.0
    )


def main():
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--requests", type=int, default=100_000)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as cache:
        statuses, failed, faults, sizes, slowest = run(given.requests, given.seed, cache)
        files = sum(1 for _ in Path(cache).iterdir())
    seconds = time.perf_counter() - began
    print(f"{given.requests} requests in {seconds:.0f} s: {dict(sorted(statuses.items()))}")
    print(f"5xx or traceback to a client: {len(failed)}; faults in the log: {faults}")
    print(f"slowest {slowest:.2f} s; files in the cache folder: {files}")
    print(f"memory: {growth(sizes) / 1e6:+.2f} MB in 10,000 requests")
    for what in failed[:10]:
        print("failed:", what)
    if failed or faults or growth(sizes) > ALLOWED_GROWTH:
        sys.exit(1)


if __name__ == "__main__":
    main()
