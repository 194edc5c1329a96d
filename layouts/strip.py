"""Where an area lies among the others of its municipality: a line with a mark for each."""

from urllib.parse import quote

from dash import html

from layouts import colours
from layouts.language import text
from layouts.numbers import with_unit
from layouts.readings import Figure

WIDTH, HEIGHT, EDGE = 120, 18, 5


def strip(figure: Figure, language: str) -> html.Img:
    """A picture of all values with the area's own marked; in words the lowest and the highest."""
    low, high = (
        with_unit(value, figure.indicator, language)
        for value in (min(figure.beside), max(figure.beside))
    )
    return html.Img(
        src="data:image/svg+xml," + quote(_drawing(figure)),
        alt=text(language, "strip", low=low, high=high, value=figure.newest.written(language)),
        width=WIDTH,
        height=HEIGHT,
        className="strip",
    )


def _drawing(figure: Figure) -> str:
    own, middle = _across(figure, figure.newest.value or 0), HEIGHT / 2
    marks = "".join(f"M{_across(figure, value)} {middle - 5}v10" for value in figure.beside)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<path d="{marks}" stroke="{colours.BAR}" stroke-width="1.5"/>'
        f'<circle cx="{own}" cy="{middle}" r="4.5" fill="{colours.ACCENT}"/></svg>'
    )


def _across(figure: Figure, value: float) -> float:
    low, high = min(figure.beside), max(figure.beside)
    share = (value - low) / (high - low) if high > low else 0.5
    return round(EDGE + (WIDTH - 2 * EDGE) * share, 1)
