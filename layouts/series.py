"""The time series of an area, drawn from values that are already computed."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import pandas
import plotly.graph_objects as go

from data.catalogue import Indicator
from layouts import colours
from layouts.chart import frame, heading
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


def series(
    lines: Sequence[Line], band: Band | None, indicator: Indicator, language: str
) -> go.Figure:
    """Lines with their names at the right end, so that no legend has to be looked up."""
    spread = _spread(lines, band)
    figure = go.Figure(layout=_layout(lines, spread, indicator, language))
    digits = indicator.decimals + DRAWN_DIGITS
    if band is not None and len(band.high):
        _add_band(figure, band, digits)
        figure.layout.annotations[0].text += f" · {band.name}"
    for line in reversed(lines):
        for values in line.pieces():
            figure.add_trace(
                go.Scatter(
                    x=list(values.index),
                    y=list(values.round(digits)),
                    name=line.name,
                    mode="lines+markers",
                    line=STYLES[line.role],
                    marker={"size": 7 if line.role == "chosen" else 4},
                    text=[_written(value, indicator, language) for value in values],
                    hovertemplate="%{text}",
                    connectgaps=_is_sparse(line.values),
                )
            )
    for year in sorted({year for line in lines for year in line.breaks}):
        _add_break(figure, year, language)
    for line, height in heights(lines, spread):
        figure.add_annotation(_label(line, height))
    return figure


def _add_band(figure: go.Figure, band: Band, digits: int) -> None:
    edge = {"width": 1, "color": colours.BAND_EDGE}
    common = {"mode": "lines", "line": edge, "hoverinfo": "skip", "showlegend": False}
    figure.add_trace(go.Scatter(x=list(band.high.index), y=list(band.high.round(digits)), **common))
    figure.add_trace(
        go.Scatter(
            x=list(band.low.index),
            y=list(band.low.round(digits)),
            fill="tonexty",
            fillcolor=colours.BAND,
            name=band.name,
            **common,
        )
    )


def _add_break(figure: go.Figure, year: int, language: str) -> None:
    """A line where what stands on either side cannot be compared, with its word."""
    edge = {"color": colours.QUIET, "width": 1, "dash": "dot"}
    figure.add_vline(
        year - 0.5,
        line=edge,
        annotation={
            "text": text(language, "chart_break", year=year),
            "yanchor": "top",
            "font": {"size": 12, "color": colours.QUIET},
        },
    )


def _layout(lines: Sequence[Line], spread: float, indicator: Indicator, language: str) -> go.Layout:
    years = sorted({int(year) for line in lines for year in line.values.index})
    layout = frame(language)
    layout.update(
        margin={"l": 4, "r": space(lines), "t": 26, "b": 28},
        hovermode="x unified",
        xaxis={
            "tickvals": _ticks(years),
            "range": [years[0] - 0.3, years[-1] + 0.3] if years else None,
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
        yaxis={
            "automargin": True,
            "fixedrange": True,
            "gridcolor": "#e3e7e8",
            "zeroline": False,
            "nticks": 5,
            "tickformat": f",.{_axis_decimals(spread, indicator)}f",
            "ticklabelstandoff": 4,
        },
        annotations=[heading(indicator.unit.label[language])],
    )
    return layout


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


def _label(line: Line, height: float) -> dict[str, object]:
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
