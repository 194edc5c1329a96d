"""Codes and names from outside become areas and levels."""

from api.problems import Problem, malformed, shown, unknown
from data.catalogue import Indicator, indicators
from data.edition import Edition, current_edition
from geo.areas import EDITION, Area, area, areas
from geo.levels import SWEDEN, Level, levels
from geo.search import search


def known_level(name: str, status: int = 400) -> Level:
    if name not in levels():
        raise unknown("level", name, levels(), status)
    return levels()[name]


def known_indicator(name: str, status: int = 404) -> Indicator:
    if name not in indicators():
        raise unknown("indicator", name, indicators(), status)
    return indicators()[name]


def known_area(code: str, parameter: str = "area", status: int = 400) -> Area:
    """The area with a code; raises Problem with areas whose code or name is like it."""
    found = area(code)
    if found is None:
        near = [f"{hit.code} ({hit.name})" for hit in search(code, 3)]
        raise unknown(parameter, code, (), status, "area", near)
    return found


def inside(wider: Area, level: Level, edition: str | None = EDITION) -> tuple[str, ...]:
    """The codes of a level that lie in a wider area, or are that area."""
    every = areas(level, edition if level.editions else None)
    if wider.code == SWEDEN:
        return tuple(every)
    return tuple(code for code in every if code.startswith(wider.code))


def is_wider(wider: Level, level: Level) -> bool:
    order = list(levels())
    return order.index(wider.id) <= order.index(level.id)


def known_edition(name: str | None) -> Edition:
    """The edition that is shown, which alone can be asked for; others are files."""
    current = current_edition()
    if name not in (None, current.id):
        raise Problem(
            "unknown",
            "edition",
            {"value": shown(str(name)), "current": current.id},
            parameter="edition",
            value=str(name)[:80],
            near=[current.id],
        )
    return current


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
