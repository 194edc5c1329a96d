"""A new edition goes live, and back, without a restart and without a failed request."""

import json
import os
import re
import shutil
import signal
import threading
import time
import urllib.request
from collections import Counter
from itertools import cycle
from pathlib import Path

import pytest

from data.edition import NAME, PUBLISHED_FOLDER, current_name
from deploy import keeper
from tests.browser.site import ROOT, served
from tests.faults.editions import published_beside, rolled_back
from tests.faults.files import NOT_COPIED
from tests.faults.processes import has_ended, master, told, wait_for
from tests.faults.questions import callback
from tests.faults.soak import keeper as keeper_of

FORMER = current_name(PUBLISHED_FOLDER)
VISITORS, PAUSE = 10, 0.05  # seconds; about 200 requests a second where the machine keeps up
EDITION = re.compile(NAME.pattern)


class Pretended:
    """A server that starts, answers and ends when it is told to."""

    def __init__(self):
        self.ready = self.over = self.left = False

    def answers(self):
        return self.ready

    def ended(self):
        return self.over

    def leave(self):
        self.left = True


@pytest.fixture
def kept(monkeypatch):
    """A keeper of pretended servers, those started so far, and a list that names the edition."""
    monkeypatch.setattr(keeper, "ANSWERS_FIRST", 0)
    started, current = [], ["a"]

    def start():
        started.append(Pretended())
        return started[-1]

    return keeper.Keeper(start, lambda: current[-1]), started, current


def test_nothing_is_exchanged_while_the_same_edition_is_named(kept):
    watching, started, current = kept
    current.append(None)
    watching.look()
    current.append("a")
    watching.look()
    assert len(started) == 1


def test_the_former_leaves_only_when_the_new_one_answers(kept):
    watching, (first,), current = kept[0], kept[1], kept[2]
    current.append("b")
    watching.look()
    watching.look()
    second = kept[1][1]
    assert watching.shown is first and not first.left
    second.ready = True
    watching.look()
    assert watching.shown is second and first.left


def test_an_edition_that_does_not_start_is_not_tried_again_and_the_former_goes_on(kept, capsys):
    watching, started, current = kept
    current.append("broken")
    watching.look()
    started[1].over = True
    for _ in range(3):
        watching.look()
    assert len(started) == 2
    assert watching.shown is started[0] and not started[0].left
    assert "does not start, so nothing changes" in capsys.readouterr().err


def test_a_signal_asks_for_an_exchange_once(kept):
    watching, started, _ = kept
    watching.asked.append(signal.SIGUSR2)
    watching.look()
    started[1].ready = True
    for _ in range(3):
        watching.look()
    assert len(started) == 2


class Load:
    """Visitors who ask for pages, answers, the api and files, and note what they got."""

    def __init__(self, site, root):
        self.site, self.root = site, root
        self.failures, self.mixed, self.seen = [], [], Counter()
        self.stop = threading.Event()
        self.threads = [threading.Thread(target=self.visit, args=(n,)) for n in range(VISITORS)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.stop.set()
        for thread in self.threads:
            thread.join()

    def visit(self, number):
        kinds = cycle([self.page, self.callback, self.api, self.file])
        for _ in range(number):
            next(kinds)
        for kind in kinds:
            if self.stop.is_set():
                return
            try:
                kind()
            except OSError as error:
                self.failures.append(f"{kind.__name__}: {error!r}")
            time.sleep(PAUSE)

    def page(self):
        self.ask("/sv/kommun/1480-goteborg")

    def callback(self):
        self.ask("/_dash-update-component", json.dumps(callback("/sv/?area=1480")).encode())

    def api(self):
        self.ask("/api/v1/indicators")

    def file(self):
        """Of every edition that is there, whichever master answers."""
        for folder in (self.root / "data" / "published").glob("????-??-??-*"):
            self.ask(f"/editions/{folder.name}/values/area_type-regso.json")

    def ask(self, path, body=None):
        request = urllib.request.Request(
            f"{self.site}{path}", data=body, headers={"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            text = answer.read().decode()
            named = answer.headers.get("X-Edition")
        found = set(EDITION.findall(text)) | ({named} if named else set())
        if len(found) > 1:
            self.mixed.append((path, found))
        self.seen.update(found)


@pytest.fixture
def copy(tmp_path):
    return Path(shutil.copytree(ROOT, tmp_path / "copy", ignore=NOT_COPIED))


def shown(site):
    return told(site)["edition"]


def test_editions_and_a_release_are_exchanged_without_a_failed_request(copy, tmp_path):
    with served(tmp_path, copy) as site:
        masters = [master(tmp_path)]

        def exchanged(edition):
            wait_for(lambda: shown(site) == edition and has_ended(masters[-1]))
            masters.append(master(tmp_path))

        with Load(site, copy) as load:
            new = published_beside(copy, FORMER)
            exchanged(new)
            rolled_back(copy)
            exchanged(FORMER)
            os.kill(keeper_of(masters[-1]), signal.SIGUSR2)
            exchanged(FORMER)
    assert has_ended(masters[-1])
    assert len(set(masters)) == 4
    assert load.failures == []
    assert load.mixed == []
    assert set(load.seen) == {FORMER, new}
