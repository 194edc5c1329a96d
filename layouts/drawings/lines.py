"""Time series as lines with their names at the right end."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import pandas
from markupsafe import Markup

from data.catalogue import Indicator
from layouts import colours
from layouts.drawings import axis
from layouts.drawings.axis import Axis
from layouts.drawings.grid import rules, year_axis
from layouts.drawings.letters import widest
from layouts.drawings.spaced import spaced
from layouts.drawings.styles import Style, styles
from layouts.drawings.svg import SMALL, Drawing, element, line, tidy, titled, words
from layouts.labels import Line, two_rows
from layouts.numbers import with_unit
from layouts.series import Band

TOP, BOTTOM, ROW = 30, 28, 15
GAP = 10
MOST_DOTS = 30


def lines(
    lines: Sequence[Line],
    indicator: Indicator,
    language: str,
    *,
    band: Band | None = None,
    width: int = 720,
    height: int = 360,
    name: str,
    year: int | None = None,
) -> Markup:
    """The lines as an element of a page; `year` is marked, where one is shown elsewhere too."""
    return drawn(lines, indicator, language, band, width, height, year).markup(name)


def drawn(
    lines: Sequence[Line],
    indicator: Indicator,
    language: str,
    band: Band | None,
    width: int,
    height: int,
    year: int | None = None,
) -> Drawing:
    values = _everything(lines, band)
    shown = sorted({int(each) for one in lines for each in one.values.index})
    if values.empty or not shown:
        return Drawing(width, height, "")
    upright = axis.linear(float(values.min()), float(values.max()), height - BOTTOM, TOP)
    written = [upright.written(tick, language) for tick in upright.ticks]
    left = widest(written, SMALL) + GAP
    right = width - max(widest(two_rows(one.name), SMALL, 600) for one in lines) - GAP - 4
    # A year alone stands in the middle.
    first, last = (shown[0], shown[-1]) if len(shown) > 1 else (shown[0] - 1, shown[0] + 1)
    along = Axis(first, last, left + GAP, right - 4, ())
    unit = indicator.unit.label[language] + (f" · {band.name}" if band is not None else "")
    body = [
        words(unit, 0, SMALL, class_="quiet", fill=colours.QUIET),
        rules(upright, written, left, right),
        year_axis(along, shown, height - BOTTOM, left, right),
        _marked(along, upright, year) if year in shown else "",
        _band(band, along, upright) if band is not None else "",
    ]
    styled = list(zip(lines, styles(lines), strict=True))
    body += [_line(one, style, along, upright, indicator, language) for one, style in styled[::-1]]
    body.append(_labels(styled, upright, right + GAP, height))
    return Drawing(width, height, "".join(body))


def _everything(lines: Sequence[Line], band: Band | None) -> pandas.Series:
    drawn = [one.values for one in lines] + ([band.low, band.high] if band else [])
    return pandas.concat(drawn).dropna() if drawn else pandas.Series(dtype=float)


def _marked(along: Axis, upright: Axis, year: int | None) -> str:
    x = along.at(year or 0)
    return line(x, upright.end, x, upright.start, class_="marked", stroke="#9aa5ab")


def _band(band: Band, along: Axis, upright: Axis) -> str:
    """What lies between two limits, apart where a year between has none."""
    parts = []
    for low in _pieces(band.low, along, upright, joined=is_sparse(band.low)):
        years = [int(each) for each, *_ in low]
        high = [(x, upright.at(float(band.high[year]))) for year, x, _ in low]
        points = [(x, y) for _, x, y in low] + high[::-1]
        parts.append(
            element(
                "polygon",
                titled(f"{band.name} {years[0]}–{years[-1]}"),
                points=_points(points),
                class_="band",
                fill=colours.BAND,
                stroke=colours.BAND_EDGE,
            )
        )
    return "".join(parts)


def _line(
    one: Line, style: Style, along: Axis, upright: Axis, indicator: Indicator, language: str
) -> str:
    pieces = [
        piece
        for values in one.pieces()
        for piece in _pieces(values, along, upright, joined=is_sparse(one.values))
    ]
    strokes = "".join(
        element("polyline", points=_points([(x, y) for _, x, y in piece])) for piece in pieces
    )
    dots = [point for piece in pieces for point in piece]
    if len(dots) > MOST_DOTS:
        dots = [piece[0] for piece in pieces if len(piece) == 1] + dots[-1:]
    circles = "".join(
        element(
            "circle",
            titled(f"{one.name} {year}: {with_unit(float(one.values[year]), indicator, language)}"),
            cx=x,
            cy=y,
            r=style.width + (0.75 if style.weight > 400 else 0.25),
        )
        for year, x, y in dots
    )
    stroke = element(
        "g",
        strokes,
        class_="stroke",
        fill="none",
        stroke=style.colour,
        stroke_width=style.width,
        stroke_dasharray=style.dash,
        stroke_linejoin="round",
    )
    return element("g", stroke + circles, class_=f"line line-{style.kind}", fill=style.colour)


def _pieces(
    values: pandas.Series, along: Axis, upright: Axis, *, joined: bool
) -> Iterator[list[tuple[int, float, float]]]:
    """Year and point, apart where a year between has no value, unless they are to be joined."""
    piece: list[tuple[int, float, float]] = []
    for year, value in values.items():
        if not pandas.isna(value):
            piece.append((int(str(year)), along.at(int(str(year))), upright.at(float(value))))
        elif piece and not joined:
            yield piece
            piece = []
    if piece:
        yield piece


def is_sparse(values: pandas.Series) -> bool:
    """Elections come every fourth year: their points are joined over the years between."""
    return any(later - earlier > 1 for earlier, later in pairwise(map(int, values.index)))


def _labels(styled: list[tuple[Line, Style]], upright: Axis, left: float, height: int) -> str:
    ends = [(one, style, one.values.dropna()) for one, style in styled]
    ends = [end for end in ends if len(end[2])]
    rows = [two_rows(one.name) for one, *_ in ends]
    wanted = [upright.at(float(values.iloc[-1])) for *_, values in ends]
    sizes = [len(each) * ROW + 2.0 for each in rows]
    middles = spaced(wanted, sizes, TOP - ROW, height - 4)
    return "".join(
        words(
            each,
            left,
            middle - (len(each) - 1) * ROW / 2 + 4.5,
            ROW,
            class_=f"label line-{style.kind}",
            fill=style.colour,
            font_weight=style.weight,
        )
        for (_, style, _), each, middle in zip(ends, rows, middles, strict=True)
    )


def _points(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{tidy(x)},{tidy(y)}" for x, y in points)
