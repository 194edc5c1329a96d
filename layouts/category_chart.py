"""How many areas are of each category, drawn as one divided bar a year."""

import pandas

from data.catalogue import Indicator
from layouts import colours
from layouts.chart import Figure, frame, heading
from layouts.numbers import numbered


def category_counts(
    counts: pandas.DataFrame, title: str, indicator: Indicator, language: str
) -> Figure:
    """One bar a year, divided by category."""
    palette = colours.class_colours(indicator, len(indicator.categories))
    every = counts.sum(axis=1)
    bars = [
        {
            "type": "bar",
            "y": [str(year) for year in counts.index],
            "x": list(counts[category.value] / every),
            "orientation": "h",
            "name": numbered(category, language),
            "marker": {"color": colour, "line": {"color": "#ffffff", "width": 1}},
            "text": [str(n) if n else "" for n in counts[category.value]],
            "textposition": "inside",
            "insidetextfont": {"color": colours.text_on(colour), "size": 14},
            "insidetextanchor": "middle",
            "textangle": 0,
            "constraintext": "none",
            "customdata": list(counts[category.value]),
            "hovertemplate": "%{customdata}",
        }
        for category, colour in zip(indicator.categories, palette, strict=True)
    ]
    layout = frame(language) | {
        "barmode": "stack",
        "bargap": 0.35,
        "margin": {"l": 52, "r": 8, "t": 30, "b": 8},
        "annotations": [heading(title)],
        "hovermode": "y unified",
        "xaxis": {"visible": False, "fixedrange": True, "range": [0, 1]},
        "yaxis": {
            "type": "category",
            "autorange": "reversed",
            "fixedrange": True,
            "ticks": "",
            "ticklabelstandoff": 8,
        },
    }
    return {"data": bars, "layout": layout}
