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
from pathlib import Path

import numpy as np

from tests.browser.site import served
from tests.faults.processes import log, master, memory, wait_for, workers
from tests.faults.redis import Redis
from tests.faults.visitors import VISITORS, visited

BETWEEN = 20  # seconds from one fault to the next
ALLOWED_GROWTH = 1_000_000  # bytes in 10,000 requests


def kill(folder, redis):
    """SIGKILL to one worker."""
    process = master(folder)
    before = set(workers(process))
    os.kill(min(before), signal.SIGKILL)
    wait_for(lambda: len(set(workers(process)) - before) == 1)


def swap(folder, redis):
    """A second gunicorn beside the first, as for a new edition or release."""
    old = master(folder)
    os.kill(keeper(old), signal.SIGUSR2)
    wait_for(lambda: master(folder) != old and len(workers(master(folder))) == 2)
    wait_for(lambda: not workers(old))


def restart_redis(folder, redis):
    """Redis killed and started again."""
    redis.kill()
    time.sleep(2)
    redis.start()


def restart_workers(folder, redis):
    """All workers exchanged (HUP)."""
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


def soak(folder, minutes):
    redis = Redis(folder)
    redis.start()
    done, held = dict.fromkeys(FAULTS, 0), Memory()
    url = f"redis://127.0.0.1:{redis.port}/0"
    with served(folder, CACHE_URL=url, RATE_LIMIT="none") as site:
        with visited(site, "Soak", f"{minutes} minutes") as outcome:
            ends, turn = time.monotonic() + 60 * minutes, 0
            while time.monotonic() < ends:
                calm = min(time.monotonic() + BETWEEN, ends)
                while time.monotonic() < calm:
                    held.note(folder, outcome.requests)
                    time.sleep(1)
                fault = FAULTS[turn % len(FAULTS)]
                turn += 1
                # The last third is calm, so that memory is measured in workers that live.
                if time.monotonic() < ends - 20 * minutes:
                    fault(folder, redis)
                    done[fault] += 1
        tracebacks = log(folder).count("Traceback")
    redis.kill()
    return outcome, done, held, tracebacks


def main():
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--minutes", type=float, default=10)
    minutes = asked.parse_args().minutes
    with tempfile.TemporaryDirectory() as folder:
        outcome, done, held, tracebacks = soak(Path(folder), minutes)
    p50, p99 = np.percentile(outcome.seconds, (50, 99))
    print(f"{minutes:g} minutes, {VISITORS} visitors: {outcome.requests} requests")
    for fault, times in done.items():
        print(f"  {times} times: {fault.__doc__}")
    print(
        f"errors {len(outcome.errors)}, wrong numbers {len(outcome.wrong)}, tracebacks {tracebacks}"
    )
    print(f"p50 {p50 * 1000:.0f} ms, p99 {p99 * 1000:.0f} ms, slowest {outcome.slowest:.2f} s")
    print(f"memory of a worker: {held.growth() / 1e6:+.2f} MB in 10,000 requests")
    for error in outcome.errors[:10]:
        print("  error:", error)
    in_flight = done[kill] * VISITORS
    failed = outcome.wrong or tracebacks or len(outcome.errors) > in_flight
    sys.exit(1 if failed or held.growth() > ALLOWED_GROWTH else 0)


if __name__ == "__main__":
    main()
