"""What was fetched, read again from its snapshots, as figures of an edition."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from data.edition import STATUSES
from data.groups import groupings
from data.pipeline.errors import CheckError
from data.pipeline.feeds import Feed
from data.pipeline.fetched_checks import check_fetched
from data.pipeline.grid import MISSING, Grid
from data.pipeline.inputs import InputFile, Inputs
from data.pipeline.register import codes
from data.pipeline.sources.fetch import Fetcher
from data.pipeline.sources.figures import Figures
from data.pipeline.sources.kolada import KoladaValue

SNAPSHOT = "snapshots/"
Grids = dict[tuple[str, str], list[Grid]]


def with_fetched(inputs: Inputs, feeds: Sequence[Feed], fetcher: Fetcher) -> Inputs:
    """The figures with all that was fetched, checked; the same snapshots give the same figures.

    Raises PipelineError where a source was never fetched, or its figures cannot be true.
    """
    grids: Grids = defaultdict(list)
    files = []
    for feed in feeds:
        id_ = fetcher.snapshots.current(feed.source.id)
        content = fetcher.replay(feed.source, id_)
        found = grids_of(feed, content)
        check_fetched(feed, found, content)
        files.append(InputFile(f"{SNAPSHOT}{feed.source.id}", id_, _cells(found.values())))
        for name, grid in found.items():
            grids[feed.level.id, name].append(grid)
    given = {key: _joined(inputs, key, found) for key, found in grids.items()}
    counted_in = {grouping.over for grouping in groupings().values()}
    small = {name: grid for (level, name), grid in given.items() if level in counted_in}
    return replace(
        inputs,
        figures=inputs.figures | small,
        given=inputs.given | given,
        files=(*inputs.files, *files),
    )


def grids_of(feed: Feed, content: Any) -> dict[str, Grid]:
    """Our figures of one source over the areas of the register."""
    if isinstance(content, Figures):
        return _of_table(feed, content)
    (name,) = feed.columns
    return {name: _of_key_figure(feed, content)}


def _of_table(feed: Feed, figures: Figures) -> dict[str, Grid]:
    register = codes(feed.level, feed.edition)
    unknown, lacking = set(figures.areas) - set(register), set(register) - set(figures.areas)
    for areas, fault in ((unknown, "has areas that the register lacks"), (lacking, "lacks areas")):
        if areas:
            raise CheckError(
                f"{feed.source.id} {fault}: {len(areas)}, the first of them {min(areas)}. Compare "
                f"the edition {feed.edition} of the level {feed.level.id!r} in geo/areas with SCB's."
            )
    place = {area: number for number, area in enumerate(figures.areas)}
    order = [place[code] for code in register]
    found = {}
    for ours, theirs in feed.columns.items():
        if theirs not in figures.columns:
            raise CheckError(
                f"{feed.source.id} has no column {theirs!r}, which fetched.toml names. "
                f"Use one of: {', '.join(figures.columns)}."
            )
        column = figures.columns[theirs]
        grid = Grid(feed.level, figures.years, column.values[:, order], column.statuses[:, order])
        found[ours] = grid
    return found


def _of_key_figure(feed: Feed, values: Iterable[KoladaValue]) -> Grid:
    """The municipalities of a key figure; one that the register lacks is a fault."""
    register = codes(feed.level, None)
    column = {code: number for number, code in enumerate(register)}
    inside = [value for value in values if len(value.area) == len(register[0])]
    years = tuple(sorted({value.year for value in inside}))
    grid = np.full((len(years), len(register)), np.nan)
    statuses = np.full(grid.shape, MISSING, dtype=np.uint8)
    for one in inside:
        if one.area not in column:
            raise CheckError(
                f"{feed.source.id} has a value for {one.area!r}, which is no municipality of the "
                "register. Compare geo/areas with Kolada's list."
            )
        at = years.index(one.year), column[one.area]
        grid[at] = np.nan if one.value is None else one.value
        statuses[at] = STATUSES.index(one.status)
    return Grid(feed.level, years, grid, statuses)


def _joined(inputs: Inputs, key: tuple[str, str], found: list[Grid]) -> Grid:
    """The tidy figures where there are any, and what was fetched in their place or beside them."""
    years = [year for grid in found for year in grid.years]
    twice = sorted({year for year in years if years.count(year) > 1})
    if twice:
        raise CheckError(
            f"Two fetched tables give {key[1]!r} for {twice[0]}. Correct fetched.toml."
        )
    before = inputs.given.get(key)
    return Grid.joined([before, *found] if before else found)


def _cells(grids: Iterable[Grid]) -> int:
    return sum(grid.values.size for grid in grids)
