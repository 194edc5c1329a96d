"""The ways from an area to the pages that show more of it."""

from data.catalogue import Indicator
from geo.areas import Area
from layouts.paths import LEVEL_OF, on_map, path


def to_area(area: Area, language: str) -> str:
    """The profile of an area; the map of it where its level has no profiles."""
    page = next((page for page, level in LEVEL_OF.items() if level == area.level.id), None)
    return path(page, language, area) if page else on_map(language, area=area.code)


def to_map(indicator: Indicator, area: Area, language: str, year: int | None = None) -> str:
    asked = {"indicator": indicator.id, "area": area.code}
    return on_map(language, **asked, **({"year": str(year)} if year else {}))
