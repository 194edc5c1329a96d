"""The goals, each a number that is reached or not, in the words of a line."""

from dataclasses import dataclass
from statistics import median

from bench.builds import Measured
from bench.contenders import OWN_LEVEL
from bench.frames import Frames
from bench.front import Front
from bench.visit import DESKTOP

KILO = 1000


@dataclass(frozen=True)
class Goal:
    """What was reached beside what was wanted; `least` where more is better."""

    name: str
    reached: float
    wanted: float
    unit: str = ""
    least: bool = False

    @property
    def passes(self) -> bool:
        return self.reached >= self.wanted if self.least else self.reached <= self.wanted

    def line(self) -> list[str]:
        sign = "≥" if self.least else "≤"
        said = "pass" if self.passes else "**falls short**"
        return [self.name, f"{self.reached:,.4g} {self.unit}".strip(),
                f"{sign} {self.wanted:,.4g} {self.unit}".strip(), said]  # fmt: skip


@dataclass(frozen=True)
class Found:
    """All that one run has measured."""

    naive: Measured
    ours: Measured
    floor: Measured
    frames: dict[str, Frames]
    front: Front
    start: list[float]


def goals(found: Found) -> list[Goal]:
    naive, ours, floor = found.naive, found.ours, found.floor
    here = (DESKTOP.name, OWN_LEVEL)
    small = (DESKTOP.name, "regso")
    (n, _), (o, again), (f, _) = naive.visits[here], ours.visits[here], floor.visits[here]
    (small_ours, _), (small_floor, _) = ours.visits[small], floor.visits[small]
    assert naive.load and ours.load
    bytes_ = median(o.indicator_bytes)
    changes = (naive.load.rate / naive.asked_a_change, ours.load.rate / ours.asked_a_change)
    crowd = found.front.crowd
    return [
        Goal("bytes a change of indicator: naive / ours",
             median(n.indicator_bytes) / bytes_, 250, "times", True),
        Goal("the same, naive gzipped", naive.gzipped / bytes_, 80, "times", True),
        Goal("bytes a change of year", median(o.year_bytes), 0, "bytes"),
        Goal("first load, cold: naive / ours", n.first_bytes / o.first_bytes, 8, "times", True),
        Goal("first load: until the first meaningful paint", o.meaningful_bytes / KILO, 450, "kB"),
        Goal("first load: in all", o.first_bytes / KILO, 1000, "kB"),
        Goal("repeat load", again.first_bytes / KILO, 10, "kB"),
        Goal("server CPU a change, through nginx as deployed: naive / ours",
             naive.processor / found.front.processor, 190, "times", True),
        Goal("the same, Python alone", naive.processor / ours.processor, 190, "times", True),
        Goal("changes a second, through nginx as deployed: ours / naive",
             found.front.changes / changes[0], 150, "times", True),
        Goal("the same, Python alone", changes[1] / changes[0], 150, "times", True),
        Goal("municipalities, click to painted, indicator: ours / naive",
             median(o.indicator_painted) / median(n.indicator_painted), 1 / 3),
        Goal("municipalities, click to painted, year: ours / floor",
             median(o.year_painted) / median(f.year_painted), 2),
        Goal("RegSO, click to painted, year: ours / floor",
             median(small_ours.year_painted) / median(small_floor.year_painted), 3),
        Goal("RegSO, median frame while dragged", found.frames["regso"].pan, 33, "ms"),
        Goal("municipalities, median frame while dragged",
             found.frames[OWN_LEVEL].pan, 17, "ms"),
        Goal("map data through nginx: share of nginx's own rate",
             found.front.boundaries, 0.9, least=True),
        Goal("a page through nginx: share of nginx's own rate", found.front.page, 0.9, least=True),
        Goal(f"{crowd.idle:,} idle and 500 active readers: p99", crowd.percentile(99), 300, "ms"),
        Goal("the same: errors", len(crowd.errors), 0),
        Goal("own memory of a further worker", ours.worker_memory, 30, "MB"),
        Goal("from the command to the first answer", median(found.start), 3, "s"),
    ]  # fmt: skip
