"""A crowd through nginx: thousands who have the page open, and hundreds who change what they look at."""

import asyncio
import random
import resource
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import quantiles

from bench.load import Asked

IDLE = 5000
ACTIVE = 500
SECONDS = 12
THINKS = (1.0, 3.0)  # seconds from one change to the next
FILES = 12_000
AT_ONCE = 200


@dataclass
class Crowd:
    waited: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    idle: int = 0
    seconds: float = SECONDS

    def percentile(self, of: int) -> float:
        """Milliseconds."""
        return quantiles(self.waited, n=100)[of - 1] * 1e3 if len(self.waited) > 1 else 0.0

    @property
    def rate(self) -> float:
        return len(self.waited) / self.seconds


class Reader:
    """One connection that stays."""

    def __init__(self, host: str, port: int) -> None:
        self.host, self.port = host, port

    async def come(self) -> None:
        self.reads, self.writes = await asyncio.open_connection(self.host, self.port)

    async def ask(self, path: str) -> int:
        self.writes.write(
            f"GET {path} HTTP/1.1\r\nHost: {self.host}:{self.port}\r\nAccept-Encoding: br\r\n\r\n"
            .encode()
        )  # fmt: skip
        await self.writes.drain()
        head = (await self.reads.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        if not head.startswith("http/1.1 200"):
            raise OSError(head.splitlines()[0])
        length = int(head.split("content-length:", 1)[1].split("\r\n", 1)[0])
        await self.reads.readexactly(length)
        return length


def crowd(site: str, asked: Sequence[Asked]) -> Crowd:
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(FILES, most), most))
    return asyncio.run(_crowd(site, [one.path for one in asked]))


async def _crowd(site: str, paths: Sequence[str]) -> Crowd:
    host, port = site.removeprefix("http://").split(":")
    found = Crowd()
    idle = [Reader(host, int(port)) for _ in range(IDLE)]
    for first in range(0, IDLE, AT_ONCE):
        await asyncio.gather(*(_sit(one, paths, found) for one in idle[first : first + AT_ONCE]))
    found.idle = IDLE - len(found.errors)
    found.waited.clear()
    until = time.monotonic() + SECONDS
    await asyncio.gather(*(_look(Reader(host, int(port)), paths, until, found)
                           for _ in range(ACTIVE)))  # fmt: skip
    for one in idle:
        one.writes.close()
    return found


async def _sit(reader: Reader, paths: Sequence[str], found: Crowd) -> None:
    try:
        await reader.come()
        await reader.ask(random.choice(paths))
    except (OSError, asyncio.IncompleteReadError) as error:
        found.errors.append(repr(error))


async def _look(reader: Reader, paths: Sequence[str], until: float, found: Crowd) -> None:
    await asyncio.sleep(random.uniform(0, THINKS[1]))
    try:
        await reader.come()
        while time.monotonic() < until:
            start = time.perf_counter()
            await reader.ask(random.choice(paths))
            found.waited.append(time.perf_counter() - start)
            await asyncio.sleep(random.uniform(*THINKS))
    except (OSError, asyncio.IncompleteReadError) as error:
        found.errors.append(repr(error))
