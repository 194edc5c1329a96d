"""Which areas share a border, on land or water."""

from collections.abc import Mapping

import shapely

from geo.build.coverage import Coverage
from geo.build.registers import table_text

SHORTEST = 1.0  # metres; areas that meet in a corner only are no neighbours


def neighbours(coverage: Coverage) -> dict[str, list[str]]:
    tree = shapely.STRtree(coverage.shapes)
    one, other = tree.query(coverage.shapes, predicate="intersects")
    one, other = one[one != other], other[one != other]
    shared = shapely.intersection(coverage.shapes[one], coverage.shapes[other])
    long = shapely.length(shared) >= SHORTEST
    found: dict[str, list[str]] = {code: [] for code in coverage.codes}
    for here, there in zip(one[long], other[long], strict=True):
        found[coverage.codes[here]].append(coverage.codes[there])
    return {code: sorted(near) for code, near in found.items()}


def neighbours_text(*levels: dict[str, list[str]]) -> str:
    rows = [(code, " ".join(near)) for found in levels for code, near in found.items()]
    return table_text(("code", "neighbours"), sorted(rows))


def across_the_border(county: str, near: Mapping[str, list[str]]) -> set[str]:
    """The county's municipalities and those of other counties that touch them."""
    own = {code for code in near if code.startswith(county)}
    return own | {code for inside in own for code in near[inside]}
