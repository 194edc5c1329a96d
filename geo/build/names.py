"""The names of all areas, and the registers made of them."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from geo.build import browser, registers
from geo.build.coverage import Coverage
from geo.build.error import GeoBuildError
from geo.build.folder import BoundaryFolder, replace
from geo.levels import JOINED

EDITIONS = ("2020", "2025")
GEO = Path(__file__).parents[1]


@dataclass(frozen=True)
class Names:
    """Names by code, and the crosswalk between the editions as text."""

    county: Mapping[str, str]
    municipality: Mapping[str, str]
    regso2020: Mapping[str, str]
    regso2025: Mapping[str, str]
    crosswalk: str

    def changed(self, column: str) -> set[str]:
        return {row[column] for row in csv.DictReader(self.crosswalk.splitlines())}


def names(package: Path, regso2025: Mapping[str, str], tidy: Path, county: str) -> Names:
    """Names of 2020 and the crosswalk come from the tidy folder, or stay as they are committed."""

    def only(found: Mapping[str, str]) -> dict[str, str]:
        return {code: name for code, name in found.items() if code.startswith(county)}

    if tidy.is_dir():
        regso2020, crosswalk = registers.names_2020(tidy), registers.crosswalk(tidy)
    else:
        print(f"No folder {tidy}: names and changes of RegSO 2020 stay as they are.")
        regso2020, crosswalk = committed()
    found = Names(
        county=only(registers.county_names(package)),
        municipality=only(registers.municipality_names(package)),
        regso2020=only(regso2020),
        regso2025={code: registers.display_name(name) for code, name in regso2025.items()},
        crosswalk=crosswalk,
    )
    nameless = {code[:4] for code in regso2025} ^ set(found.municipality)
    if nameless:
        raise GeoBuildError(
            f"Names and boundaries do not agree on the municipalities {', '.join(nameless)}. "
            "Use the pinned packages."
        )
    return found


def committed() -> tuple[dict[str, str], str]:
    try:
        with (GEO / "areas" / "regso2020.csv").open(encoding="utf-8", newline="") as file:
            regso2020 = {row["code"]: row["name"] for row in csv.DictReader(file)}
        return regso2020, (GEO / "crosswalk.csv").read_text(encoding="utf-8")
    except OSError as error:
        raise GeoBuildError(
            f"{error.filename} cannot be read. Restore it from the repository, or give the folder "
            "of the tidy figures with --input."
        ) from error


def write_registers(output: Path, found: Names, neighbours: str) -> None:
    areas = output / "areas"
    replace(areas / "county.csv", registers.register(found.county, 0))
    replace(areas / "municipality.csv", registers.register(found.municipality, 2))
    replace(areas / "regso2020.csv", registers.register(found.regso2020, 4))
    replace(areas / "regso2025.csv", registers.register(found.regso2025, 4))
    replace(areas / "neighbours.csv", neighbours)
    replace(output / "crosswalk.csv", found.crosswalk)


def add_browser_registers(
    folder: BoundaryFolder, found: Names, cut: Mapping[str, Coverage]
) -> None:
    def add(
        level: str,
        coverage: Coverage,
        register: Mapping[str, str],
        edition: str | None = None,
        changed: Iterable[str] = (),
    ) -> None:
        here = set(changed) & set(register)
        text = browser.register_text(level, edition, register, browser.boxes(coverage), here)
        folder.add_areas(f"{level}{edition or ''}", text, len(register))

    add("county", cut["municipality"].dissolved(2), found.county)
    add("municipality", cut["municipality"], found.municipality)
    add("regso", cut["regso"], found.regso2020, "2020", found.changed("code_2020"))
    add("regso", cut["regso"], found.regso2025, "2025", found.changed("code_2025"))
    every = {**found.regso2020, **found.regso2025}
    moved = [found.changed(f"code_{edition}") for edition in EDITIONS]
    add("regso", cut["regso"], every, JOINED.join(EDITIONS), set.union(*moved))
