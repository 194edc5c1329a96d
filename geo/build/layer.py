"""One edition of a level as it came: codes, names and shapes, and from whom."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import geopandas
import numpy

from geo.build.coverage import Coverage, checked
from geo.build.error import GeoBuildError
from geo.levels import declared_levels

BASE = ("regso", "2025")  # what municipalities are made of


@dataclass(frozen=True, eq=False)
class Layer:
    """Shapes in EPSG:3006 in the order of `names`, which has the code where there is no name."""

    level: str
    edition: str
    names: Mapping[str, str]
    shapes: numpy.ndarray
    source: Mapping[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return f"{self.level}{self.edition}"

    @property
    def is_newest(self) -> bool:
        return self.edition == next(reversed(declared_levels()[self.level].editions))

    @property
    def kind(self) -> str:
        """What its files are called: by the level alone where it is the newest edition."""
        return self.level if self.is_newest else self.id

    def within(self, county: str) -> "Layer":
        """The areas whose code begins so; an error where none does."""
        inside = [code.startswith(county) for code in self.names]
        if not any(inside):
            raise GeoBuildError(
                f"No area of {self.id} begins with {county!r}. Use a county's code."
            )
        names = {code: name for code, name in self.names.items() if code.startswith(county)}
        return replace(self, names=names, shapes=self.shapes[numpy.array(inside)])

    def coverage(self) -> Coverage:
        return checked(self.id, tuple(self.names), self.shapes)


def packaged(folder: Path) -> Layer:
    """RegSO 2025 as the pinned package has it."""
    table = geopandas.read_file(folder / "duva" / "geodata" / "RegSO_2025.gpkg")
    names = dict(zip(table["regsokod"], table["regsonamn"], strict=True))
    if len(names) != len(table):
        raise GeoBuildError("The RegSO file has the same code twice. Check the pinned package.")
    return Layer(*BASE, names, table.geometry.to_numpy())
