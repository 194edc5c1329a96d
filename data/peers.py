"""Which areas are most like one another."""

from collections.abc import Sequence

import numpy as np
import pandas

from data import store
from data.catalogue import Indicator
from data.edition import Edition, current_edition
from geo.levels import Level


def peers(features: pandas.DataFrame, area: str, number: int = 5) -> tuple[str, ...]:
    """The areas most like one, the most like first.

    `features` has a row an area and a column a feature. Every column is standardised over all
    areas (z-scores); likeness is the Euclidean distance, every feature weighing the same. Areas
    that lack a feature are left out; where the area itself does, it has no peers. A feature that
    is the same everywhere tells nothing. Areas equally far come in the order of their codes.
    """
    complete = features.dropna()
    if area not in complete.index:
        return ()
    spread = complete.std(ddof=0)
    told = spread[spread > 0].index
    scores = (complete[told] - complete[told].mean()) / spread[told]
    distances = np.sqrt(((scores - scores.loc[area]) ** 2).sum(axis=1)).drop(area)
    return tuple(distances.sort_index().sort_values(kind="stable").index[:number])


def features(
    indicators: Sequence[Indicator], level: Level, edition: Edition | None = None
) -> pandas.DataFrame:
    """The newest values of some indicators, a row an area; amounts by their logarithm.

    Of the edition, or of the current one where none is named.
    """
    columns, edition = {}, edition or current_edition()
    for indicator in indicators:
        coverage = edition.coverage(indicator, level)
        if coverage is None:
            continue
        values = store.values(indicator, level, coverage.years[-1], edition)
        columns[indicator.id] = np.log(values) if indicator.is_amount else values
    return pandas.DataFrame(columns)
