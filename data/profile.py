"""What the profiles of areas hold, as declared in `profile.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from data.catalogue import Grouping, Indicator, Text, groupings, indicators, themes
from data.declared import check, known, tables
from geo.levels import levels

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
    """`sections` and `maps` by the id of a level."""

    sections: Mapping[str, tuple[str, ...]]
    maps: Mapping[str, Indicator]
    peers: tuple[Indicator, ...]
    compared: tuple[Indicator, ...]
    small_areas: tuple[Indicator, ...]
    area_types: tuple[Indicator, ...]
    portrait: tuple[Indicator, ...]
    contributions: Grouping
    programme: Indicator
    left_out: tuple[str, ...]
    summary: tuple[Phrase, ...]


@cache
def contents() -> Contents:
    """The contents of a profile; raises CatalogueError where something named does not exist."""
    declared = tables("profile")
    lists = {name: _indicators(name, ids) for name, ids in declared["lists"].items()}
    choices = declared["choices"]
    check("left_out", "theme", choices["left_out"], themes(), KIND)
    for named in ("sections", "maps"):
        check(named, "level", declared[named], levels(), KIND)
    return Contents(
        sections={level: tuple(ids) for level, ids in declared["sections"].items()},
        maps={level: _indicators("maps", [id_])[0] for level, id_ in declared["maps"].items()},
        **lists,
        contributions=known(KIND, "grouping", choices["contributions"], groupings()),
        programme=known(KIND, "indicator", choices["programme"], indicators()),
        left_out=tuple(choices["left_out"]),
        summary=tuple(
            Phrase(_indicators("summary", [id_])[0], **phrase)
            for id_, phrase in declared["summary"].items()
        ),
    )


def _indicators(name: str, ids: list[str]) -> tuple[Indicator, ...]:
    check(name, "indicator", ids, indicators(), KIND)
    return tuple(indicators()[id_] for id_ in ids)
