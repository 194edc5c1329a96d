"""The service as it is run: gunicorn, the cache, a restart, and files that are not in order."""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

import pytest

from layouts.made_by import CODE
from tests.browser.site import ROOT, free_port, served

SCENE = {
    "output": "..place.children...facts.data..",
    "outputs": [{"id": "place", "property": "children"}, {"id": "facts", "property": "data"}],
    "inputs": [{"id": "asked", "property": "data", "value": "/sv/?area=1480"}],
    "changedPropIds": ["asked.data"],
}
NOT_COPIED = shutil.ignore_patterns(
    ".git", ".venv", ".cache", "screenshots", "__pycache__", "*.br", "*.gz", ".*_cache"
)


def health(site):
    with urllib.request.urlopen(f"{site}/healthz", timeout=10) as answer:
        return json.load(answer)


def ask(site):
    request = urllib.request.Request(
        f"{site}/_dash-update-component",
        data=json.dumps(SCENE).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        return answer.status


@pytest.fixture
def redis(tmp_path):
    port = free_port()
    process = subprocess.Popen(
        ["redis-server", "--port", str(port), "--save", "", "--dir", str(tmp_path)],
        stdout=subprocess.DEVNULL,
    )
    yield port, process
    process.kill()
    process.wait()


@pytest.fixture
def copy(tmp_path):
    return Path(shutil.copytree(ROOT, tmp_path / "copy", ignore=NOT_COPIED))


def start(folder):
    """What a start of the app in a folder says, and how it ends."""
    return subprocess.run(
        [sys.executable, "-c", "import app"],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
        env=os.environ | {"CACHE_FOLDER": str(folder / "cache")},
    )


def test_redis_keeps_answers_where_it_is_asked_to(tmp_path, redis):
    port, _ = redis
    with served(tmp_path, CACHE_URL=f"redis://127.0.0.1:{port}/0") as site:
        assert health(site)["cache"] == "ok"
        assert ask(site) == 200
        keys = subprocess.run(
            ["redis-cli", "-p", str(port), "keys", "*"], capture_output=True, text=True, check=True
        ).stdout
    assert f"{health_edition()}/{CODE}/facts//sv/?indicator=" in keys


def health_edition():
    return (ROOT / "data" / "published" / "current").read_text().strip()


def test_a_redis_that_dies_costs_no_answer(tmp_path, redis):
    port, process = redis
    with served(tmp_path, CACHE_URL=f"redis://127.0.0.1:{port}/0") as site:
        process.kill()
        process.wait()
        assert ask(site) == 200
        assert health(site)["cache"] == "not answering"


def test_a_release_is_exchanged_without_a_failed_request(tmp_path):
    with served(tmp_path) as site:
        old = master(tmp_path)
        failures, stop = [], threading.Event()
        visitors = [threading.Thread(target=visit, args=(site, failures, stop)) for _ in range(4)]
        for visitor in visitors:
            visitor.start()
        os.kill(parent(old), signal.SIGUSR2)
        wait_for(lambda: has_ended(old), 120)
        stop.set()
        for visitor in visitors:
            visitor.join()
        assert failures == []
        assert health(site)["status"] == "ok"
        new = master(tmp_path)
        assert new != old
    assert has_ended(new)


def parent(process):
    """The keeper of a gunicorn."""
    stat = Path(f"/proc/{process}/stat").read_text()
    return int(stat.rpartition(")")[2].split()[1])


def visit(site, failures, stop):
    while not stop.is_set():
        try:
            ask(site)
        except OSError as error:
            failures.append(repr(error))
        time.sleep(0.02)


def master(folder):
    """The process that wrote 'Listening at' last."""
    lines = [line for line in (folder / "log").read_text().splitlines() if "Listening at" in line]
    return int(lines[-1].rsplit("(", 1)[1].rstrip(")"))


def has_ended(process):
    """Whether it is gone, or only waits to be collected by its parent."""
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes() == b""
    except FileNotFoundError:
        return True


def wait_for(answer, seconds=120):
    last = time.monotonic() + seconds
    while time.monotonic() < last:
        if found := answer():
            return found
        time.sleep(0.1)
    raise AssertionError("It did not happen in time.")


@pytest.mark.parametrize(
    ("broken", "named"),
    [
        ("data/published/current", "current"),
        ("geo/boundaries/index.json", "index.json"),
        ("geo/areas/municipality.csv", "municipality.csv"),
    ],
)
def test_a_missing_file_keeps_it_from_starting_and_is_named(copy, broken, named):
    (copy / broken).unlink()
    ended = start(copy)
    assert ended.returncode == 1
    assert named in ended.stderr
    assert "make " in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_truncated_value_file_keeps_it_from_starting_and_is_named(copy):
    file = copy / "data" / "published" / health_edition() / "values.parquet"
    file.write_bytes(file.read_bytes()[:-100])
    ended = start(copy)
    assert ended.returncode == 1
    assert "values.parquet" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_truncated_boundary_file_keeps_it_from_starting_and_is_named(copy):
    file = next((copy / "geo" / "boundaries").glob("municipality-00.*.geojson"))
    file.write_bytes(file.read_bytes()[:-100])
    ended = start(copy)
    assert ended.returncode == 1
    assert file.name in ended.stderr
    assert "Traceback" not in ended.stderr
