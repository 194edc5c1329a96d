"""What every chart of the page has in common.

A chart is what Plotly's script in the browser is given. To build it of Plotly's own objects, which
check every word of it each time, takes most of the time that a visitor waits for one.
"""

from typing import Any

from layouts import colours

Figure = dict[str, Any]
Trace = dict[str, Any]

FONT = "'Source Sans 3 Variable', 'Source Sans 3', sans-serif"


def frame(language: str) -> dict[str, Any]:
    """A quiet frame, in which the lines or bars are what is seen."""
    return {
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 14, "color": colours.INK},
        "separators": ",\u00a0" if language == "sv" else ".,",
        "showlegend": False,
        "hoverlabel": {"bgcolor": "#ffffff", "bordercolor": colours.BAND, "font": {"size": 14}},
        "dragmode": False,
    }


def heading(words: str) -> dict[str, Any]:
    """The unit or title stands above the axis, where it is read first."""
    return {
        "text": words,
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 1,
        "xanchor": "left",
        "yanchor": "bottom",
        "yshift": 6,
        "showarrow": False,
        "font": {"size": 13, "color": colours.QUIET},
    }
