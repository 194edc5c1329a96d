"""The looked-up values that a picture of a relationship is drawn from."""

from dataclasses import dataclass

from data.correlation import Correlation
from geo.areas import Area


@dataclass(frozen=True)
class Both:
    """An area with a value of each indicator. `population` is what its circle is as large as."""

    area: Area
    x: float
    y: float
    population: float | None
    named: bool


@dataclass(frozen=True, eq=False)
class Related:
    """`left_out` is how many areas lack a value, `counted` the year of the populations."""

    areas: tuple[Both, ...]
    left_out: int
    correlation: Correlation | None
    counted: int | None
