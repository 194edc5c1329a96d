"""Where a series over time breaks: borders were drawn anew, or what is counted was defined anew."""

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from itertools import groupby, pairwise

from data.catalogue import Indicator
from data.edition import Edition, current_edition
from geo.areas import areas
from geo.crosswalk import border_changed
from geo.levels import JOINED, SWEDEN, Level, level_of, levels


def breaks(indicator: Indicator, area: str, edition: Edition | None = None) -> tuple[int, ...]:
    """The years whose values of an area cannot be compared with those of the year before.

    A small area breaks where its border changed; an index where that of any small area inside did;
    everything where its definition changed, as the catalogue says.
    """
    level = level_of(area)
    coverage = (edition or current_edition()).coverage(indicator, level) if level else None
    if level is None or coverage is None:
        return ()
    found = {year for year in coverage.years[1:] if year in indicator.breaks}
    over = level if level.editions else levels().get(indicator.over or "")
    if over is not None and JOINED in (over.edition_over(coverage.years) or ""):
        inside = [area] if over is level else _inside(over, area, coverage.years)
        found |= {run[0] for run in runs(over, inside, coverage.years)[1:]}
    return tuple(sorted(found))


def broken(
    indicator: Indicator, level: Level, edition: Edition | None = None
) -> Mapping[int, frozenset[str]]:
    """The areas of a level whose series break, by the year that they break at."""
    return _broken(indicator, level, edition or current_edition())


@lru_cache(maxsize=512)
def _broken(indicator: Indicator, level: Level, edition: Edition) -> Mapping[int, frozenset[str]]:
    found: dict[int, set[str]] = {}
    for area in areas(level, edition.areas_edition(level)) if _may_break(indicator, level) else ():
        for year in breaks(indicator, area, edition):
            found.setdefault(year, set()).add(area)
    return {year: frozenset(found[year]) for year in sorted(found)}


def broken_between(
    indicator: Indicator, level: Level, first: int, last: int, edition: Edition | None = None
) -> frozenset[str]:
    """The areas of a level whose values of two years cannot be compared."""
    low, high = sorted((first, last))
    every = broken(indicator, level, edition)
    return frozenset().union(*(inside for year, inside in every.items() if low < year <= high))


def _may_break(indicator: Indicator, level: Level) -> bool:
    return bool(indicator.breaks or level.editions or indicator.over)


def comparable(
    indicator: Indicator, area: str, edition: Edition | None = None
) -> tuple[int, int] | None:
    """The first and the last of the newest years without a break between; None for one alone."""
    level = level_of(area)
    coverage = (edition or current_edition()).coverage(indicator, level) if level else None
    years = coverage.years if coverage else ()
    edges = [0, *breaks(indicator, area, edition), max(years, default=0) + 1]
    spans = [[year for year in years if a <= year < b] for a, b in pairwise(edges)]
    return next(((span[0], span[-1]) for span in reversed(spans) if len(span) > 1), None)


def longest_span(level: Level, area: str, years: Sequence[int]) -> tuple[int, int]:
    """The first and last of the most years in a row that an index over a level can be compared in.

    The newest of those equally many.
    """
    of = runs(level, _inside(level, area, years), years)
    longest = max(reversed(of), key=len)
    return longest[0], longest[-1]


def runs(
    level: Level, inside: Collection[str], years: Sequence[int]
) -> tuple[tuple[int, ...], ...]:
    """The years in order, cut where any of some small areas got another border."""
    if all(level.edition(a) == level.edition(b) for a, b in pairwise(years)):
        return (tuple(years),)
    if not any(border_changed(code) for code in inside):
        return (tuple(years),)
    return tuple(tuple(run) for _, run in groupby(years, key=level.edition))


def _inside(level: Level, area: str, years: Sequence[int]) -> list[str]:
    codes = areas(level, level.edition_over(years))
    return list(codes) if area == SWEDEN else [code for code in codes if code.startswith(area)]
