"""The ways from an area to the pages that show more of it."""

from collections.abc import Iterable
from urllib.parse import urlencode

from data.catalogue import Indicator
from geo.areas import Area
from layouts.drawn import drawn_levels
from layouts.paths import COMPARE, SCATTER, on_map, path


def to_map(indicator: Indicator, area: Area, language: str, year: int | None = None) -> str:
    asked = {"indicator": indicator.id, "area": area.code}
    return on_map(language, **asked, **({"year": str(year)} if year else {}))


def to_scatter(indicator: Indicator, language: str, within: Area | None = None) -> str:
    """The indicator against another, over municipalities where they have it."""
    held = [level.id for level in drawn_levels(indicator)]
    if indicator.categories:
        return path(SCATTER, language)
    inside = within is not None and within.level.id == "municipality"
    level = "regso" if "municipality" not in held or (inside and "regso" in held) else None
    asked = {"x": indicator.id} | ({"level": level} if level else {})
    if within and (level or within.level.id == "county"):
        asked["within"] = within.code
    return f"{path(SCATTER, language)}?{urlencode(asked)}"


def to_compare(areas: Iterable[Area], language: str, indicator: Indicator | None = None) -> str:
    asked = {"areas": ",".join(area.code for area in areas)}
    if indicator:
        asked["indicator"] = indicator.id
    return f"{path(COMPARE, language)}?{urlencode(asked, safe=',')}"
