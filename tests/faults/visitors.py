"""Visitors who ask all the time, and check that what they are told is what was published."""

import http.client
import itertools
import json
import threading
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass, field

PATIENCE = 30
VISITORS = 4
AREAS = ("0180", "1480", "1280", "0380", "0580", "0127", "1980", "2480", "1880", "1283")
# Published population of Stockholm and Göteborg in 2023.
KNOWN = {"0180": 988_943, "1480": 604_616}


@dataclass
class Outcome:
    """What visitors met while a fault was there."""

    fault: str
    injected: str
    requests: int = 0
    errors: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    recovery: float = 0.0
    notes: dict[str, object] = field(default_factory=dict)

    @property
    def slowest(self) -> float:
        return max(self.seconds, default=0.0)


class WrongNumberError(Exception):
    """An answer held another number than the published one."""


def callback(asked):
    return {
        "output": "..place.children...facts.data..",
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
    area = list(KNOWN)[turn % len(KNOWN)]
    path = f"/api/v1/values?indicator=population&area={area}&year=2023"
    rows = json.loads(fetched(site, path))["data"]
    if [row["value"] for row in rows] != [KNOWN[area]]:
        raise WrongNumberError(f"{path} told {rows}")


def ask_facts(site, turn):
    area = AREAS[turn % len(AREAS)]
    asked = f"/sv/?indicator=population&area={area}"
    facts = json.loads(fetched(site, "/_dash-update-component", callback(asked)))
    told = json.dumps(facts["response"]["facts"]["data"]["years"]["2023"], ensure_ascii=False)
    if area in KNOWN and f"{KNOWN[area]:,}".replace(",", "\u00a0") not in told:
        raise WrongNumberError(f"{asked} told {told}")


ASKING = (ask_facts, ask_api, ask_facts, ask_page)


class Visitors:
    def __init__(self, site, outcome):
        self.site, self.outcome = site, outcome
        self.turns = itertools.count()
        self.stop = threading.Event()
        self.last_error = None
        self.lock = threading.Lock()

    def visit(self):
        while not self.stop.is_set():
            turn = next(self.turns)
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
                self.last_error = ended


@contextmanager
def visited(site, fault, injected):
    """Visitors ask while the block does its harm; what they met stands in the outcome after."""
    outcome = Outcome(fault, injected)
    visitors = Visitors(site, outcome)
    threads = [threading.Thread(target=visitors.visit, daemon=True) for _ in range(VISITORS)]
    for thread in threads:
        thread.start()
    time.sleep(0.3)
    began = time.monotonic()
    try:
        yield outcome
        time.sleep(0.5)
    finally:
        visitors.stop.set()
        for thread in threads:
            thread.join(PATIENCE)
    if visitors.last_error:
        outcome.recovery = max(0.0, visitors.last_error - began)
