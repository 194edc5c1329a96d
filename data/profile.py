"""What the profile of a municipality holds, as declared in `profile.toml`."""

from dataclasses import dataclass
from functools import cache

from data.catalogue import Grouping, Indicator, Text, groupings, indicators, themes
from data.declared import check, known, tables

KIND = "Profile"


@dataclass(frozen=True, eq=False)
class Phrase:
    """How a sentence of the summary begins, and what the next calls the value."""

    indicator: Indicator
    subject: Text
    short: Text
    none: Text | None = None
    note: Text | None = None


@dataclass(frozen=True, eq=False)
class Contents:
    peers: tuple[Indicator, ...]
    compared: tuple[Indicator, ...]
    small_areas: tuple[Indicator, ...]
    area_types: tuple[Indicator, ...]
    contributions: Grouping
    left_out: tuple[str, ...]
    summary: tuple[Phrase, ...]


@cache
def contents() -> Contents:
    """The contents of a profile; raises CatalogueError where something named does not exist."""
    declared = tables("profile")
    lists = {name: _indicators(name, ids) for name, ids in declared["lists"].items()}
    choices = declared["choices"]
    check("left_out", "theme", choices["left_out"], themes(), KIND)
    return Contents(
        **lists,
        contributions=known(KIND, "grouping", choices["contributions"], groupings()),
        left_out=tuple(choices["left_out"]),
        summary=tuple(
            Phrase(_indicators("summary", [id_])[0], **phrase)
            for id_, phrase in declared["summary"].items()
        ),
    )


def _indicators(name: str, ids: list[str]) -> tuple[Indicator, ...]:
    check(name, "indicator", ids, indicators(), KIND)
    return tuple(indicators()[id_] for id_ in ids)
