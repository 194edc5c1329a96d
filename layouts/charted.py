"""What the chart of an area is drawn from, on the page, in pictures and in files."""

from dataclasses import dataclass

import pandas

from layouts.labels import Line
from layouts.series import Band


@dataclass(frozen=True, eq=False)
class Charted:
    """Lines and what lies around them; `values` of all areas where there is but one year.

    Where values are categories there are `counts` instead: a row a year, a column a category.
    """

    lines: tuple[Line, ...] = ()
    band: Band | None = None
    values: pandas.Series | None = None
    counts: pandas.DataFrame | None = None
    heading: str = ""
