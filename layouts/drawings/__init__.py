"""Pictures drawn by the server as SVG, so that they work without script, in print and as files."""

from layouts.drawings.bars import Bar, Part, bars
from layouts.drawings.choropleth import choropleth
from layouts.drawings.histogram import histogram
from layouts.drawings.legend import legend
from layouts.drawings.lines import lines
from layouts.drawings.scatter import Point, scatter

__all__ = [
    "Bar",
    "Part",
    "Point",
    "bars",
    "choropleth",
    "histogram",
    "legend",
    "lines",
    "scatter",
]
