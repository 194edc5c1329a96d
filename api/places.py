"""Codes and names from outside become areas and levels."""

from api import described
from api.problems import Problem, malformed, unknown
from data.catalogue import Indicator, declared_indicators
from data.edition import (
    PUBLISHED_FOLDER,
    Edition,
    EditionError,
    editions,
    named_edition,
    newest_edition,
)
from geo.areas import Area, area, areas
from geo.levels import JOINED, SWEDEN, Level, level_of, levels
from geo.search import search


def known_level(name: str, status: int = 400) -> Level:
    if name not in levels():
        raise unknown("level", name, levels(), status)
    return levels()[name]


def known_indicator(name: str, edition: Edition, status: int = 404) -> Indicator:
    """An indicator that the edition has values of; raises Problem with those like it."""
    held = described.every(edition)
    if name in held:
        return held[name]
    if name in declared_indicators():
        raise unknown("indicator", name, held, status, "indicator", {"edition": edition.id})
    raise unknown("indicator", name, held, status)


def known_area(code: str, parameter: str = "area", status: int = 400) -> Area:
    """The area with a code; raises Problem with areas whose code or name is like it."""
    found = area(code) or area(code, of_any_edition(code))
    if found is None:
        near = [f"{hit.code} ({hit.name})" for hit in search(code, 3)]
        raise unknown(parameter, code, (), status, "area", near=near)
    return found


def of_any_edition(code: str) -> str | None:
    """All editions of the areas of a code's level, for one that came or went between them."""
    level = level_of(code)
    return JOINED.join(level.editions) or None if level else None


def inside(wider: Area, level: Level, edition: str | None) -> tuple[str, ...]:
    """The codes of a level that lie in a wider area, or are that area."""
    every = areas(level, edition if level.editions else None)
    if wider.code == SWEDEN:
        return tuple(every)
    return tuple(code for code in every if code.startswith(wider.code))


def is_wider(wider: Level, level: Level) -> bool:
    order = list(levels())
    return order.index(wider.id) <= order.index(level.id)


def known_editions() -> list[str]:
    """The editions that can be asked for, the current one first, then from the newest."""
    current = newest_edition(PUBLISHED_FOLDER).id
    return [current, *(name for name in editions(PUBLISHED_FOLDER) if name != current)]


def known_edition(name: str | None) -> Edition:
    """The edition that is named, or the current one; raises Problem where it is gone."""
    if name is None:
        return newest_edition(PUBLISHED_FOLDER)
    try:
        return named_edition(name, PUBLISHED_FOLDER)
    except EditionError:
        words = {"current": newest_edition(PUBLISHED_FOLDER).id}
        raise unknown("edition", name, known_editions(), 404, "edition", words) from None


def split(parameter: str, text: str, most: int) -> list[str]:
    """The parts of a comma list, each once, in the order they came."""
    parts = list(dict.fromkeys(part.strip() for part in text.split(",")))
    if "" in parts:
        raise malformed(parameter, text, "empty_part")
    if len(parts) > most:
        raise Problem(
            "too-large",
            "list",
            {"number": len(parts), "most": most},
            parameter=parameter,
            limit=most,
        )
    return parts
