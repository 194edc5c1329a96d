"""What the chart of a view is drawn from, looked up: on the page, in pictures and in files."""

import pandas

from data import evidence, store
from data.borders import breaks
from data.edition import Edition, current_edition
from geo.areas import Area, ancestors
from geo.levels import SWEDEN
from layouts import captions
from layouts.charted import Charted
from layouts.labels import Line
from layouts.series import Band
from layouts.view import View, name


def charted(view: View, edition: Edition | None = None) -> Charted:
    """Lines over the years; where there is but one year the spread of its values, and counts of
    areas where values are categories."""
    edition = edition or current_edition()
    if view.indicator.categories:
        heading = captions.counted_name(view, captions.around(view))
        return Charted(counts=_category_counts(view, edition), heading=heading)
    lines = _lines(view, edition)
    band = _chance(view, edition) or (
        _spread(view, edition) if lines[-1].role == "median" else None
    )
    years = _years(view, edition)
    if len(years) > 1:
        return Charted(tuple(lines), band)
    values = inside(view, years[0], edition)
    return Charted(tuple(lines), band, values, heading=captions.spread_name(view, len(values)))


def _lines(view: View, edition: Edition) -> list[Line]:
    """The chosen area and those around it; where none has values, the median of the areas shown.

    Amounts stand alone: beside the whole country a municipality's would be a flat line.
    """
    around = [
        area
        for area in (view.area, *reversed(ancestors(view.area)))
        if has_own(view, area, edition)
    ]
    lines = [
        Line(
            name(area, view.language),
            store.series(view.indicator, area.code, edition),
            "chosen" if area is view.area else area.level.id,
            breaks(view.indicator, area.code, edition),
        )
        for area in around
    ]
    if view.indicator.is_amount and lines:
        return lines[:1]
    if len(lines) <= 1:
        lines.append(Line(captions.median_name(view), _quantile(view, edition, 0.5), "median"))
    return lines


def _category_counts(view: View, edition: Edition) -> pandas.DataFrame:
    """How many areas on the map are of each category: a row a year, a column a category."""
    rows = {
        year: _values(view, year, view.scope, edition).value_counts()
        for year in _years(view, edition)
    }
    values_of = [category.value for category in view.indicator.categories]
    return pandas.DataFrame(rows).T.reindex(columns=values_of).fillna(0).astype(int)


def _chance(view: View, edition: Edition) -> Band | None:
    """What chance alone gives, or between what a value above chance lies."""
    if not view.indicator.is_index or not has_own(view, view.area, edition):
        return None
    for lookup, title in (
        (evidence.range_above_chance, captions.range_name),
        (evidence.chance, captions.chance_name),
    ):
        found = lookup(view.indicator, view.area.code, edition)
        if found is not None:
            return Band(title(view), found["low"], found["high"])
    return None


def _spread(view: View, edition: Edition) -> Band:
    return Band(
        captions.band_name(view), _quantile(view, edition, 0.1), _quantile(view, edition, 0.9)
    )


def _quantile(view: View, edition: Edition, share: float) -> pandas.Series:
    return pandas.Series(
        {year: inside(view, year, edition).quantile(share) for year in _years(view, edition)},
        dtype=float,
    )


def inside(view: View, year: int, edition: Edition | None = None) -> pandas.Series:
    """Values of the areas on the map that lie in the chosen one, or beside it."""
    within = SWEDEN if has_own(view, view.area, edition) else view.area.code
    return _values(view, year, within, edition).dropna()


def _values(view: View, year: int, within: str, edition: Edition | None) -> pandas.Series:
    """The values of the areas of the map's level whose codes begin with that of a wider one."""
    values = store.values(view.indicator, view.level, year, edition)
    return values if within == SWEDEN else values[values.index.str.startswith(within)]


def has_own(view: View, area: Area, edition: Edition | None = None) -> bool:
    """Whether an area has values of its own, rather than only its parts."""
    return (edition or current_edition()).coverage(view.indicator, area.level) is not None


def _years(view: View, edition: Edition) -> tuple[int, ...]:
    coverage = edition.coverage(view.indicator, view.level)
    return coverage.years if coverage else ()
