"""Areas of one level side by side: read, dissolved, simplified with shared edges kept shared."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy
import shapely
from shapely.geometry.base import BaseGeometry

from geo.build.error import GeoBuildError
from geo.build.shores import polygons
from geo.levels import SWEDEN

FINEST = 10.0  # metres; nothing finer than this is ever drawn
QUARTER = 5_000_000.0  # square metres; the largest area whose every border is drawn fine


@dataclass(frozen=True)
class Coverage:
    """Codes and their polygons in EPSG:3006, sorted by code."""

    codes: tuple[str, ...]
    shapes: numpy.ndarray

    @cached_property
    def place(self) -> dict[str, int]:
        return {code: number for number, code in enumerate(self.codes)}

    def shape(self, code: str) -> BaseGeometry:
        return self.shapes[self.place[code]]

    def within(self, prefix: str) -> "Coverage":
        """The areas whose code begins so."""
        return self.only(code for code in self.codes if code.startswith(prefix))

    def only(self, codes: Iterable[str]) -> "Coverage":
        kept = tuple(sorted(codes))
        return Coverage(kept, self.shapes[[self.place[code] for code in kept]])

    def dissolved(self, digits: int) -> "Coverage":
        """The wider areas that begin with the first digits of these codes."""
        wider = numpy.array([code[:digits] or SWEDEN for code in self.codes])
        codes = tuple(sorted(set(wider.tolist())))
        shapes = [shapely.coverage_union_all(self.shapes[wider == code]) for code in codes]
        return Coverage(codes, numpy.array(shapes))

    def simplified(self, tolerance: float) -> "Coverage":
        return Coverage(self.codes, shapely.coverage_simplify(self.shapes, tolerance))

    def with_coarse_borders(self, tolerance: float) -> "Coverage":
        """The borders between areas larger than a quarter simplified further.

        One tolerance for all would make triangles of town quarters, or files too large to send.
        """
        wide = shapely.area(self.shapes) > QUARTER
        shapes = self.shapes.copy()
        shapes[wide] = shapely.coverage_simplify(
            self.shapes[wide], tolerance, simplify_boundary=False
        )
        return Coverage(self.codes, shapes)

    def without_parts_below(self, square_metres: float) -> "Coverage":
        shapes = [larger_parts(shape, square_metres) for shape in self.shapes]
        return Coverage(self.codes, numpy.array(shapes))


def larger_parts(shape: BaseGeometry, square_metres: float) -> BaseGeometry:
    """The parts that are large enough, and in any case the largest."""
    parts = sorted(polygons(shape), key=lambda part: -part.area)
    kept = [part for part in parts if part.area >= square_metres] or parts[:1]
    return shapely.MultiPolygon(kept) if len(kept) > 1 else kept[0]


def checked(layer: str, codes: tuple[str, ...], shapes: numpy.ndarray) -> Coverage:
    """The areas of a layer as one coverage, or an error where they do not fit together."""
    order = numpy.argsort(numpy.array(codes))
    # A tenth of a millimetre: neighbours that differ in the last bit would not share their edge.
    shapes = shapely.transform(shapes[order], lambda points: points.round(4))
    wrong = ~shapely.is_valid(shapes) | shapely.is_empty(shapes)
    if wrong.any() or not shapely.coverage_is_valid(shapes):
        wrong |= ~shapely.is_empty(shapely.coverage_invalid_edges(shapes))
        first = sorted(codes)[int(numpy.argmax(wrong))]
        raise GeoBuildError(
            f"The areas of {layer} overlap, do not share their edges or are no polygons: {wrong.sum()}, the first "
            f"of them {first}. Use the pinned package, or fetch the boundaries again."
        )
    return Coverage(tuple(sorted(codes)), shapely.coverage_simplify(shapes, FINEST))
