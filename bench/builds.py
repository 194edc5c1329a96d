"""Measures every build at the same job and puts the figures side by side."""

import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from bench import contenders, questions
from bench.contenders import FLOOR, NAIVE, OURS, SHINY, STREAMLIT, Contender, Running, running
from bench.load import Asked, Load, load
from bench.machine import own_memory, processor_seconds, proportional_memory, workers
from bench.questions import INDICATORS
from bench.visit import DESKTOP, PHONE, POLLING, Device, Visit, visits
from tests.browser.site import chromium

YEARS = (2015, 2016, 2014, 2017, 2018)
SMALL_AREAS = ("rented_share", "owner_occupied_share", "dwellings")
YEARS_OF_SMALL_AREAS = (2021, 2022, 2020)
ON_THE_PHONE = 2
SESSIONS = 4
IDLE = 0.05  # of a processor
SETTLES_WITHIN = 60


@dataclass
class Measured:
    """All figures of one build; what cannot be measured of it is not there."""

    name: str
    visits: dict[tuple[str, str], tuple[Visit, Visit]] = field(default_factory=dict)
    load: Load | None = None
    asked_a_change: int = 1
    worker_memory: float = 0
    gzipped: float = 0
    session_memory: float = 0
    processor: float = 0


@contextmanager
def a_browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield started
        started.close()


def measured() -> list[Measured]:
    """Every build in one run; small areas too of those that they are of interest for."""
    found = {one.name: of(one) for one in (NAIVE, STREAMLIT, SHINY, OURS, FLOOR)}
    for one in (NAIVE, FLOOR):
        with at_work(one, "regso") as site:
            _look(found[one.name], one, site, DESKTOP, "regso")
    return list(found.values())


def of(contender: Contender) -> Measured:
    print(f"  {contender.name} ...", flush=True)
    found = Measured(contender.name)
    with at_work(contender, contenders.OWN_LEVEL) as site:
        settle(site.process)
        for device in (DESKTOP, PHONE):
            _look(found, contender, site, device, contenders.OWN_LEVEL)
        found.session_memory = _session(contender, site)
        if contender is OURS:
            _look(found, contender, site, DESKTOP, "regso")
        asked = _asked(contender, site)
        if asked:
            found.asked_a_change = len(asked) // len(INDICATORS)
            found.load = load(site.site, asked, site.process)
        if contender is NAIVE:
            found.gzipped = questions.gzipped(site.site, asked[0])
        # The first worker asked for every map beforehand; a further one is any other.
        others = workers(site.process)[1:] or workers(site.process)
        found.worker_memory = median(own_memory(one) for one in others)
    found.processor = (
        found.load.processor * found.asked_a_change
        if found.load
        else found.visits["desktop", contenders.OWN_LEVEL][0].server_seconds
    )
    return found


@contextmanager
def at_work(contender: Contender, level: str) -> Iterator[Running]:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        yield stack.enter_context(running(contender, level, folder))


def _look(found: Measured, contender: Contender, site: Running, device: Device, level: str) -> None:
    """A visit in a browser of its own, which no other build has used."""
    small = level != contenders.OWN_LEVEL
    indicators, years = (SMALL_AREAS, YEARS_OF_SMALL_AREAS) if small else (INDICATORS, YEARS)
    few = ON_THE_PHONE if device is PHONE else len(indicators)
    with a_browser() as browser:
        found.visits[device.name, level] = visits(
            browser, contender, contender.address(site.site, level), device, site.process,
            indicators[-few:], years[:few],
        )  # fmt: skip
    print(f"    {device.name}, {level}: {found.visits[device.name, level][0].told()}", flush=True)


def _asked(contender: Contender, site: Running) -> Sequence[Asked]:
    if contender is OURS:
        return questions.of_ours(INDICATORS)
    if contender is NAIVE:
        return questions.of_naive(INDICATORS, YEARS[0])
    if contender is FLOOR:
        return [Asked(f"/values/{one}-{contenders.OWN_LEVEL}.json") for one in INDICATORS]
    return []


def _session(contender: Contender, site: Running) -> float:
    """Megabytes that the server needs more for every reader who has the page open."""
    before = proportional_memory(site.process)
    with a_browser() as browser:
        for _ in range(SESSIONS):
            page = browser.new_page()
            page.goto(contender.address(site.site, contenders.OWN_LEVEL), wait_until="commit")
            page.wait_for_function(f"() => {contender.painted}", polling=POLLING)
        return (proportional_memory(site.process) - before) / SESSIONS


def settle(process: int) -> None:
    """Waits until a server has done what it does at its start."""
    last = time.monotonic() + SETTLES_WITHIN
    while time.monotonic() < last:
        before = processor_seconds(process)
        time.sleep(1)
        if processor_seconds(process) - before < IDLE:
            return
