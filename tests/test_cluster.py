"""Several machines in small: nginx before two instances with one Redis, while parts of it end."""

import json
import shutil
import subprocess
import threading
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from data.edition import current_edition
from layouts.made_by import views
from tests.browser.site import free_port
from tests.cluster import ADDRESSES, CONFIG, die, instance, nginx

pytestmark = pytest.mark.skipif(
    shutil.which("nginx") is None, reason="nginx is installed by make test"
)
VIEW = f"{views(current_edition().id)}/sv/?indicator=population&area="
PLACE = {
    "output": "..place.children...facts.data..",
    "outputs": [{"id": "place", "property": "children"}, {"id": "facts", "property": "data"}],
    "inputs": [{"id": "asked", "property": "data", "value": "/sv/?area=1480"}],
    "changedPropIds": ["asked.data"],
}


def redis(folder, port):
    return subprocess.Popen(
        ["redis-server", "--port", str(port), "--save", "", "--dir", str(folder)],
        stdout=subprocess.DEVNULL,
    )


class Cluster:
    """Two instances by address with one Redis, and how to start each again."""

    def __init__(self, folder):
        self.folder, self.port, self.redis_port = folder, free_port(), free_port()
        self.kept = [redis(folder, self.redis_port)]
        with ThreadPoolExecutor(len(ADDRESSES)) as starting:
            started = starting.map(self.started, ADDRESSES)
            self.running = dict(zip(ADDRESSES, started, strict=True))

    def started(self, address):
        url = f"redis://127.0.0.1:{self.redis_port}/0"
        return instance(self.folder, address, self.port, CACHE_URL=url, WEB_CONCURRENCY="1")

    def start(self, address):
        self.running[address] = self.started(address)

    def kill_redis(self):
        self.kept[-1].kill()
        self.kept[-1].wait()

    def start_redis(self):
        self.kept.append(redis(self.folder, self.redis_port))

    def end(self):
        for process in (*self.running.values(), *self.kept):
            process.terminate()
            process.wait(timeout=30)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """One for all tests, in their order: the last ends it."""
    found = Cluster(tmp_path_factory.mktemp("cluster"))
    try:
        instances = [f"{address}:{found.port}" for address in ADDRESSES]
        with nginx(found.folder, instances) as (site, _):
            yield site, found
    finally:
        found.end()


@contextmanager
def visited(site):
    """Visitors who look at one place after another, and what went wrong for them."""
    wrong, done, stop = [], [], threading.Event()

    def visit(first):
        number = first
        while not stop.is_set():
            number += 7
            code = (
                f"01{number % 100:02}"  # some there are, of some there is said that there are none
            )
            try:
                done.append(read(site + VIEW + code))
                done.append(read(f"{site}/_dash-update-component", PLACE))
            except OSError as error:
                wrong.append(repr(error))
            time.sleep(0.02)

    visitors = [threading.Thread(target=visit, args=(number,)) for number in range(4)]
    for visitor in visitors:
        visitor.start()
    try:
        yield wrong, done
    finally:
        stop.set()
        for visitor in visitors:
            visitor.join()


def read(address, body=None):
    headers = {"Content-Type": "application/json"} if body else {}
    data = json.dumps(body).encode() if body else None
    with urllib.request.urlopen(
        urllib.request.Request(address, data, headers), timeout=30
    ) as answer:
        return len(answer.read())


def go_on(done, answers=60, seconds=60):
    """Waits until so many more answers have come."""
    wanted, last = len(done) + answers, time.monotonic() + seconds
    while len(done) < wanted:
        assert time.monotonic() < last, "Visitors are answered no more."
        time.sleep(0.05)


def test_metrics_are_not_for_visitors(cluster):
    with pytest.raises(OSError, match="404"):
        read(f"{cluster[0]}/metrics")


def test_visitors_notice_nothing_when_parts_of_a_cluster_end(cluster):
    site, parts = cluster
    first, second = ADDRESSES
    with visited(site) as (wrong, done):
        go_on(done)
        die(parts.running[first])
        go_on(done)
        parts.start(first)
        go_on(done)
        parts.running[second].terminate()  # is drained
        parts.running[second].wait(timeout=30)
        go_on(done)
        parts.start(second)
        parts.kill_redis()
        go_on(done)
        parts.start_redis()
        go_on(done)
    assert wrong == []


def test_nginx_keeps_what_never_changes_and_answers_alone(cluster):
    site, parts = cluster
    asked = site + VIEW + "1480"
    fresh = read(asked)
    for process in parts.running.values():
        die(process)
    assert read(asked) == fresh
    with pytest.raises(OSError, match=r"50[24]"):
        read(f"{site}/_dash-update-component", PLACE)


def test_the_example_names_the_addresses_that_the_unit_names():
    unit = CONFIG.with_name("systemd") / "segregationskartan@.service"
    for address in ADDRESSES:
        assert f"server {address}:8051" in CONFIG.read_text()
        assert f"segregationskartan@{address}" in unit.read_text()
