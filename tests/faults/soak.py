"""Mixed load for minutes, with faults put in: python -m tests.faults.soak --minutes 10

Prints what visitors asked and met, how slow it was, and whether memory grew. Fails on a wrong
number, or on an error that is not of a request which was in a worker when that was killed.
"""

import argparse
import os
import signal
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

import numpy as np

from tests.browser.site import served
from tests.faults.processes import log, master, memory, wait_for, workers
from tests.faults.redis import Redis
from tests.faults.visitors import HASTE, PAUSE, VISITORS, Outcome, visited

MINUTES = 10
BETWEEN = 20  # seconds from one fault to the next; less where there are few minutes
ALLOWED_GROWTH = 1_000_000  # bytes in 10,000 requests
JUDGED_FROM = 5  # minutes; in fewer, what is kept is still being filled


def kill(folder, redis):
    """SIGKILL to a worker"""
    process = master(folder)
    before = set(workers(process))
    os.kill(min(before), signal.SIGKILL)
    wait_for(lambda: len(set(workers(process)) - before) == 1)


def swap(folder, redis):
    """all exchanged for a new release (USR2)"""
    old = master(folder)
    os.kill(keeper(old), signal.SIGUSR2)
    wait_for(lambda: master(folder) != old and len(workers(master(folder))) == 2)
    wait_for(lambda: not workers(old))


def restart_redis(folder, redis):
    """Redis killed and started again"""
    redis.kill()
    time.sleep(2)
    redis.start()


def restart_workers(folder, redis):
    """all workers restarted (HUP)"""
    process = master(folder)
    before = set(workers(process))
    os.kill(process, signal.SIGHUP)
    wait_for(lambda: len(workers(process)) == 2 and not before & set(workers(process)))


FAULTS = (kill, swap, restart_redis, restart_workers)


def keeper(process):
    return int(Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[1])


class Memory:
    """What each worker holds, over the requests answered; workers that are young are left out."""

    def __init__(self):
        self.of = {}

    def note(self, folder, requests):
        for process in workers(master(folder)):
            try:
                self.of.setdefault(process, []).append((requests, memory(process)))
            except OSError:
                continue

    def growth(self):
        """Bytes a worker grew in 10,000 requests of all, by the one that lived longest."""
        longest = max(self.of.values(), key=len)
        late = np.array(longest[len(longest) // 3 :], dtype=float)
        if len(late) < 3:
            return 0.0
        return float(np.polyfit(late[:, 0], late[:, 1], 1)[0]) * 10_000


@dataclass(frozen=True)
class Soaked:
    """What visitors met in minutes of mixed load, and how often which fault was done."""

    minutes: float
    outcome: Outcome
    done: dict[str, int]
    growth: float
    tracebacks: int

    def lines(self):
        met = self.outcome
        p50, p99 = np.percentile(met.seconds, (50, 99))
        return [
            f"{self.minutes:g} minutes, {VISITORS} visitors: {met.requests:,} requests",
            *(f"  {times} times: {fault}" for fault, times in self.done.items()),
            f"errors {len(met.errors)}, wrong numbers {len(met.wrong)}",
            f"tracebacks in the log {self.tracebacks}, recovery {met.recovery:.1f} s",
            f"p50 {p50 * 1000:.0f} ms, p99 {p99 * 1000:.0f} ms, slowest {met.slowest:.2f} s",
            f"memory of a worker: {self.growth / 1e6:+.2f} MB in 10,000 requests",
            *(f"  error: {error}" for error in met.errors[:10]),
        ]

    def paragraph(self):
        """The same for docs/RELIABILITY.md."""
        met = self.outcome
        p50, p99 = np.percentile(met.seconds, (50, 99))
        done = ", ".join(f"{fault} {times} times" for fault, times in self.done.items())
        broken = "one in a worker that was killed at that moment at most for each visitor"
        return (
            f"**Soak** (`make soak`), {self.minutes:g} minutes of the same visitors, who pause "
            f"{HASTE} s between questions and not {PAUSE}, with {done}: "
            f"{met.requests:,} requests, {len(met.errors)} errors (allowed: {broken}), "
            f"{len(met.wrong)} wrong numbers, {self.tracebacks} tracebacks in the log; the last "
            f"error came {met.recovery:.1f} s after its fault at most; p50 {p50 * 1000:.0f} ms, "
            f"p99 {p99 * 1000:.0f} ms, slowest {met.slowest:.1f} s; memory of a worker "
            f"{self.growth / 1e6:+.2f} MB in 10,000 requests."
        )

    def faults(self):
        """What is not as promised."""
        grown = self.minutes >= JUDGED_FROM and self.growth > ALLOWED_GROWTH
        said = {
            "errors in the soak": not self.outcome.is_kept,
            "tracebacks in the soak": self.tracebacks,
            "memory that grows in the soak": grown,
        }
        return [what for what, is_so in said.items() if is_so]


def soak(folder, minutes):
    redis = Redis(folder)
    redis.start()
    done, held = {fault.__doc__: 0 for fault in FAULTS}, Memory()
    url = f"redis://127.0.0.1:{redis.port}/0"
    with served(folder, CACHE_URL=url, RATE_LIMIT="none") as site:
        with visited(site, "Soak", f"{minutes} minutes", HASTE) as outcome:
            for fault in turns(folder, outcome, held, minutes):
                outcome.harm()
                fault(folder, redis)
                done[fault.__doc__] += 1
        tracebacks = log(folder).count("Traceback")
    redis.kill()
    outcome.allowed = VISITORS * done[kill.__doc__]
    return Soaked(minutes, outcome, done, held.growth(), tracebacks)


def turns(folder, outcome, held, minutes):
    """The faults in turn, each after a while; memory is noted meanwhile.

    The last third is calm, so that memory is measured in workers that live.
    """
    ends, faults = time.monotonic() + 60 * minutes, cycle(FAULTS)
    while time.monotonic() < ends:
        calm = min(time.monotonic() + min(BETWEEN, 6 * minutes), ends)
        while time.monotonic() < calm:
            held.note(folder, outcome.requests)
            time.sleep(1)
        if time.monotonic() < ends - 20 * minutes:
            yield next(faults)


def main():
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--minutes", type=float, default=MINUTES)
    with tempfile.TemporaryDirectory() as folder:
        soaked = soak(Path(folder), asked.parse_args().minutes)
    print("\n".join(soaked.lines()))
    sys.exit(", ".join(soaked.faults()) or 0)


if __name__ == "__main__":
    main()
