"""How many areas are of each category, drawn as one divided bar a year."""

import pandas
import plotly.graph_objects as go

from data.catalogue import Indicator
from layouts import colours
from layouts.chart import frame, heading
from layouts.numbers import numbered


def category_counts(
    counts: pandas.DataFrame, title: str, indicator: Indicator, language: str
) -> go.Figure:
    """One bar a year, divided by category."""
    figure = go.Figure(layout=frame(language))
    palette = colours.class_colours(indicator, len(indicator.categories))
    for category, colour in zip(indicator.categories, palette, strict=True):
        number_of = counts[category.value]
        figure.add_trace(
            go.Bar(
                y=[str(year) for year in counts.index],
                x=list(number_of / counts.sum(axis=1)),
                orientation="h",
                name=numbered(category, language),
                marker={"color": colour, "line": {"color": "#ffffff", "width": 1}},
                text=[str(n) if n else "" for n in number_of],
                textposition="inside",
                insidetextfont={"color": colours.text_on(colour), "size": 14},
                insidetextanchor="middle",
                textangle=0,
                constraintext="none",
                customdata=list(number_of),
                hovertemplate="%{customdata}",
            )
        )
    figure.update_layout(
        barmode="stack",
        bargap=0.35,
        margin={"l": 52, "r": 8, "t": 30, "b": 8},
        annotations=[heading(title)],
        hovermode="y unified",
        xaxis={"visible": False, "fixedrange": True, "range": [0, 1]},
        yaxis={
            "type": "category",
            "autorange": "reversed",
            "fixedrange": True,
            "ticks": "",
            "ticklabelstandoff": 8,
        },
    )
    return figure
