"""Segregation indices: each of one larger area, and of many at once with `by(segments, ...)`."""

from typing import Any

from data.indices.index import AreaIndex, Index
from data.indices.inequality import between_area_gini, between_area_theil
from data.indices.ordered import rank_order_h
from data.indices.segments import Segments
from data.indices.several_groups import (
    local_segregation,
    multigroup_dissimilarity,
    mutual_information,
    normalized_exposure,
    theil_h,
)
from data.indices.two_groups import (
    atkinson,
    correlation_ratio,
    dissimilarity,
    exposure,
    gini,
    isolation,
    location_quotient,
)

INDICES: dict[str, Index[Any] | AreaIndex[Any]] = {
    index.name: index
    for index in (
        dissimilarity,
        gini,
        atkinson,
        isolation,
        exposure,
        correlation_ratio,
        location_quotient,
        theil_h,
        mutual_information,
        local_segregation,
        multigroup_dissimilarity,
        normalized_exposure,
        rank_order_h,
        between_area_gini,
        between_area_theil,
    )
}

__all__ = [
    "INDICES",
    "AreaIndex",
    "Index",
    "Segments",
    "atkinson",
    "between_area_gini",
    "between_area_theil",
    "correlation_ratio",
    "dissimilarity",
    "exposure",
    "gini",
    "isolation",
    "local_segregation",
    "location_quotient",
    "multigroup_dissimilarity",
    "mutual_information",
    "normalized_exposure",
    "rank_order_h",
    "theil_h",
]
