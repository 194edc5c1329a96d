"""What the basis for a mapping and needs analysis holds, as declared in `report.toml`."""

from dataclasses import dataclass
from functools import cache

from data.catalogue import Indicator, indicators
from data.declared import check, tables

KIND = "Report"


@dataclass(frozen=True, eq=False)
class Rules:
    """By which areas are named: their type, or a value far from the municipality's."""

    types: tuple[int, ...]
    differing: tuple[Indicator, ...]
    deviations: float
    most: int


@dataclass(frozen=True, eq=False)
class Outline:
    chapters: tuple[str, ...]
    assessed: frozenset[str]
    courses: tuple[Indicator, ...]
    since: int
    rules: Rules


@cache
def outline() -> Outline:
    """The outline of a report; raises CatalogueError where something named does not exist."""
    declared = tables("report")
    report, attention = declared["report"], declared["attention"]
    check("assessed", "chapter", report["assessed"], report["chapters"], KIND)
    return Outline(
        chapters=tuple(report["chapters"]),
        assessed=frozenset(report["assessed"]),
        courses=_indicators("shown", declared["development"]["shown"]),
        since=declared["development"]["since"],
        rules=Rules(
            types=tuple(attention["types"]),
            differing=_indicators("differing", attention["differing"]),
            deviations=attention["deviations"],
            most=attention["most"],
        ),
    )


def _indicators(name: str, ids: list[str]) -> tuple[Indicator, ...]:
    check(name, "indicator", ids, indicators(), KIND)
    return tuple(indicators()[id_] for id_ in ids)
