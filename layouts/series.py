"""The time series of an area, drawn from values that are already computed."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pandas

from data.catalogue import Indicator
from layouts import colours
from layouts.chart import Figure, Trace, frame, heading
from layouts.labels import Line, heights, space, two_rows
from layouts.language import text
from layouts.numbers import with_unit


@dataclass(frozen=True)
class Band:
    name: str
    low: pandas.Series
    high: pandas.Series


DRAWN_DIGITS = 2  # beyond those that are written; more cannot be seen and are bytes
STYLES = {
    "chosen": {"color": colours.ACCENT, "width": 3},
    "municipality": {"color": colours.COUNTY, "width": 2},
    "county": {"color": colours.COUNTY, "width": 2, "dash": "dot"},
    "sweden": {"color": colours.INK, "width": 1.75, "dash": "dash"},
    "median": {"color": colours.INK, "width": 1.75, "dash": "dash"},
}


def series(lines: Sequence[Line], band: Band | None, indicator: Indicator, language: str) -> Figure:
    """Lines with their names at the right end, so that no legend has to be looked up."""
    spread = _spread(lines, band)
    digits = indicator.decimals + DRAWN_DIGITS
    above = heading(indicator.unit.label[language])
    traces: list[Trace] = []
    if band is not None and len(band.high):
        traces += _band(band, digits)
        above["text"] += f" · {band.name}"
    for line in reversed(lines):
        traces += [
            {
                "type": "scatter",
                "x": list(values.index),
                "y": list(values.round(digits)),
                "name": line.name,
                "mode": "lines+markers",
                "line": STYLES[line.role],
                "marker": {"size": 7 if line.role == "chosen" else 4},
                "text": [_written(value, indicator, language) for value in values],
                "hovertemplate": "%{text}",
                "connectgaps": _is_sparse(line.values),
            }
            for values in line.pieces()
        ]
    breaks = sorted({year for line in lines for year in line.breaks})
    names = [_label(line, height) for line, height in heights(lines, spread)]
    layout = _layout(lines, spread, indicator, language) | {
        "annotations": [above, *(_broken(year, language) for year in breaks), *names],
        "shapes": [_break(year) for year in breaks],
    }
    return {"data": traces, "layout": layout}


def _band(band: Band, digits: int) -> list[Trace]:
    common = {
        "type": "scatter",
        "mode": "lines",
        "line": {"width": 1, "color": colours.BAND_EDGE},
        "hoverinfo": "skip",
        "showlegend": False,
    }
    low, high = (
        common | {"x": list(edge.index), "y": list(edge.round(digits))}
        for edge in (band.low, band.high)
    )
    filled = {"fill": "tonexty", "fillcolor": colours.BAND, "name": band.name}
    return [high, low | filled]


def _break(year: int) -> dict[str, Any]:
    """A line where what stands on either side cannot be compared."""
    return {
        "type": "line",
        "x0": year - 0.5,
        "x1": year - 0.5,
        "xref": "x",
        "y0": 0,
        "y1": 1,
        "yref": "y domain",
        "line": {"color": colours.QUIET, "width": 1, "dash": "dot"},
    }


def _broken(year: int, language: str) -> dict[str, Any]:
    """The word beside that line."""
    return {
        "text": text(language, "chart_break", year=year),
        "x": year - 0.5,
        "xref": "x",
        "xanchor": "left",
        "y": 1,
        "yref": "y domain",
        "yanchor": "top",
        "showarrow": False,
        "font": {"size": 12, "color": colours.QUIET},
    }


def _layout(
    lines: Sequence[Line], spread: float, indicator: Indicator, language: str
) -> dict[str, Any]:
    years = sorted({int(year) for line in lines for year in line.values.index})
    limits = {"range": [years[0] - 0.3, years[-1] + 0.3]} if years else {}
    return frame(language) | {
        "margin": {"l": 4, "r": space(lines), "t": 26, "b": 28},
        "hovermode": "x unified",
        "xaxis": {
            "tickvals": _ticks(years),
            **limits,
            "showgrid": False,
            "fixedrange": True,
            "ticks": "outside",
            "ticklen": 5,
            "tickcolor": colours.QUIET,
            "linecolor": colours.QUIET,
            "showline": True,
            "zeroline": False,
            "unifiedhovertitle": {"text": "%{x}"},
        },
        "yaxis": {
            "automargin": True,
            "fixedrange": True,
            "gridcolor": "#e3e7e8",
            "zeroline": False,
            "nticks": 5,
            "tickformat": f",.{_axis_decimals(spread, indicator)}f",
            "ticklabelstandoff": 4,
        },
    }


def _spread(lines: Sequence[Line], band: Band | None) -> float:
    """From the lowest to the highest of all that is drawn."""
    drawn = [line.values for line in lines] + ([band.low, band.high] if band else [])
    everything = pandas.concat(drawn).dropna()
    if everything.empty:
        return 1.0
    return float(everything.max() - everything.min()) or abs(float(everything.max())) or 1.0


def _axis_decimals(spread: float, indicator: Indicator) -> int:
    """As many as tell one tick from the next."""
    needed = next((d for d, step in enumerate((4, 0.25, 0.025)) if spread >= step), 3)
    return min(needed, indicator.decimals)


def _ticks(years: list[int]) -> list[int]:
    """At most five years, the first and the last among them."""
    if len(years) <= 5:
        return years
    step = (len(years) - 1) / 4
    return sorted({years[round(i * step)] for i in range(5)})


def _label(line: Line, height: float) -> dict[str, Any]:
    return {
        "text": "<br>".join(two_rows(line.name)),
        "xref": "paper",
        "x": 1,
        "y": height,
        "xanchor": "left",
        "align": "left",
        "xshift": 6,
        "showarrow": False,
        "font": {
            "size": 14 if line.role == "chosen" else 13,
            "color": STYLES[line.role]["color"],
            "weight": 650 if line.role == "chosen" else 450,
        },
    }


def _written(value: float, indicator: Indicator, language: str) -> str:
    return "" if pandas.isna(value) else with_unit(float(value), indicator, language)


def _is_sparse(values: pandas.Series) -> bool:
    """Elections come every fourth year: their points are joined over the years between."""
    years = [int(year) for year in values.index]
    return any(later - earlier > 1 for earlier, later in pairwise(years))
