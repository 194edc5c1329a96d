"""A visit in a real browser: bytes over the wire, and from the click to the painted picture."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page

from bench.contenders import Contender
from bench.machine import processor_seconds

POLLING = 50  # milliseconds; frames may stand still while a page is made ready
QUIET = 400  # milliseconds without a byte, after which a change is over
LONGEST = 120_000
BINARY = 2
FRAME = "await new Promise((done) => requestAnimationFrame(done));"
CHANGE = """async () => {{
    const look = () => {painted};
    const before = look(), start = performance.now();
    {act};
    while (look() === before && performance.now() - start < {longest}) {frame}
    {frame} {frame}
    return performance.now() - start;
}}"""
# The first map that is seen, drawn by the server or in the browser.
MEANINGFUL = "() => document.querySelectorAll('svg path, canvas').length > 20 || document.querySelector('canvas')"
DRAWN = "() => {{ const seen = {painted}; return seen && !/^(,|none|null)*$/.test(seen); }}"


@dataclass(frozen=True)
class Device:
    name: str
    width: int
    height: int
    slower: int = 1
    # Chrome's own "slow 4G": bytes a second and milliseconds.
    network: dict[str, float] | None = None


DESKTOP = Device("desktop", 1440, 1000)
PHONE = Device(
    "phone, 4x slower, slow 4G",
    390,
    844,
    4,
    {"latency": 150, "downloadThroughput": 1.6e6 / 8 * 0.9, "uploadThroughput": 750e3 / 8 * 0.9},
)


@dataclass
class Wire:
    """Bytes that have come, with their headers, over HTTP and over web sockets."""

    session: CDPSession
    bytes: float = 0
    requests: int = 0
    _known: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.session.send("Network.enable")
        self.session.on("Network.loadingFinished", self._finished)
        self.session.on("Network.webSocketFrameReceived", self._frame)

    def _finished(self, event: dict[str, Any]) -> None:
        self.bytes += event["encodedDataLength"]
        self.requests += event["encodedDataLength"] > 0

    def _frame(self, event: dict[str, Any]) -> None:
        frame = event["response"]
        # A binary frame is told in base64.
        self.bytes += len(frame["payloadData"]) * (3 / 4 if frame["opcode"] == BINARY else 1)


@dataclass
class Visit:
    """What one visit cost, each list an entry a change."""

    first_bytes: float = 0
    meaningful_bytes: float = 0
    first_painted: float = 0
    indicator_bytes: list[float] = field(default_factory=list)
    indicator_painted: list[float] = field(default_factory=list)
    year_bytes: list[float] = field(default_factory=list)
    year_painted: list[float] = field(default_factory=list)
    server_seconds: float = 0

    def told(self) -> str:
        """What it cost in a line, for whoever watches."""
        middle = {
            name: median(value) if isinstance(value, list) else value
            for name, value in vars(self).items()
            if value != []
        }
        return ", ".join(f"{name} {value:,.4g}" for name, value in middle.items())


@contextmanager
def opened(context: BrowserContext, device: Device) -> Iterator[tuple[Page, Wire]]:
    page = context.new_page()
    session = context.new_cdp_session(page)
    wire = Wire(session)
    if device.network:
        session.send("Network.emulateNetworkConditions", {"offline": False, **device.network})
    if device.slower > 1:
        session.send("Emulation.setCPUThrottlingRate", {"rate": device.slower})
    yield page, wire
    page.close()


def visits(
    browser: Browser, contender: Contender, address: str, device: Device, process: int,
    indicators: Sequence[str], years: Sequence[int],
) -> tuple[Visit, Visit]:  # fmt: skip
    """The first visit of a reader with all changes, and the same reader coming back."""
    context = browser.new_context(
        viewport={"width": device.width, "height": device.height}, reduced_motion="reduce"
    )
    context.set_default_timeout(LONGEST)
    first, again = Visit(), Visit()
    with opened(context, device) as (page, wire):
        _open(page, wire, contender, address, first)
        before = processor_seconds(process)
        for indicator in indicators:
            act = contender.choose.format(indicator=indicator)
            _change(page, wire, contender, act, first.indicator_bytes, first.indicator_painted)
        first.server_seconds = (processor_seconds(process) - before) / max(1, len(indicators))
        for year in years:
            act = contender.turn.format(year=year)
            _change(page, wire, contender, act, first.year_bytes, first.year_painted)
    with opened(context, device) as (page, wire):
        _open(page, wire, contender, address, again)
    context.close()
    return first, again


def _open(page: Page, wire: Wire, contender: Contender, address: str, into: Visit) -> None:
    page.goto(address, wait_until="commit")
    page.wait_for_function(MEANINGFUL, polling=POLLING)
    into.meaningful_bytes = wire.bytes
    page.wait_for_function(DRAWN.format(painted=contender.painted), polling=POLLING)
    into.first_painted = page.evaluate(f"async () => {{ {FRAME} return performance.now(); }}")
    _quiet(page, wire)
    into.first_bytes = wire.bytes


def _change(
    page: Page, wire: Wire, contender: Contender, act: str, sizes: list[float], times: list[float]
) -> None:
    before = wire.bytes
    script = CHANGE.format(painted=contender.painted, act=act, frame=FRAME, longest=LONGEST)
    took = page.evaluate(script)
    if took >= LONGEST:
        raise RuntimeError(f"{contender.name} painted nothing new after {json.dumps(act)}.")
    times.append(took)
    _quiet(page, wire)
    sizes.append(wire.bytes - before)


def _quiet(page: Page, wire: Wire) -> None:
    """Waits until nothing more comes."""
    seen = -1.0
    while seen != wire.bytes:
        seen = wire.bytes
        page.wait_for_timeout(QUIET)
