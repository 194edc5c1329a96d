"""Colours of the classes on the map, by what the values mean.

Neighbouring classes differ in lightness by at least 1.3 : 1, so that they can be told apart
without seeing hue; the hues suit every common form of colour blindness.
"""

from collections.abc import Sequence

from data.catalogue import Indicator

SEQUENTIAL = ("#eef2dd", "#b9d9bb", "#85c1b5", "#4a9ea5", "#24718d", "#143f66")
DIVERGING = ("#7d4a0d", "#bd8433", "#e3c689", "#f2efe6", "#a9d3cd", "#4d9f98", "#0a5f58")
CHANGE = ("#7a3b0a", "#c07a2c", "#e8c691", "#eceeee", "#b3cfe6", "#5f97c6", "#1f5590")
CATEGORIES = ("#6a2478", "#b48bc4", "#ece7d6", "#93cb97", "#1c7340")
# Where segregation lies, as in the styles of profiles.
PARTS = {
    "between_county": "#143f66",
    "between_municipality": "#24718d",
    "within_municipality": "#85c1b5",
}

INK = "#16232e"
QUIET = "#5b6873"
ACCENT = "#b0421a"
COUNTY = "#24718d"
BAND = "#dfe5e6"
BAND_EDGE = "#b4c0c5"
BAR = "#9fb4bd"


def class_colours(indicator: Indicator, classes: int) -> list[str]:
    """One colour a class, from the lowest; fewer classes than colours are spread over the scale."""
    if indicator.scale == "categories":
        return list(CATEGORIES[:classes])
    return spread(DIVERGING if indicator.scale == "diverging" else SEQUENTIAL, classes)


def spread(palette: Sequence[str], classes: int) -> list[str]:
    """So many colours of a scale, from end to end."""
    if classes == 1:
        return [palette[len(palette) // 2]]
    step = (len(palette) - 1) / (classes - 1)
    return [palette[round(i * step)] for i in range(classes)]


def text_on(colour: str) -> str:
    """White or ink, whichever is easier to read on the colour."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#ffffff" if 0.299 * red + 0.587 * green + 0.114 * blue < 128 else INK
