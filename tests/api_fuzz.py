"""python -m tests.api_fuzz [questions] [seed]: random questions to the api, and what they leave behind.

No answer may be a fault of ours, every problem must be told in full, and memory must stay flat.
"""

import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from api.documents import ProblemDetails
from api.schemas import SHAPES, TABLES
from data.catalogue import groupings, indicators
from data.edition import current_edition
from geo.areas import everywhere
from geo.levels import levels
from sending.kept import KEPT
from tests.api_reader import client

QUESTIONS = 10_000
TOLD_AFTER = 1_000
# What is read once or kept within its bound is there by then.
WARM = 0.5
MOST_GROWTH = 8.0
PATHS = ("values", "areas", "areas/{code}", "indicators", "indicators/{id}", "editions", "measures",
         "boundaries/{level}", "bundle/{id}.zip", "openapi.json", "{junk}", "", "en")  # fmt: skip
JUNK = ["", ",", "-1", "0", "1e9", "\x00", "%00", "../../etc/passwd", "{{7*7}}", "' OR 1=1--", "=1+1",
        "å" * 300, "\u202e\u200f", "😀", "9" * 4_500, "2023-2020", "<script>", "\r\nX: y", "NaN"]  # fmt: skip
NAMES = ("indicator", "level", "area", "within", "year", "format", "variant", "metadata", "limit", "after",
         "edition", "parent", "q", "scope", "areas", "grouping", "index", "lang", "junk")  # fmt: skip


def words() -> dict[str, list[str]]:
    """What may stand where, rightly."""
    codes = [area.code for area in everywhere()]
    return {
        "id": list(indicators()),
        "code": codes,
        "level": list(levels()),
        "indicator": [*indicators(), "all"],
        "area": codes,
        "within": codes[:400],
        "year": ["latest", "2020", "2023", "2020-2023", "2010-2030", "2015,2020"],
        "format": [*TABLES, *SHAPES],
        "variant": ["excel"],
        "metadata": ["true", "false"],
        "limit": ["1", "10", "500", "100000"],
        "after": ["population,1480,2020", "1480"],
        "edition": [current_edition().id],
        "parent": codes[:400],
        "q": ["göteborg", "rinke", "0180"],
        "scope": codes[:400],
        "areas": codes,
        "grouping": list(groupings()),
        "index": ["dissimilarity", "theil_h", "gini"],
        "lang": ["sv", "en"],
        "junk": JUNK,
    }


def questions(number: int, seed: int) -> Iterator[tuple[str, dict[str, str]]]:
    chance, right = random.Random(seed), words()

    def word(name: str) -> str:
        if chance.random() < 0.15:
            return chance.choice(JUNK)
        chosen = [chance.choice(right[name]) for _ in range(chance.choice((1, 1, 1, 2, 5)))]
        return ",".join(chosen)

    for _ in range(number):
        filled = {
            name: quote(chance.choice(right[name])[:200], safe="")
            for name in ("id", "code", "level", "junk")
        }
        path = chance.choice(PATHS[:1] * 8 + PATHS).format(**filled)
        asked = {name: word(name) for name in chance.sample(NAMES, chance.randrange(5))}
        if path == "values" and chance.random() < 0.8:
            asked["indicator"] = chance.choice(right["indicator"])
        yield path, asked


def megabytes() -> float:
    """The memory of this process that is its own and in use."""
    pages = Path("/proc/self/statm").read_text().split()
    return (int(pages[1]) - int(pages[2])) * 4096 / 1e6


def main(number: int = QUESTIONS, seed: int = 0) -> int:
    statuses: Counter[int] = Counter()
    slowest, warm, began = (0.0, ""), 0.0, time.perf_counter()
    for done, (path, asked) in enumerate(questions(number, seed), start=1):
        start = time.process_time()
        answer = client().get(f"/api/v1/{path}", query_string=asked)
        slowest = max(slowest, (time.process_time() - start, f"{path} {asked}"[:120]))
        statuses[answer.status_code] += 1
        fault = fault_of(answer)
        if fault:
            print(f"{fault}: /api/v1/{path} {asked}")
            return 1
        if done % TOLD_AFTER == 0:
            print(
                f"{done:>7,} questions {megabytes():8.1f} MB, {KEPT.size / 1e6:.1f} of them kept answers; {dict(sorted(statuses.items()))}",
                flush=True,
            )
        if done == int(WARM * number):
            warm = megabytes()
    growth = megabytes() - warm
    print(
        f"{number:,} questions in {time.perf_counter() - began:.0f} s. Memory over the second half: {growth:+.1f} MB."
    )
    print(f"The dearest took {slowest[0] * 1e3:.0f} ms of processor time: {slowest[1]}")
    return 1 if growth > MOST_GROWTH else 0


def fault_of(answer) -> str | None:
    if answer.status_code >= 500:
        return f"Answered with {answer.status_code}"
    if b"Traceback" in answer.data[:20_000]:
        return "A traceback"
    if answer.status_code >= 400 and ProblemDetails().validate(answer.get_json()):
        return "A problem that is not told in full"
    return None


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
