"""What every build shows: the published values of a level, and its boundaries."""

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
LEVEL = os.environ.get("BENCH_LEVEL", "municipality")
EDITION = (ROOT / "data/published/current").read_text().strip()
COLOURS = ("#fdf1dc", "#f9cf9e", "#f3a167", "#dd6b3d", "#b0421a", "#6e2210")
NO_DATA = "#c8ced1"


def values_file(indicator: str) -> Path:
    return ROOT / "data/published" / EDITION / "values" / f"{indicator}-{LEVEL}.json"


@cache
def values(indicator: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(values_file(indicator).read_bytes())
    return read


def codes() -> list[str]:
    """The areas that have values, in their order."""
    edition = values(indicators()[0])["areas_edition"] or ""
    [file] = (ROOT / "geo/boundaries").glob(f"areas-{LEVEL}{edition}.*.json")
    listed: list[str] = json.loads(file.read_bytes())["codes"]
    return listed


def boundaries_file() -> Path:
    [file] = (ROOT / "geo/boundaries").glob(f"{LEVEL}-00.*.geojson")
    return file


@cache
def boundaries() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(boundaries_file().read_bytes())
    return read


@cache
def indicators() -> list[str]:
    """All that have values of the level and more than one year."""
    named = sorted(
        path.name.rsplit("-", 1)[0] for path in values_file("x").parent.glob(f"*-{LEVEL}.json")
    )
    return [name for name in named if len(values(name)["years"]) > 1]


def of_year(indicator: str, year: int) -> list[float | None]:
    """One value an area; of the newest year where there is none of the year."""
    read = values(indicator)
    years = read["years"]
    row = years.index(year) if year in years else len(years) - 1
    return [None if v is None else v / 10 ** read["decimals"] for v in read["values"][row]]


def limits(indicator: str) -> list[float]:
    """Inner limits of six classes with as many areas each, over all years."""
    known = sorted(v for row in values(indicator)["values"] for v in row if v is not None)
    places = 10 ** values(indicator)["decimals"]
    return [known[len(known) * part // 6] / places for part in range(1, 6)]


def colour(value: float | None, limits_: list[float]) -> str:
    return NO_DATA if value is None else COLOURS[sum(value >= limit for limit in limits_)]
