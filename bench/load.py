"""Many at once: wrk asks a site's questions in turn, as fast as they are answered."""

import json
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from bench.machine import processor_seconds

WRK = ("wrk", "-t1", "--timeout=20s")
SCRIPT = """
local asked, turn = {asked}, 0
request = function()
    turn = turn % #asked + 1
    local one = asked[turn]
    wrk.headers["Content-Type"] = "application/json"
    wrk.headers["Accept-Encoding"] = "{encodings}"
    return wrk.format(one[1], one[2], nil, one[3])
end
done = function(summary, latency)
    local wrong = summary.errors
    print(string.format("FOUND %d %d %d %d %d %d %d", summary.requests, summary.duration,
        latency:percentile(50), latency:percentile(95), latency:percentile(99), summary.bytes,
        wrong.connect + wrong.read + wrong.write + wrong.status + wrong.timeout))
end
"""


@dataclass(frozen=True)
class Asked:
    path: str
    body: object = None

    @property
    def lua(self) -> str:
        if self.body is None:
            return f'{{"GET", {json.dumps(self.path)}}}'
        return f'{{"POST", {json.dumps(self.path)}, {json.dumps(json.dumps(self.body))}}}'


@dataclass(frozen=True)
class Load:
    """Rates a second, latencies in milliseconds, processor seconds and bytes a request."""

    requests: int
    rate: float
    p50: float
    p95: float
    p99: float
    bytes: float
    errors: int
    processor: float


def load(
    site: str, asked: Sequence[Asked], process: int, seconds: int = 6, connections: int = 16,
    encodings: str = "br",
) -> Load:  # fmt: skip
    questions = "{" + ",".join(one.lua for one in asked) + "}"
    with NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(SCRIPT.replace("{asked}", questions).replace("{encodings}", encodings))
        script.flush()
        before = processor_seconds(process)
        said = subprocess.run(
            [*WRK, f"-c{connections}", f"-d{seconds}s", "-s", script.name, site],
            check=True, capture_output=True, text=True,
        ).stdout  # fmt: skip
        used = processor_seconds(process) - before
    found = re.search(r"^FOUND (.*)$", said, re.MULTILINE)
    if found is None:
        raise RuntimeError(f"wrk said nothing that can be read: {said}")
    requests, duration, p50, p95, p99, size, errors = map(int, found[1].split())
    each = max(1, requests)
    return Load(
        requests, requests / duration * 1e6, p50 / 1e3, p95 / 1e3, p99 / 1e3, size / each, errors,
        used / each,
    )  # fmt: skip


def is_there() -> bool:
    return any(Path(folder, "wrk").is_file() for folder in ("/usr/bin", "/usr/local/bin"))
