"""What stands beside a value, of one area at a time and without a search."""

from collections.abc import Collection

import pandas

from data.catalogue import Indicator
from data.decomposition import ChangeParts
from data.edition import Coverage, Edition, current_edition
from data.evidence.reading import Contribution, Lines, load
from data.groups import Grouping
from data.inference import Change
from data.store import StoreError
from geo.areas import area as area_of
from geo.areas import areas
from geo.levels import level_of


def chance(
    indicator: Indicator, area: str, edition: Edition | None = None
) -> pandas.DataFrame | None:
    """The chance level of an index by year: `mean`, and `low` and `high` of 95 of 100 spreads."""
    _check(indicator, area, edition)
    return _frame(load(edition).chance.get((indicator.id, area)))


def range_above_chance(
    indicator: Indicator, area: str, edition: Edition | None = None
) -> pandas.DataFrame | None:
    """What a value above chance lies between, `low` and `high` by year."""
    _check(indicator, area, edition)
    return _frame(load(edition).ranges.get((indicator.id, area)))


def change(
    indicator: Indicator, area: str, first: int, last: int, edition: Edition | None = None
) -> Change | None:
    """The change of an index between two years, its interval, and whether it exceeds chance."""
    coverage = _check(indicator, area, edition)
    _check_pair(indicator.id, first, last, coverage.years)
    return load(edition).changes.get((indicator.id, area, first, last))


def parts(
    grouping: Grouping,
    index: str,
    area: str,
    first: int,
    last: int,
    edition: Edition | None = None,
) -> ChangeParts | None:
    """Why an index changed between two years; the parts sum to the change."""
    _check_decomposed(grouping, index, area, edition)
    _check_pair(grouping.id, first, last, load(edition).years.get(grouping.id, ()))
    return load(edition).parts.get((grouping.id, index, area, first, last))


def between_within(
    grouping: Grouping,
    area: str,
    index: str = "mutual_information",
    edition: Edition | None = None,
) -> pandas.DataFrame | None:
    """What of the index of a county or Sweden lies where, by year; the columns sum to it.

    `between_county` (of Sweden only), `between_municipality` (inside counties) and
    `within_municipality`. None of a municipality.
    """
    _check_decomposed(grouping, index, area, edition)
    return _frame(load(edition).splits.get((grouping.id, index, area)))


def contributions(
    grouping: Grouping, municipality: str, year: int, edition: Edition | None = None
) -> tuple[Contribution, ...]:
    """The small areas of a municipality by what they add to its mutual information, largest first.

    Empty where the municipality has no index.
    """
    _check_decomposed(grouping, "mutual_information", municipality, edition, year)
    return load(edition).contributions.get((grouping.id, municipality, year), ())


def _frame(lines: Lines | None) -> pandas.DataFrame | None:
    return lines.frame() if lines else None


def _check(indicator: Indicator, area: str, edition: Edition | None) -> Coverage:
    """What the edition has of the indicator at the level of the area."""
    level = level_of(area)
    held = edition or current_edition()
    coverage = held.coverage(indicator, level) if level else None
    if level is None or coverage is None or area not in areas(level, held.areas_edition(level)):
        raise StoreError(f"There is no area {area!r} with values of {indicator.id!r}.")
    return coverage


def _check_pair(what: str, first: int, last: int, years: Collection[int]) -> None:
    if not (first < last and {first, last} <= set(years)):
        raise StoreError(
            f"{what!r} has no change from {first} to {last}. Use an earlier and a later of: "
            f"{', '.join(map(str, sorted(years)))}."
        )


def _check_decomposed(
    grouping: Grouping, index: str, code: str, edition: Edition | None, *years: int
) -> None:
    """Whether the edition has the parts of an index in an area, in these years."""
    if index not in grouping.decomposed:
        raise StoreError(
            f"The index {index!r} of {grouping.id!r} is not published in parts. "
            f"Use one of: {', '.join(grouping.decomposed) or 'none'}."
        )
    found = area_of(code)
    if found is None or found.level.id == grouping.over:
        raise StoreError(f"{code!r} is not the code of an area with an index of {grouping.id!r}.")
    held = load(edition).years.get(grouping.id, frozenset())
    if not set(years) <= held:
        raise StoreError(
            f"{grouping.id!r} has no index for {', '.join(map(str, years))}. "
            f"Use one of: {', '.join(map(str, sorted(held)))}."
        )
