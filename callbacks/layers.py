"""The values of the one or two maps that a view shows, looked up for a picture."""

import pandas

from data import store
from data.borders import broken_between
from data.catalogue import Indicator
from data.differences import difference_limits
from data.edition import Edition
from layouts.layer import Layer
from layouts.view import View


def layers(view: View, edition: Edition) -> tuple[Layer, ...]:
    """The map of a view, and the one beside it."""
    shown, since = view.showing, view.showing.since
    if since is not None:
        return (_change(view, since, edition),)
    first = _layer(view, view.indicator, view.year, edition)
    if shown.beside is None or shown.beside_year is None:
        return (first,)
    return first, _layer(view, shown.beside, shown.beside_year, edition)


def _layer(view: View, indicator: Indicator, year: int, edition: Edition) -> Layer:
    coverage = edition.coverage(indicator, view.level)
    assert coverage is not None
    return Layer(indicator, coverage, year, _values(view, indicator, year, edition))


def _change(view: View, since: int, edition: Edition) -> Layer:
    """The change of each area between two years, as it is written."""
    indicator, decimals = view.indicator, view.indicator.decimals
    coverage = edition.coverage(indicator, view.level)
    assert coverage is not None
    now, before = (
        _values(view, indicator, year, edition).round(decimals) for year in (view.year, since)
    )
    limits = difference_limits(indicator, view.level, view.years[0], view.years[-1])
    broken = broken_between(indicator, view.level, since, view.year, edition)
    change = (now - before).mask(now.index.isin(broken))
    return Layer(indicator, coverage, view.year, change, since, limits, broken)


def _values(view: View, indicator: Indicator, year: int, edition: Edition) -> pandas.Series:
    return store.values(indicator, view.level, year, edition)
