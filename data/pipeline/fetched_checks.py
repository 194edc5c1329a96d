"""Whether what was fetched can be true: the index and its types, and sums within and between tables."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

from data.pipeline.errors import CheckError, listed
from data.pipeline.feeds import AreaTypes, Feed, Noise, Sum, area_types, noise, sums
from data.pipeline.grid import Grid, Values, common_years, without_absent
from data.pipeline.inputs import Inputs
from data.pipeline.register import codes
from data.pipeline.sources.area_types import check_area_types, check_index
from data.pipeline.sources.figures import Figures


def check_fetched(feed: Feed, grids: Mapping[str, Grid], content: Any) -> None:
    """Raises CheckError where a table has years of other areas, or types not of its index."""
    for name, grid in grids.items():
        wrong = [year for year in grid.years if feed.level.edition(year) != feed.edition]
        if wrong:
            raise CheckError(
                f"{feed.source.id} has {name} for {wrong[0]}, a year of the edition "
                f"{feed.level.edition(wrong[0])} of its areas. Correct the years in editions.toml "
                "or levels.toml."
            )
    for declared in area_types():
        if isinstance(content, Figures) and declared.types in content.columns:
            _check_index(content, declared)


def check_sums(inputs: Inputs, declared: Noise | None = None) -> int:
    """How many sums agree; raises CheckError with those that do not."""
    allowed, faults, number = declared or noise(), [], 0
    for kind, differs, word in (("sums", np.abs, "sum to"), ("at_most", np.asarray, "are")):
        for one in sums(kind):
            if {one.whole, *one.parts} <= set(inputs.figures):
                faults += list(_wrong(one, inputs, allowed, differs, word))
                number += 1
    if faults:
        raise CheckError(
            f"{len(faults)} sums do not agree. Fetch the tables again; where it stays so, compare "
            f"them with SCB's own.\n{listed(faults)}"
        )
    return number


def _wrong(
    one: Sum, inputs: Inputs, allowed: Noise, differs: Callable[[Values], Values], word: str
) -> Iterator[str]:
    grids = [inputs.figures[name] for name in (*one.parts, one.whole)]
    years = common_years(grids)
    *parts, whole = (without_absent(grid.only(years)) for grid in grids)
    total = np.sum(parts, axis=0)
    level = grids[0].level
    areas = codes(level, level.edition_over(years))
    for row, year in enumerate(years):
        over = differs(total[row] - whole[row]) > allowed.of(year, len(parts)) + 1e-6
        for column in np.flatnonzero(over):
            yield (
                f"{', '.join(one.parts)} of {areas[column]} in {year} {word} "
                f"{total[row, column]:g}, where {one.whole} is {whole[row, column]:g}."
            )


def _check_index(figures: Figures, declared: AreaTypes) -> None:
    """Every type follows from the index of its year, and the index from its parts."""
    index, types, *parts = (
        figures.columns[name].values for name in (declared.index, declared.types, *declared.parts)
    )
    rows = list(enumerate(figures.years))
    check_index(figures.areas, {y: (index[r], [part[r] for part in parts]) for r, y in rows})
    check_area_types(figures.areas, {y: (index[r], types[r]) for r, y in rows})
