"""A time series as small as a word."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from urllib.parse import quote

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
        src="data:image/svg+xml," + quote(_drawing(figure)),
        alt=_course(figure, language),
        width=WIDTH,
        height=HEIGHT,
        className="sparkline",
    )


def _course(figure: Figure, language: str) -> str:
    known = figure.comparable
    first, last = min(known), max(known)
    written = {
        name: with_unit(value, figure.indicator, language)
        for name, value in {
            "before": known[first],
            "now": known[last],
            "low": min(known.values()),
            "high": max(known.values()),
        }.items()
    }
    return text(language, "course", first=first, last=last, **written)


def _drawing(figure: Figure) -> str:
    pieces = list(_pieces(figure.values.index.tolist(), figure.known, figure.breaks))
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


def _pieces(
    years: Sequence[int], known: Mapping[int, float], breaks: Collection[int]
) -> Iterator[list[tuple[float, float]]]:
    """The points of the line, apart where a year between has no value, or the series breaks."""
    first, last, low = min(known), max(known), min(known.values())
    spread = max(known.values()) - low
    piece: list[tuple[float, float]] = []
    for year in years:
        if piece and (year not in known or year in breaks):
            yield piece
            piece = []
        if year in known:
            x = EDGE + (WIDTH - 2 * EDGE) * (year - first) / (last - first)
            share = (known[year] - low) / spread if spread else 0.5
            piece.append((round(x, 1), round(EDGE + (HEIGHT - 2 * EDGE) * (1 - share), 1)))
    if piece:
        yield piece
