"""From the Procfile's command on an installed tree to the first answered page."""

import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.contenders import OURS, running

TIMES = 3


def start() -> list[float]:
    """Seconds, each time."""
    return sorted(_once() for _ in range(TIMES))


def _once() -> float:
    began = time.perf_counter()
    with TemporaryDirectory() as folder, running(OURS, "municipality", Path(folder)):
        return time.perf_counter() - began


__all__ = ["median", "start"]
