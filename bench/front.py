"""Through nginx as deploy/nginx.conf says: beside nginx with a plain file, and before a crowd."""

import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import questions
from bench.contenders import FLOOR, OWN_LEVEL, running
from bench.crowd import Crowd, crowd
from bench.load import Asked, load
from bench.machine import processor_seconds
from bench.questions import INDICATORS
from data.catalogue import indicators
from data.edition import current_edition
from geo.boundaries import boundary_file
from geo.levels import SWEDEN, levels
from layouts.drawn import drawn_levels
from tests.browser.site import free_port
from tests.cluster import instance, nginx

SECONDS = 4
ROUNDS = 2
WARMED_WITHIN = 25


@dataclass(frozen=True)
class Front:
    """Rates as shares of nginx's own with the same bytes; changes of indicator, a second and in
    processor seconds of nginx and Python together; and how a crowd was answered."""

    boundaries: float
    page: float
    changes: float
    processor: float
    crowd: Crowd


def front() -> Front:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        plain = Path(stack.enter_context(TemporaryDirectory()))
        port = free_port()
        ours = instance(folder, "127.0.0.1", port)
        stack.callback(ours.wait, 30)
        stack.callback(ours.terminate)
        both = [f"127.0.0.1:{port}", f"127.0.0.1:{port}"]
        site, process = stack.enter_context(nginx(folder, both))
        floor = stack.enter_context(running(FLOOR, OWN_LEVEL, plain))
        time.sleep(WARMED_WITHIN)
        page = "/sv/metod"
        plain.joinpath("page.html").write_bytes(_fetched(site + page))
        return Front(
            _share((site, BOUNDARIES, process), (floor.site, BOUNDARIES, floor.process), "br"),
            _share((site, page, process), (floor.site, "/page.html", floor.process), ""),
            *_changes(site, (process, ours.pid)),
            crowd(site, _views()),
        )


BOUNDARIES = f"/boundaries/{boundary_file(levels()[OWN_LEVEL], SWEDEN).name}"


def _share(ours: tuple[str, str, int], plain: tuple[str, str, int], encodings: str) -> float:
    """The best of each, in turn, so that other work on the machine meets both."""
    best = {ours: 0.0, plain: 0.0}
    for _ in range(ROUNDS):
        for one, before in best.items():
            site, path, process = one
            rate = load(site, [Asked(path)], process, SECONDS, 32, encodings).rate
            best[one] = max(before, rate)
    return best[ours] / best[plain]


def _changes(site: str, processes: tuple[int, int]) -> tuple[float, float]:
    """Changes a second, and processor seconds a change."""
    asked = questions.of_ours(INDICATORS)
    each = len(asked) // len(INDICATORS)
    before = sum(map(processor_seconds, processes))
    found = load(site, asked, processes[0], SECONDS)
    used = sum(map(processor_seconds, processes)) - before
    return found.rate / each, used / found.requests * each


def _views() -> list[Asked]:
    level = levels()[OWN_LEVEL]
    edition = current_edition()
    drawn = [
        one.id
        for one in indicators().values()
        if level in drawn_levels(one) and edition.coverage(one, level)
    ]
    return questions.of_ours(drawn)


def _fetched(address: str) -> bytes:
    import urllib.request

    with urllib.request.urlopen(address) as answer:
        return bytes(answer.read())
