"""What lines and circles are read against: rules, ticks and years."""

from collections.abc import Sequence

from layouts import colours
from layouts.drawings.axis import Axis, years
from layouts.drawings.svg import GRID, line, words

YEAR_WIDTH = 52


def rules(upright: Axis, marks: Sequence[str], left: float, right: float) -> str:
    """A thin line at each tick, and its value at the left."""
    parts = []
    for tick, said in zip(upright.ticks, marks, strict=True):
        y = upright.at(tick)
        parts.append(line(left, y, right, y, class_="grid", stroke=GRID))
        parts.append(words(said, left - 6, y + 4.5, text_anchor="end", class_="tick"))
    return "".join(parts)


def year_axis(along: Axis, shown: Sequence[int], foot: float, left: float, right: float) -> str:
    """The axis at the foot of a time series, with as many years as there is room for."""
    parts = [line(left, foot, right, foot, class_="axis", stroke=colours.QUIET)]
    for year in years(shown, max(2, int((right - left) / YEAR_WIDTH))):
        x = along.at(year)
        parts.append(line(x, foot, x, foot + 5, class_="axis", stroke=colours.QUIET))
        parts.append(words(str(year), x, foot + 20, text_anchor="middle", class_="tick"))
    return "".join(parts)
