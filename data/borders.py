"""Where a series over time breaks: borders were drawn anew, or what is counted was defined anew."""

from collections.abc import Collection, Sequence
from itertools import groupby, pairwise

from data.catalogue import Indicator
from data.edition import Edition, current_edition
from geo.areas import areas
from geo.crosswalk import border_changed
from geo.levels import SWEDEN, Level, level_of, levels


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
    if over is not None:
        inside = [area] if over is level else _inside(over, area, coverage.years)
        found |= {run[0] for run in runs(over, inside, coverage.years)[1:]}
    return tuple(sorted(found))


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
