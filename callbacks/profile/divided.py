"""What of each divided index lies between and within municipalities."""

from collections.abc import Iterable

from callbacks.profile.beside import parts_of
from data import evidence
from data.catalogue import Indicator
from geo.areas import Area
from layouts.profile.question import INDEX_OF_PARTS, divisible
from layouts.readings import Split


def splits_of(place: Area) -> Iterable[Split]:
    found = (split_of(place, indicator) for indicator in divisible())
    return (one for one in found if one is not None)


def split_of(place: Area, indicator: Indicator) -> Split | None:
    """Shares of 1, a row a year; only areas of several municipalities have such parts."""
    grouping = indicator.grouping
    if grouping is None or len(parts_of(place).get("municipality", ())) < 2:
        return None
    found = evidence.between_within(grouping, place.code, INDEX_OF_PARTS)
    if found is None:
        return None
    known = found.dropna()
    return Split(indicator, known.div(known.sum(axis=1), axis=0))
