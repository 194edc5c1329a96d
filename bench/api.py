"""python -m bench.api: what an answer of the api costs the server, made anew each time."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from time import process_time

from flask import Flask
from werkzeug.test import EnvironBuilder

import api
from data.catalogue import Indicator, indicators
from data.edition import current_edition
from geo.levels import levels
from sending.kept import KEPT

REPEATED = 60
LEVEL = "municipality"
GOAL = 5.0
FORMS = ("csv", "json")
OTHERS = ("parquet", "json-stat2")
HEAD = ("one indicator, all municipalities and years", "bytes", "ms CPU", "5-95 %", "goal")


@dataclass(frozen=True)
class Row:
    """Milliseconds of processor time for one answer; `goal` where there is one."""

    name: str
    bytes: int
    milliseconds: list[float]
    goal: float | None

    @property
    def typical(self) -> float:
        return median(self.milliseconds)

    @property
    def cells(self) -> tuple[str, ...]:
        low, high = min(self.milliseconds), sorted(self.milliseconds)[int(0.95 * REPEATED)]
        spread = f"{low:.2f}-{high:.2f}"
        return (self.name, f"{self.bytes:,}", f"{self.typical:.2f}", spread, self.verdict)

    @property
    def verdict(self) -> str:
        if self.goal is None:
            return ""
        return f"{self.goal:.1f}: {'pass' if self.typical < self.goal else 'FALLS SHORT'}"


def rows() -> Iterator[Row]:
    """One indicator over all municipalities and years, nothing kept from before.

    The whole way through the server: parameters, rows, text, headers; in this process, without
    the network. Compressing is told apart, as a server in front may do it.
    """
    server = Flask(__name__)
    api.register(server)
    for words, indicator in (("usual: 4 years", usual()), ("longest series", longest())):
        for form in (*FORMS, *OTHERS):
            goal = GOAL if form in FORMS else None
            yield measured(server, f"{form}, {words}", question(indicator, form), goal)
    for encoding in ("gzip", "br"):
        asked = question(longest(), "csv")
        yield measured(server, f"csv, longest series, {encoding}", asked, None, encoding)
    yield measured(server, "csv, longest series, kept from before", asked, None, kept=True)


def measured(
    server: Flask,
    name: str,
    address: str,
    goal: float | None,
    encoding: str = "",
    kept: bool = False,
) -> Row:
    environ = EnvironBuilder(address, headers={"Accept-Encoding": encoding}).get_environ()
    taken, size = [], 0
    for _ in range(REPEATED + 5):
        if not kept:
            KEPT.clear()
        start = process_time()
        body = b"".join(server.wsgi_app(dict(environ), must_be_whole))
        taken.append((process_time() - start) * 1e3)
        size = len(body)
    return Row(name, size, taken[5:], goal)


def must_be_whole(status: str, *_: object) -> None:
    if not status.startswith("200"):
        raise RuntimeError(f"The question was answered with {status}.")


def question(indicator: Indicator, form: str) -> str:
    return f"/api/v1/values?indicator={indicator.id}&level={LEVEL}&format={form}"


def usual() -> Indicator:
    """The first of the catalogue with municipalities."""
    return next(each for each in indicators().values() if years(each))


def longest() -> Indicator:
    return max(indicators().values(), key=years)


def years(indicator: Indicator) -> int:
    found = current_edition().coverage(indicator, levels()[LEVEL])
    return len(found.years) if found else 0


def main() -> str:
    """The rows as a table in Markdown."""
    lines = [HEAD, ("---",) * len(HEAD), *(row.cells for row in rows())]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    print(main())
