"""Years as they are asked for: `2023`, `2020-2023`, `2020,2023`, `latest`."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from api.places import split
from api.problems import Problem, malformed

YEAR = re.compile(r"(\d{4})(?:-(\d{4}))?", re.ASCII)
LATEST = "latest"
MOST = 60


@dataclass(frozen=True)
class Years:
    """What was asked: spans of years, the latest, or all where neither is given."""

    spans: tuple[tuple[int, int], ...] = ()
    latest: bool = False

    def among(self, held: Collection[int]) -> tuple[int, ...]:
        """The years asked for of those there are, first to last."""
        if not self.spans and not self.latest:
            return tuple(sorted(held))
        asked = {year for year in held if any(a <= year <= b for a, b in self.spans)}
        if self.latest and held:
            asked.add(max(held))
        return tuple(sorted(asked))

    def check(self, held: Collection[int]) -> None:
        """Whether every span has a year; raises Problem that names those there are."""
        for first, last in self.spans:
            if not any(first <= year <= last for year in held):
                raise Problem(
                    "unknown",
                    "year",
                    {"years": ", ".join(map(str, sorted(held)))},
                    parameter="year",
                    value=written(first, last),
                    near=[str(min(held, key=lambda year: abs(year - first)))],
                    allowed=sorted(held),
                )


def read(text: str | None) -> Years:
    if text is None:
        return Years()
    parts = split("year", text, MOST)
    return Years(tuple(span(part) for part in parts if part != LATEST), LATEST in parts)


def span(part: str) -> tuple[int, int]:
    found = YEAR.fullmatch(part)
    if not found:
        raise malformed("year", part, "year")
    first, last = int(found[1]), int(found[2] or found[1])
    if first > last:
        raise malformed("year", part, "span")
    return first, last


def written(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"
