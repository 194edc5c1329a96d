"""The boundary files to write, as declared in `scopes.toml`."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy
import shapely

from geo.build.coverage import Coverage
from geo.build.neighbours import across_the_border
from geo.levels import SWEDEN

SCOPES_FILE = Path(__file__).with_name("scopes.toml")
SCOPE_DIGITS = {"county": 2, "municipality": 4}


@dataclass(frozen=True)
class Kind:
    level: str
    scopes: str
    tolerance: tuple[float, float]
    decimals: int
    island: float
    share: float = 0.0
    coarser: float = 1.0
    neighbours: bool = False
    dissolve: int | None = None

    def is_made_of(self, areas: str) -> bool:
        """Of these areas: a level, or a level with its edition; wider ones of municipalities."""
        return areas.startswith(self.level if self.dissolve is None else "municipality")

    def tolerance_for(self, coverage: Coverage) -> float:
        """Metres: finer where the areas together take up less room."""
        west, south, east, north = shapely.total_bounds(coverage.shapes)
        diagonal = numpy.hypot(east - west, north - south)
        return float(numpy.clip(self.share * diagonal, *self.tolerance))

    def drawn(self, coverage: Coverage) -> Coverage:
        """The areas simplified, without small islands; wider areas are made of the simplified."""
        tolerance = self.tolerance_for(coverage)
        simple = coverage.without_parts_below(1e6 * self.island).simplified(tolerance)
        if self.coarser > 1:
            simple = simple.with_coarse_borders(self.coarser * tolerance)
        return simple if self.dissolve is None else simple.dissolved(self.dissolve)


def kinds() -> list[Kind]:
    tables = tomllib.loads(SCOPES_FILE.read_text(encoding="utf-8"))
    return [Kind(**table) for table in tables.values()]


def scopes(
    kind: Kind, coverage: Coverage, near: Mapping[str, list[str]]
) -> Iterator[tuple[str, Coverage]]:
    """Each scope of a kind with its areas, simplified.

    Scopes with fixed tolerances are simplified together, so that they fit each other.
    """
    if not kind.share:
        coverage = kind.drawn(coverage)
    if kind.scopes == "sweden":
        yield SWEDEN, coverage
        return
    digits = SCOPE_DIGITS[kind.scopes]
    for scope in sorted({code[:digits] for code in coverage.codes}):
        if kind.neighbours:
            inside = coverage.only(across_the_border(scope, near) & set(coverage.codes))
        else:
            inside = coverage.within(scope)
        yield scope, kind.drawn(inside) if kind.share else inside
