"""Which areas are most like one another."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nsmallest

import numpy as np
import pandas

from data import store
from data.catalogue import Indicator, Text, indicators
from data.declared import known, tables
from data.edition import Edition, current_edition
from geo.levels import Level


@dataclass(frozen=True, eq=False)
class Dimension:
    """Something that areas are likened by, and that can weigh more or less."""

    id: str
    indicators: tuple[Indicator, ...]
    label: Text


@cache
def dimensions() -> dict[str, Dimension]:
    """The dimensions of `peers.toml`; raises CatalogueError where one names what does not exist."""
    return {
        id_: Dimension(
            id_,
            tuple(known(id_, "indicator", one, indicators()) for one in table["indicators"]),
            table["label"],
        )
        for id_, table in tables("peers").items()
    }


def weights(of: Mapping[str, float]) -> dict[str, float]:
    """The weight of each indicator from those of dimensions; 1 where none is given."""
    return {
        indicator.id: of.get(dimension.id, 1)
        for dimension in dimensions().values()
        for indicator in dimension.indicators
    }


def peers(
    features: pandas.DataFrame,
    area: str,
    number: int = 5,
    *,
    weights: Mapping[str, float] | None = None,
    apart_from: Collection[str] = (),
) -> tuple[str, ...]:
    """The areas most like one, the most like first, apart from some.

    `features` has a row an area and a column a feature. Every column is standardised over all
    areas (z-scores); likeness is the Euclidean distance in which the square of a column's
    difference counts `weights` times, once where it has none. Areas that lack a feature that
    counts are left out; where the area itself does, or nothing counts, it has no peers. A feature
    that is the same everywhere tells nothing. Areas equally far come in the order of their codes.
    """
    given = weights or {}
    counting = [name for name in map(str, features.columns) if given.get(name, 1) > 0]
    values = features[counting].to_numpy(dtype=float)
    complete = ~np.isnan(values).any(axis=1)
    codes, values = features.index[complete].tolist(), values[complete]
    if area not in codes or not counting:
        return ()
    spread = values.std(axis=0)
    told = spread > 0
    scores = values[:, told] / spread[told]
    weighed = np.array([given.get(name, 1) for name in counting], dtype=float)[told]
    distances = np.sqrt((weighed * (scores - scores[codes.index(area)]) ** 2).sum(axis=1))
    others = set(codes) - {area, *apart_from}
    pairs = (pair for pair in zip(distances.tolist(), codes, strict=True) if pair[1] in others)
    return tuple(code for _, code in nsmallest(number, pairs))


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
