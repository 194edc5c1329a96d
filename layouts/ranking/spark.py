"""A time series as small as a word, and as light: hundreds stand on one page."""

import pandas
from markupsafe import Markup

WIDTH, HEIGHT, EDGE = 96, 24, 3


def spark(values: pandas.Series, words: str) -> Markup:
    """A line from the lowest to the highest of its own values, apart where one is missing."""
    known = values.dropna()
    first, last = int(values.index[0]), int(values.index[-1])
    low, spread = float(known.min()), float(known.max() - known.min())

    def point(year: int, value: float) -> str:
        x = EDGE + (WIDTH - 2 * EDGE) * (year - first) / (last - first)
        share = (value - low) / spread if spread else 0.5
        return f"{round(x)} {round(EDGE + (HEIGHT - 2 * EDGE) * (1 - share))}"

    drawn = Markup("")
    path, apart = "", True
    for year, value in values.items():
        if not pandas.isna(value):
            path += ("M" if apart else "L") + point(int(str(year)), float(value))
        apart = bool(pandas.isna(value))
    drawn = Markup('<path d="{}"/>').format(path)
    x, y = point(int(known.index[-1]), float(known.iloc[-1])).split()
    return Markup(
        '<svg class="spark" viewBox="0 0 {} {}" role="img" aria-label="{}">'
        '{}<circle cx="{}" cy="{}" r="2.5"/></svg>'
    ).format(WIDTH, HEIGHT, words, drawn, x, y)
