"""What a map can show of an indicator: at which levels, in which years."""

from functools import cache

from data.catalogue import Indicator, indicators
from data.edition import current_edition
from geo.boundaries import scopes
from geo.levels import SWEDEN, Level, levels


@cache
def drawable() -> tuple[str, ...]:
    """The levels that there are boundaries of, widest first; Sweden alone is no map."""
    there = (level for level in levels().values() if level.parent and SWEDEN in scopes(level))
    return tuple(level.id for level in there)


def drawn_levels(indicator: Indicator) -> list[Level]:
    """The levels that a map of the indicator can show, widest first."""
    edition = current_edition()
    return [levels()[id_] for id_ in drawable() if edition.coverage(indicator, levels()[id_])]


def years(indicator: Indicator, level: Level) -> tuple[int, ...]:
    coverage = current_edition().coverage(indicator, level)
    return tuple(coverage.years) if coverage else ()


def first_indicator() -> Indicator:
    """What the map shows where nothing is asked for: the first of the catalogue."""
    return next(indicator for indicator in indicators().values() if drawn_levels(indicator))
