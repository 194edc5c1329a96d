"""Our estimates for areas that exchanged land, counted together over all editions of the areas.

Only what is counted can be: counts are added, and a share is made of its two counts. Nothing is
made of shares, means or indices, whose parts are not known.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pyarrow

from data.catalogue import Indicator
from data.edition import STATUSES, UNITED
from data.groups import groups
from data.pipeline.compute import DECIMALS_KEPT, Computed, is_too_few
from data.pipeline.counts import count
from data.pipeline.grid import MISSING, OK, Grid, Values, without_absent
from data.pipeline.inputs import Inputs
from data.pipeline.register import codes
from geo.levels import Level
from geo.united import unions

COLUMNS = ("indicator", "united", "year", "value", "status")
SUPPRESSED = STATUSES.index("suppressed")
Row = tuple[Any, ...]


def united_areas(found: Sequence[Computed], inputs: Inputs) -> dict[str, pyarrow.Table]:
    """The table by the name of its file; none where all years have the same areas."""
    rows = [row for one in found if one.grid.is_joined for row in _rows(one, inputs)]
    return {UNITED: _table(rows)} if rows else {}


def _rows(one: Computed, inputs: Inputs) -> Iterator[Row]:
    level, years = one.grid.level, one.grid.years
    counted = [without_absent(grid.only(years)) for grid in _counts(one.indicator, level, inputs)]
    place = {code: number for number, code in enumerate(codes(level, one.grid.edition))}
    for union in unions(level) if counted else ():
        at = [place[code] for code in union.codes if code in place]
        if at:
            values, statuses = _valued(one.indicator, [grid[:, at].sum(axis=1) for grid in counted])
            for year, value, status in zip(years, values, statuses, strict=True):
                yield one.indicator.id, union.code, year, value, STATUSES[status]


def _counts(indicator: Indicator, level: Level, inputs: Inputs) -> list[Grid]:
    """What is counted in every small area: the whole, or a part and its whole; else nothing."""
    measure = indicator.measure
    if measure.share:
        return [count(groups()[str(id_)], inputs) for id_ in (measure.share, measure.among)]
    if measure.given and measure.wider == "sum" and (level.id, measure.given) in inputs.given:
        return [inputs.given[level.id, measure.given]]
    return [count(groups()[measure.count], inputs)] if measure.count else []


def _valued(indicator: Indicator, parts: Sequence[Values]) -> tuple[Values, Any]:
    """A value and a status for each year; a share of too few is withheld as it is of one area."""
    values = parts[0]
    if len(parts) > 1:
        group, among = parts
        values = 100 * group / np.where(among > 0, among, np.nan)
    statuses = np.where(np.isnan(values), MISSING, OK)
    if len(parts) > 1 and indicator.measure.protected:
        withheld = is_too_few(*parts) & (statuses == OK)
        values = np.where(withheld, np.nan, values)
        statuses = np.where(withheld, SUPPRESSED, statuses)
    return values.round(DECIMALS_KEPT), statuses


def _table(rows: Sequence[Row]) -> pyarrow.Table:
    columns = dict(zip(COLUMNS, zip(*rows, strict=True), strict=True))
    types = {"year": pyarrow.int16(), "value": pyarrow.float64()}
    return pyarrow.table(
        {
            name: pyarrow.array(column, types.get(name), from_pandas=True)
            for name, column in columns.items()
        }
    )
