"""What processes use of the machine, from /proc: processor time and memory of their own."""

import os
import platform
import re
import time
from pathlib import Path

MEGABYTE = 1024
SCHEDULED = 2


def family(process: int) -> list[int]:
    """A process and all that it has started."""
    try:
        tasks = Path(f"/proc/{process}/task").iterdir()
        children = [
            int(child) for task in tasks for child in (task / "children").read_text().split()
        ]
    except FileNotFoundError:
        return []
    return [process, *(each for child in children for each in family(child))]


def workers(process: int) -> list[int]:
    """Those of a family that have started none themselves."""
    return [one for one in family(process) if len(family(one)) == 1]


def processor_seconds(process: int) -> float:
    """Time that a process and all it has started have run, with threads that have ended."""
    return sum(map(_ran, family(process)))


def _ran(process: int) -> float:
    """The processor time clock of another process: its number inverted, in the higher bits."""
    try:
        return time.clock_gettime((~process << 3) | SCHEDULED)
    except OSError:
        return 0.0


def own_memory(process: int) -> float:
    """Megabytes that no other process shares with it."""
    rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
    parts = re.findall(r"^Private_(?:Clean|Dirty): +(\d+)", rollup, re.MULTILINE)
    return sum(map(int, parts)) / MEGABYTE


def proportional_memory(process: int) -> float:
    """Megabytes of a process and all it has started, each shared page counted once."""
    rollups = (Path(f"/proc/{one}/smaps_rollup").read_text() for one in family(process))
    return sum(int(re.findall(r"^Pss: +(\d+)", text, re.MULTILINE)[0]) for text in rollups) / 1024


def shape() -> str:
    """The machine in a line."""
    cpu = next(
        (
            line.split(":", 1)[1].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} processors ({cpu}), {memory:.0f} GiB of memory, "
        f"{platform.system()}, Python {platform.python_version()}"
    )


def load() -> float:
    """How many processes wanted to run in the last minute: other work makes figures worse."""
    return os.getloadavg()[0]
