"""Cutting the open sea and the great lakes out of areas, sparingly.

What is left of an area is land with a margin of water, as the shores lie some hundred metres off
in towns. The less is left, the wider the margin; where hardly anything is left the area stays whole.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy
import shapely
from shapely.geometry.base import BaseGeometry

from geo.build.shores import Shores, polygons

GRID = 0.01  # metres; a border is cut at the same point from both sides
BEYOND = 5_000.0  # metres; ground further away than this from an area does not change its cut
SMALLEST_WATER = 500_000.0  # square metres; less water inside land is not cut out
LAKES = 2.5  # so many times the margin along lakes: their shores lie further off than the sea's
TOWN = 12_000_000.0  # square metres; a lake takes nothing from an area as small as this
ARC = 3  # segments in a quarter of a circle


@dataclass(frozen=True)
class Margin:
    """A margin of water in metres, for areas with at least so many square kilometres left."""

    metres: float
    enough: float


class Ground:
    """Land with a margin, without the great lakes, as a searchable set of polygons."""

    def __init__(self, shores: Shores, metres: float) -> None:
        land = shapely.union_all(shapely.buffer(shores.land, metres, quad_segs=ARC))
        inland = LAKES * metres
        lakes = shapely.union_all(shapely.buffer(shores.lakes, -inland, quad_segs=ARC))
        islands = shapely.union_all(shapely.buffer(shores.islands, inland, quad_segs=ARC))
        dry = polygons(land.difference(lakes.difference(islands)))
        self.polygons = numpy.array([without_ponds(part) for part in dry])
        self.tree = shapely.STRtree(self.polygons)
        shapely.prepare(self.polygons)

    def under(self, area: BaseGeometry) -> BaseGeometry:
        """The area as far as the ground goes."""
        near = self.polygons[self.tree.query(area, predicate="intersects")]
        if shapely.covers(near, area).any():
            return area
        west, south, east, north = area.buffer(BEYOND).bounds
        clipped = shapely.union_all(shapely.clip_by_rect(near, west, south, east, north))
        return shapely.intersection(area, clipped, grid_size=GRID)

    def touches(self, area: BaseGeometry) -> bool:
        return len(self.tree.query(area, predicate="intersects")) > 0


class Grounds:
    """The shore and what lies within each margin of it, made once for all areas."""

    def __init__(self, shores: Shores, margins: Sequence[Margin]) -> None:
        self.shore = Ground(shores, 0.0)
        self.lakes = shapely.STRtree(shores.lakes)
        self.within = [(margin, Ground(shores, margin.metres)) for margin in margins]

    def cut(self, areas: Iterable[BaseGeometry]) -> numpy.ndarray:
        """The areas without water, in the same order, as a clean coverage."""
        # Neighbours with different margins end at different points of their border.
        cleaned: numpy.ndarray = shapely.coverage_clean([self.rest(area) for area in areas])
        return cleaned

    def rest(self, area: BaseGeometry) -> BaseGeometry:
        # A town at a great lake is drawn tightly by SCB already, and the shores of lakes are too
        # rough for it: Arjeplog would lie in Hornavan.
        if area.area <= TOWN and len(self.lakes.query(area, predicate="intersects")):
            return area
        for margin, ground in self.within:
            rest = own_land(ground.under(area), self.shore)
            if rest.area >= 1e6 * margin.enough:
                return rest
        return area


def without_ponds(ground: BaseGeometry) -> BaseGeometry:
    """Holes that a margin has nearly closed would look like errors."""
    holes = [hole for hole in ground.interiors if shapely.Polygon(hole).area >= SMALLEST_WATER]
    return shapely.Polygon(ground.exterior, holes)


def own_land(rest: BaseGeometry, shore: Ground) -> BaseGeometry:
    """The rest without strips of water along the neighbour's shore, where the area has no land.

    New land in harbours is younger than the shores: an area without any keeps its largest part.
    """
    parts = polygons(rest)
    kept = [part for part in parts if shore.touches(part)]
    return shapely.MultiPolygon(kept or sorted(parts, key=lambda part: part.area)[-1:])
