"""The sizes that municipalities are grouped by, as declared in `sizes.toml`."""

from dataclasses import dataclass
from functools import cache

from data.declared import made, tables


@dataclass(frozen=True)
class Size:
    """At least so many inhabitants, and fewer than so many."""

    id: str
    least: int
    below: int | None = None

    def holds(self, population: float) -> bool:
        return self.least <= population and (self.below is None or population < self.below)


@cache
def sizes() -> dict[str, Size]:
    return {id_: made(Size, id_, table) for id_, table in tables("sizes").items()}
