"""What the browser needs to draw the map of a view: files, classes, colours and words."""

from collections.abc import Sequence
from typing import Any

from data.borders import broken
from data.catalogue import Indicator
from data.edition import Coverage, current_edition
from geo.areas import Area, ancestors
from geo.boundaries import areas_file, boundary_file, is_redrawn
from geo.levels import SWEDEN, Level, levels
from layouts.classes import classes, difference_classes, difference_unit
from layouts.drawn import drawn_levels
from layouts.language import pattern, text
from layouts.view import View, name

REASONS = (
    "missing",
    "suppressed",
    "not_applicable",
    "few_areas",
    "small_group",
    "only_2025",
    "border_moved",
    "not_both_years",
)
WORDS = (
    "table_area",
    "table_code",
    "table_value",
    "table_change",
    "change_title",
    "change_between",
    "beside_title",
    "class_said",
)
MARGIN = 0.6
COUNTY_MARGIN = 0.05


def scene(view: View, difference_limits: Sequence[float] = ()) -> dict[str, Any]:
    """Everything about the map but the years; the addresses in it never change their content."""
    coverage = _coverage(view.indicator, view.level)
    language = view.language
    return {
        **layer(view.indicator, view.level, language),
        "language": language,
        "theme": view.indicator.theme.id,
        "level": view.level.id,
        "levels": [level.id for level in drawn_levels(view.indicator)],
        "area": view.area.code,
        "highlight": highlight(view),
        "scope": view.scope if view.level.editions else None,
        "within": view.area.code if view.area.level.id == "county" else None,
        "place": name(view.area, language),
        "plural": view.level.plural[language],
        "boundaries": f"/boundaries/{boundary_file(view.level, view.scope).name}",
        "zoom": zoom(view),
        "reasons": {key: text(language, key) for key in REASONS},
        "changedNote": _changed_note(view, coverage),
        "redrawn": [year for year in coverage.years if is_redrawn(view.level, year)],
        "change": _change(view.indicator, difference_limits, language),
        "beside": layer(view.showing.beside, view.level, language) if view.showing.beside else None,
        "words": {key: pattern(language, key) for key in WORDS},
    }


def layer(indicator: Indicator, level: Level, language: str) -> dict[str, Any]:
    """An indicator as a map of it needs it; two maps beside each other have one each."""
    coverage = _coverage(indicator, level)
    return {
        "indicator": indicator.id,
        "title": indicator.label[language],
        "register": f"/boundaries/{areas_file(level, coverage.areas_edition).name}",
        "values": f"/editions/{current_edition().id}/{coverage.file}",
        "checksum": coverage.sha256,
        "year": coverage.years[-1],
        "years": list(coverage.years),
        "decimals": indicator.decimals,
        "suffix": indicator.unit.suffix[language],
        "suffixOfOne": indicator.unit.after("1", language),
        "unit": indicator.unit.label[language],
        "categorical": bool(indicator.categories),
        "limits": list(coverage.limits),
        "classes": classes(indicator, coverage, language),
        "rankingNote": text(language, "ranking_note") if indicator.is_index else None,
        "breaks": [
            {"year": year, "areas": sorted(inside)}
            for year, inside in broken(indicator, level).items()
        ],
    }


def _coverage(indicator: Indicator, level: Level) -> Coverage:
    coverage = current_edition().coverage(indicator, level)
    assert coverage is not None
    return coverage


def _change(indicator: Indicator, limits: Sequence[float], language: str) -> dict[str, Any] | None:
    """How the change of an indicator is drawn; None where nothing changes."""
    if not limits:
        return None
    return {
        "limits": list(limits),
        "unit": difference_unit(indicator, language),
        "classes": difference_classes(indicator, limits, language),
        "note": text(language, "change_by_chance") if indicator.is_index else None,
    }


def _changed_note(view: View, coverage: Coverage) -> str | None:
    """A sentence where figures of an older edition of the areas are drawn in newer borders."""
    redrawn = any(is_redrawn(view.level, year) for year in coverage.years)
    return text(view.language, "changed_note") if redrawn else None


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
