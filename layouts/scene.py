"""What the browser needs to draw the map of a view: files, classes, colours and words."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from data.catalogue import Indicator
from data.edition import Coverage, current_edition
from geo.areas import Area, ancestors
from geo.boundaries import areas_file, boundary_file
from geo.levels import SWEDEN, levels
from layouts import colours
from layouts.language import text
from layouts.numbers import fewest_decimals, number, numbered
from layouts.view import View, drawn_levels, name

REASONS = ("missing", "suppressed", "not_applicable", "few_areas", "small_group", "only_2025")
TABLE_WORDS = ("table_area", "table_code", "table_value")
MARGIN = 0.6
COUNTY_MARGIN = 0.05


def scene(view: View) -> dict[str, Any]:
    """Everything about the map but the year; the addresses in it never change their content."""
    edition = current_edition()
    coverage = edition.coverage(view.indicator, view.level)
    assert coverage is not None
    return {
        "language": view.language,
        "indicator": view.indicator.id,
        "theme": view.indicator.theme.id,
        "level": view.level.id,
        "levels": [level.id for level in drawn_levels(view.indicator)],
        "area": view.area.code,
        "highlight": highlight(view),
        "scope": view.scope if view.level.id == "regso" else None,
        "within": view.area.code if view.area.level.id == "county" else None,
        "year": view.years[-1],
        "years": list(view.years),
        "title": view.indicator.label[view.language],
        "place": name(view.area, view.language),
        "plural": view.level.plural[view.language],
        "boundaries": f"/boundaries/{boundary_file(view.level, view.scope).name}",
        "register": f"/boundaries/{areas_file(view.level, coverage.areas_edition).name}",
        "values": f"/editions/{edition.id}/{coverage.file}",
        "zoom": zoom(view),
        "decimals": view.indicator.decimals,
        "suffix": view.indicator.unit.suffix[view.language],
        "unit": view.indicator.unit.label[view.language],
        "categorical": bool(view.indicator.categories),
        "limits": list(coverage.limits),
        "classes": classes(view.indicator, coverage, view.language),
        "reasons": {key: text(view.language, key) for key in REASONS},
        "changedNote": _changed_note(view, coverage),
        "rankingNote": text(view.language, "ranking_note") if view.indicator.is_index else None,
        "words": {key: text(view.language, key) for key in TABLE_WORDS}
        | {"table_change": text(view.language, "table_change", year=view.years[0])},
    }


def _changed_note(view: View, coverage: Coverage) -> str | None:
    """A sentence where figures of an older edition of the areas are drawn in newer borders."""
    editions = list(view.level.editions)
    if not editions or coverage.areas_edition == editions[-1]:
        return None
    return text(view.language, "changed_note")


def classes(indicator: Indicator, coverage: Coverage, language: str) -> list[dict[str, str]]:
    """The classes of the map from the lowest, each with its words and colour."""
    labels = (
        [numbered(category, language) for category in indicator.categories]
        if indicator.categories
        else interval_labels(indicator, list(coverage.limits), language)
    )
    palette = colours.class_colours(indicator, len(labels))
    return [
        {"label": label, "colour": colour} for label, colour in zip(labels, palette, strict=True)
    ]


def interval_labels(indicator: Indicator, limits: list[float], language: str) -> list[str]:
    """The classes in words. Where none has a class of its own, its limit is the least shown."""
    least = round(10**-indicator.decimals, indicator.decimals)
    round_ones = [limit for limit in limits if limit != least]
    decimals = max((fewest_decimals(one, indicator.decimals) for one in round_ones), default=0)
    written = [
        number(limit, indicator.decimals if limit == least else decimals, language)
        for limit in limits
    ]
    between = [
        text(language, "legend_between", low=low, high=high) for low, high in pairwise(written)
    ]
    first = "0" if limits[0] == least else text(language, "legend_under", limit=written[0])
    return [first, *between, text(language, "legend_over", limit=written[-1])]


def highlight(view: View) -> str | None:
    """The drawn area that is, or holds, the chosen one; None where the chosen is wider."""
    for line in (view.area, *ancestors(view.area)):
        if line.level == view.level:
            return line.code
    return None


def zoom(view: View) -> list[float] | None:
    """West, south, east, north of what the map shows at first; None for all that is drawn."""
    if view.level.id != "municipality" or view.scope == SWEDEN:
        return None
    if view.area.level.id == "county":
        return _wider(_box_of(view.area), COUNTY_MARGIN)
    return _wider(_box_of(_municipality(view)), MARGIN)


def _municipality(view: View) -> Area:
    return next(
        line for line in (view.area, *ancestors(view.area)) if line.level.id == "municipality"
    )


def _box_of(area: Area) -> Sequence[float]:
    return boundary_file(levels()["regso"], area.code).bbox


def _wider(box: Sequence[float], share: float) -> list[float]:
    west, south, east, north = box
    x, y = (east - west) * share, (north - south) * share
    return [round(value, 4) for value in (west - x, south - y, east + x, north + y)]
