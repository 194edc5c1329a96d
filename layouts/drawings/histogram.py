"""How many areas have about which value, and where a chosen one stands among them."""

from itertools import pairwise

import numpy as np
import pandas
from markupsafe import Markup

from data.catalogue import Indicator
from layouts import colours
from layouts.drawings.axis import linear
from layouts.drawings.letters import SEMIBOLD
from layouts.drawings.letters import width as width_of
from layouts.drawings.svg import PAPER, SMALL, Drawing, element, line, titled, words
from layouts.numbers import with_unit

BARS = 24
TOP, BOTTOM = 54, 28


def histogram(
    values: pandas.Series,
    indicator: Indicator,
    language: str,
    *,
    heading: str,
    marked: tuple[str, float] | None = None,
    width: int = 720,
    height: int = 300,
    name: str,
) -> Markup:
    """The spread of values as an element of a page; `marked` is a name and its value."""
    return drawn(values, indicator, language, heading, marked, width, height).markup(name)


def drawn(
    values: pandas.Series,
    indicator: Indicator,
    language: str,
    heading: str,
    marked: tuple[str, float] | None,
    width: int,
    height: int,
) -> Drawing:
    body = [words(heading, 0, SMALL, class_="quiet", fill=colours.QUIET)]
    known = values.dropna().to_numpy()
    if not known.size:
        return Drawing(width, height, "".join(body))
    counts, edges = np.histogram(known, bins=BARS)
    along = linear(float(edges[0]), float(edges[-1]), 16, width - 16, most=6)
    foot, tall = height - BOTTOM, height - BOTTOM - TOP
    for count, (low, high) in zip(counts.tolist(), pairwise(edges.tolist()), strict=True):
        span = f"{with_unit(low, indicator, language)} – {with_unit(high, indicator, language)}"
        body.append(
            element(
                "rect",
                titled(f"{span}: {count}"),
                x=along.at(low),
                y=foot - tall * count / counts.max(),
                width=along.at(high) - along.at(low),
                height=float(tall * count / counts.max()),
                class_="bar",
                fill=colours.BAR,
                stroke=PAPER,
            )
        )
    body.append(line(0, foot, width, foot, class_="axis", stroke=colours.QUIET))
    for tick in along.ticks:
        said = along.written(tick, language)
        body.append(words(said, along.at(tick), foot + 20, text_anchor="middle", class_="tick"))
    if marked is not None:
        body.append(_mark(*marked, along.at(marked[1]), foot, width))
    return Drawing(width, height, "".join(body))


def _mark(name: str, value: float, x: float, foot: float, width: int) -> str:
    """A line at the value and its name above, kept inside the picture."""
    half = width_of(name, SMALL, SEMIBOLD) / 2
    middle = min(max(x, half), width - half)
    return element(
        "g",
        line(x, TOP - 10, x, foot, stroke=colours.ACCENT, stroke_width=3)
        + words(name, middle, TOP - 16, text_anchor="middle", font_weight=SEMIBOLD),
        class_="line line-chosen",
        fill=colours.ACCENT,
    )
