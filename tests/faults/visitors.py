"""Visitors who ask all the time, and check that what they are told is what was published."""

import http.client
import itertools
import json
import random
import threading
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache

from data import store
from data.catalogue import indicators
from data.edition import current_edition
from geo.levels import levels
from layouts.made_by import views
from tests.faults.processes import wait_for
from tests.unpacked import unpacked

PATIENCE = 30
VISITORS = 4
YEARS = (2020, 2021, 2022, 2023)
FACTS = "..place.children...facts.data.."
WHOLE = b"{"


@cache
def published():
    """The population of every municipality in every year, and these in an order that jumps.

    There are more than a worker keeps as bytes, so the shared cache is asked for most.
    """
    level, population = levels()["municipality"], indicators()["population"]
    found = {
        (code, year): int(value)
        for year in YEARS
        for code, value in store.values(population, level, year).items()
    }
    order = sorted(found)
    random.Random(1).shuffle(order)
    # An odd number of them, so that each kind of visit comes to all in time.
    return found, order[: len(order) - 1 + len(order) % 2]


@dataclass
class Outcome:
    """What visitors met while a fault was there."""

    fault: str
    injected: str
    requests: int = 0
    errors: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    harmed_at: list[float] = field(default_factory=list)
    failed_at: list[float] = field(default_factory=list)
    allowed: int = 0  # errors: requests that were in a worker when it was killed
    notes: dict[str, object] = field(default_factory=dict)

    def harm(self) -> None:
        """Notes that a fault is done now."""
        self.harmed_at.append(time.monotonic())

    @property
    def slowest(self) -> float:
        return max(self.seconds, default=0.0)

    @property
    def recovery(self) -> float:
        """The longest time from a fault to an error before the next fault."""
        return max((self._since_harm(failed) for failed in self.failed_at), default=0.0)

    @property
    def is_kept(self) -> bool:
        """Whether visitors met no wrong number, and no error but those that nobody can prevent."""
        return not self.wrong and len(self.errors) <= self.allowed

    def _since_harm(self, failed: float) -> float:
        return failed - max((at for at in self.harmed_at if at <= failed), default=failed)


class WrongNumberError(Exception):
    """An answer held another number than the published one."""


def callback(asked):
    return {
        "output": FACTS,
        "outputs": [{"id": "place", "property": "children"}, {"id": "facts", "property": "data"}],
        "inputs": [{"id": "asked", "property": "data", "value": asked}],
        "changedPropIds": ["asked.data"],
    }


def fetched(site, path, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(
        site + path, data=data, headers={"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        return answer.read()


def ask_page(site, _):
    if b"_dash-config" not in fetched(site, "/sv/"):
        raise WrongNumberError("The page is not whole.")


def ask_api(site, turn):
    found, order = published()
    area, year = order[turn % len(order)]
    path = f"/api/v1/values?indicator=population&area={area}&year={year}"
    rows = json.loads(fetched(site, path))["data"]
    if [row["value"] for row in rows] != [found[area, year]]:
        raise WrongNumberError(f"{path} told {rows}")


def ask_facts(site, turn):
    """The numbers of one area, for all years in one answer."""
    _, order = published()
    area, year = order[turn % len(order)]
    asked = f"/sv/?indicator=population&area={area}&year={year}"
    check(json.loads(fetched(site, "/_dash-update-component", callback(asked))), area)


def ask_view(site, turn):
    """The same numbers, as the page asks for them: with all else of the view, as what is new in it."""
    _, order = published()
    area, year = order[turn % len(order)]
    edition = views(current_edition().id)
    told = fetched(site, f"{edition}/sv/new/values?indicator=population&area={area}&year={year}")
    if not told.startswith(WHOLE):  # as it is where the service shows another edition
        told = unpacked(told, opening(site, edition)).partition(b"\n")[0]
    check(json.loads(told)[FACTS], area)


@cache
def opening(site, edition):
    return fetched(site, f"{edition}/sv/")


def check(answer, area):
    """The numbers of an area are the published ones."""
    found, _ = published()
    told = answer["response"]["facts"]["data"]["years"]
    for each in YEARS:
        value = told[str(each)]["value"].removesuffix("\u00a0personer")
        if value != f"{found[area, each]:,}".replace(",", "\u00a0"):
            raise WrongNumberError(f"Of {area} in {each} was told {value!r}")


# Of all visitors there are in a run: who comes later does not ask for what has just been kept.
TURNS = itertools.count()
ASKING = (ask_facts, ask_api, ask_view, ask_page)


class Visitors:
    def __init__(self, site, outcome):
        self.site, self.outcome = site, outcome
        self.stop = threading.Event()
        self.lock = threading.Lock()

    def visit(self):
        while not self.stop.is_set():
            turn = next(TURNS)
            self.once(ASKING[turn % len(ASKING)], turn)
            time.sleep(0.01)

    def once(self, ask, turn):
        began = time.monotonic()
        error = wrong = None
        try:
            ask(self.site, turn)
        except WrongNumberError as fault:
            wrong = str(fault)
        except (OSError, ValueError, KeyError, http.client.HTTPException) as fault:
            error = f"{ask.__name__}: {fault!r}"
        ended = time.monotonic()
        with self.lock:
            self.outcome.requests += 1
            self.outcome.seconds.append(ended - began)
            if wrong:
                self.outcome.wrong.append(wrong)
            if error:
                self.outcome.errors.append(error)
                self.outcome.failed_at.append(ended)


@contextmanager
def visited(site, fault, injected):
    """Visitors ask while the block does its harm; what they met stands in the outcome after."""
    outcome = Outcome(fault, injected)
    visitors = Visitors(site, outcome)
    threads = [threading.Thread(target=visitors.visit, daemon=True) for _ in range(VISITORS)]
    for thread in threads:
        thread.start()
    time.sleep(0.3)
    outcome.harm()
    try:
        yield outcome
        time.sleep(0.5)
    finally:
        visitors.stop.set()
        for thread in threads:
            thread.join(PATIENCE)


def go_on(outcome, more):
    """Waits until visitors have asked so many times more."""
    wanted = outcome.requests + more
    wait_for(lambda: outcome.requests >= wanted)
