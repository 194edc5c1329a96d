"""A single chart in a frame, drawn for wide and for narrow ones."""

from collections.abc import Callable

from layouts.drawings.fitting import fitting
from layouts.drawings.sheet import Told
from layouts.drawings.svg import Drawing
from layouts.embedded import Framed, cell


def drawn_frame(told: Told, said: str, draw: Callable[[int], Drawing]) -> Framed:
    """`draw` is asked for each width; `said` is the chart in words."""
    return Framed(told, [cell(fitting(lambda width: draw(width).markup(said)))])
