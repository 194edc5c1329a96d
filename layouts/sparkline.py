"""A time series as small as a word."""

from collections.abc import Collection, Iterator
from itertools import pairwise
from urllib.parse import quote

import pandas
from dash import html

from layouts import colours
from layouts.language import text
from layouts.numbers import with_unit
from layouts.readings import Figure

WIDTH, HEIGHT, EDGE = 120, 30, 4


def sparkline(figure: Figure, language: str) -> html.Img | None:
    """A picture of the series, its course in words; nothing where there is but one value."""
    if figure.first_year is None:
        return None
    return html.Img(
        src="data:image/svg+xml," + quote(_drawing(figure.values, figure.breaks)),
        alt=_course(figure, language),
        width=WIDTH,
        height=HEIGHT,
        className="sparkline",
    )


def _course(figure: Figure, language: str) -> str:
    known = figure.comparable
    written = {
        name: with_unit(float(value), figure.indicator, language)
        for name, value in {
            "before": known.iloc[0],
            "now": known.iloc[-1],
            "low": known.min(),
            "high": known.max(),
        }.items()
    }
    return text(language, "course", first=figure.first_year, last=figure.year, **written)


def _drawing(values: pandas.Series, breaks: Collection[int]) -> str:
    pieces = list(_pieces(values, breaks))
    lines = "".join(
        f'<polyline points="{" ".join(f"{x},{y}" for x, y in piece)}"/>' for piece in pieces
    )
    x, y = pieces[-1][-1]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<g fill="none" stroke="{colours.COUNTY}" stroke-width="2" stroke-linecap="round" '
        f'stroke-linejoin="round">{lines}</g>'
        f'<circle cx="{x}" cy="{y}" r="3.5" fill="{colours.ACCENT}"/></svg>'
    )


def _pieces(values: pandas.Series, breaks: Collection[int]) -> Iterator[list[tuple[float, float]]]:
    """The points of the line, apart where a year between has no value, or the series breaks."""
    known = values.dropna()
    first, last = known.index[0], known.index[-1]
    low, spread = float(known.min()), float(known.max() - known.min())
    piece: list[tuple[float, float]] = []
    for (_, before), (year, value) in pairwise([(first, float("nan")), *values.items()]):
        if pandas.isna(value):
            continue
        if piece and (pandas.isna(before) or year in breaks):
            yield piece
            piece = []
        x = EDGE + (WIDTH - 2 * EDGE) * (year - first) / (last - first)
        share = (float(value) - low) / spread if spread else 0.5
        piece.append((round(x, 1), round(EDGE + (HEIGHT - 2 * EDGE) * (1 - share), 1)))
    yield piece
