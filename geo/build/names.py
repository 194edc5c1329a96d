"""The names of all areas, and the registers made of them."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from geo.build import browser, registers
from geo.build.coverage import Coverage
from geo.build.error import GeoBuildError
from geo.build.folder import BoundaryFolder, replace
from geo.build.layer import Layer
from geo.levels import JOINED, declared_levels

MOVED = "regso"  # the level that the crosswalk tells of
FORMER = "regso2020"
GEO = Path(__file__).parents[1]
DIGITS = {"county": 0, "municipality": 2}  # of the parent's code; all others lie in municipalities


@dataclass(frozen=True)
class Names:
    """Names by code for each register, such as `regso2025`, and the crosswalk as text."""

    registers: Mapping[str, Mapping[str, str]]
    crosswalk: str

    def changed(self, edition: str) -> set[str]:
        return {row[f"code_{edition}"] for row in csv.DictReader(self.crosswalk.splitlines())}


def names(package: Path, layers: Sequence[Layer], tidy: Path, county: str) -> Names:
    """Names of 2020 and the crosswalk come from the tidy folder, or stay as they are committed."""

    def only(found: Mapping[str, str]) -> dict[str, str]:
        return {code: name for code, name in found.items() if code.startswith(county)}

    if tidy.is_dir():
        regso2020, crosswalk = registers.names_2020(tidy), registers.crosswalk(tidy)
    else:
        print(f"No folder {tidy}: names and changes of RegSO 2020 stay as they are.")
        regso2020, crosswalk = committed()
    found = {
        "county": only(registers.county_names(package)),
        "municipality": only(registers.municipality_names(package)),
        FORMER: only(regso2020),
    }
    for layer in layers:
        check_agreement(layer, found)
        # Of 2020 the names of the tidy file are the official ones, see docs/BOUNDARIES.md.
        shown = {code: registers.display_name(name) for code, name in layer.names.items()}
        found.setdefault(layer.id, shown)
    return Names(found, crosswalk)


def check_agreement(layer: Layer, found: Mapping[str, Mapping[str, str]]) -> None:
    """Every municipality has areas and every area a municipality; a known edition has its codes."""
    differing = {code[:4] for code in layer.names} ^ set(found["municipality"])
    if differing:
        raise GeoBuildError(
            f"Names and the boundaries of {layer.id} do not agree on the municipalities "
            f"{', '.join(sorted(differing))}. Use the pinned packages, or fetch the boundaries "
            "again."
        )
    differing = set(layer.names) ^ set(found.get(layer.id, layer.names))
    if differing:
        raise GeoBuildError(
            f"Names and boundaries of {layer.id} do not agree on {len(differing)} areas, the "
            f"first of them {min(differing)}. Fetch the boundaries again, or correct the names."
        )


def committed() -> tuple[dict[str, str], str]:
    try:
        with (GEO / "areas" / f"{FORMER}.csv").open(encoding="utf-8", newline="") as file:
            regso2020 = {row["code"]: row["name"] for row in csv.DictReader(file)}
        return regso2020, (GEO / "crosswalk.csv").read_text(encoding="utf-8")
    except OSError as error:
        raise GeoBuildError(
            f"{error.filename} cannot be read. Restore it from the repository, or give the folder "
            "of the tidy figures with --input."
        ) from error


def write_registers(output: Path, found: Names, neighbours: str) -> None:
    for name, register in found.registers.items():
        text = registers.register(register, DIGITS.get(name, 4))
        replace(output / "areas" / f"{name}.csv", text)
    replace(output / "areas" / "neighbours.csv", neighbours)
    replace(output / "crosswalk.csv", found.crosswalk)


def add_browser_registers(
    folder: BoundaryFolder, found: Names, cut: Mapping[str, Coverage]
) -> None:
    """Of every edition, and of all editions of a level together."""
    add_browser_register(folder, found, "county", None, cut["municipality"].dissolved(2))
    add_browser_register(folder, found, "municipality", None, cut["municipality"])
    for level in declared_levels().values():
        there = [one for one in level.editions if f"{level.id}{one}" in found.registers]
        joined = [JOINED.join(there)] if len(there) > 1 else []
        for edition in [*there, *joined]:
            kind = f"{level.id}{edition}"
            coverage = cut.get(kind, cut.get(level.id))
            if coverage is not None:
                add_browser_register(folder, found, level.id, edition, coverage)


def add_browser_register(
    folder: BoundaryFolder, found: Names, level: str, edition: str | None, coverage: Coverage
) -> None:
    editions = (edition or "").split(JOINED)
    each = [found.registers[f"{level}{one}"] for one in editions]
    register = {code: name for one in each for code, name in one.items()}
    moved = [found.changed(one) for one in editions] if level == MOVED else []
    changed = set[str]().union(*moved) & set(register)
    text = browser.register_text(level, edition, register, browser.boxes(coverage), changed)
    folder.add_areas(f"{level}{edition or ''}", text, len(register))
