"""How the values of one year are spread over all areas, and where the chosen one stands."""

from itertools import pairwise
from typing import Any

import numpy as np
import pandas

from data.catalogue import Indicator
from layouts import colours
from layouts.chart import Figure, frame, heading
from layouts.labels import Line
from layouts.numbers import number, with_unit

BARS = 24


def spread(
    values: pandas.Series, line: Line, title: str, indicator: Indicator, language: str
) -> Figure:
    """Bars of how many areas have about which value; the line's last value is marked."""
    counts, edges = np.histogram(values.to_numpy(), bins=BARS)
    bars = {
        "type": "bar",
        "x": ((edges[:-1] + edges[1:]) / 2).round(6).tolist(),
        "y": counts.tolist(),
        "width": float(edges[1] - edges[0]),
        "marker": {"color": colours.BAR, "line": {"color": "#ffffff", "width": 1}},
        "text": [
            f"{number(low, indicator.decimals, language)} – {with_unit(high, indicator, language)}"
            for low, high in pairwise(edges)
        ],
        "textposition": "none",
        "hovertemplate": "%{text}: %{y}<extra></extra>",
    }
    known = line.values.dropna()
    marked = [float(value) for value in known.iloc[-1:]]
    layout = frame(language) | {
        "margin": {"l": 8, "r": 8, "t": 30, "b": 28},
        "bargap": 0,
        "annotations": [heading(title), *(_name(line, value) for value in marked)],
        "shapes": [_mark(value) for value in marked],
        "xaxis": {"fixedrange": True, "showgrid": False, "zeroline": False, "nticks": 6},
        "yaxis": {"visible": False, "fixedrange": True, "range": [0, int(counts.max()) * 1.25]},
    }
    return {"data": [bars], "layout": layout}


def _mark(value: float) -> dict[str, Any]:
    return {
        "type": "line",
        "x0": value,
        "x1": value,
        "yref": "paper",
        "y0": 0,
        "y1": 0.86,
        "line": {"width": 3, "color": colours.ACCENT},
    }


def _name(line: Line, value: float) -> dict[str, Any]:
    return {
        "text": line.name,
        "x": value,
        "yref": "paper",
        "y": 0.86,
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 14, "color": colours.ACCENT, "weight": 650},
    }
