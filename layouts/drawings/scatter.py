"""Two indicators against each other: an area a circle, as large as its population."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import median
from typing import Any

from markupsafe import Markup

from data.catalogue import Indicator
from layouts import colours
from layouts.drawings.axis import Axis, fitting
from layouts.drawings.grid import rules
from layouts.drawings.letters import SEMIBOLD, widest
from layouts.drawings.letters import width as width_of
from layouts.drawings.svg import GRID, PAPER, SMALL, Drawing, element, line, titled, words
from layouts.language import text
from layouts.numbers import with_unit

TOP, BOTTOM, RIGHT = 34, 56, 16
LARGEST, SMALLEST = 20.0, 2.0
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Point:
    """An area: its two values, what its circle is as large as, and whether its name is written."""

    name: str
    x: float
    y: float
    size: float = 1.0
    named: bool = False


def scatter(
    points: Sequence[Point],
    x: Indicator,
    y: Indicator,
    language: str,
    *,
    width: int = 880,
    height: int = 560,
    name: str,
) -> Markup:
    """The circles as an element of a page, with the medians as thin lines."""
    return drawn(points, x, y, language, width, height).markup(name)


def drawn(
    points: Sequence[Point], x: Indicator, y: Indicator, language: str, width: int, height: int
) -> Drawing:
    if not points:
        return Drawing(width, height, "")
    upright = fitting([p.y for p in points], height - BOTTOM, TOP, y)
    marks = [upright.written(tick, language) for tick in upright.ticks]
    left = widest(marks, SMALL) + 12
    along = fitting([p.x for p in points], left + LARGEST / 2, width - RIGHT, x)
    largest = max(p.size for p in points)
    body = [
        words(_title(y, language), 0, SMALL, class_="quiet", fill=colours.QUIET),
        rules(upright, marks, left, width - RIGHT),
        _upright_rules(along, upright, language),
        words(
            _title(x, language),
            width - RIGHT,
            height - 8,
            text_anchor="end",
            class_="quiet",
            fill=colours.QUIET,
        ),
        _medians(points, along, upright, left, width - RIGHT, language),
    ]
    circles = [(p, along.at(p.x), upright.at(p.y), _radius(p.size, largest)) for p in points]
    circles.sort(key=lambda circle: (circle[0].named, -circle[3]))
    body += [_circle(*circle, x, y, language) for circle in circles]
    body.append(_names(circles, (left, TOP, width - 2, height - BOTTOM)))
    return Drawing(width, height, "".join(body))


def _title(indicator: Indicator, language: str) -> str:
    return f"{indicator.label[language]}, {indicator.unit.label[language]}"


def _radius(size: float, largest: float) -> float:
    return max(SMALLEST, LARGEST * sqrt(max(size, 0) / largest)) if largest > 0 else SMALLEST


def _upright_rules(along: Axis, upright: Axis, language: str) -> str:
    parts = []
    for tick in along.ticks:
        at, said = along.at(tick), along.written(tick, language)
        parts.append(line(at, upright.end, at, upright.start, class_="grid", stroke=GRID))
        parts.append(words(said, at, upright.start + 18, text_anchor="middle", class_="tick"))
    return "".join(parts)


def _medians(
    points: Sequence[Point], along: Axis, upright: Axis, left: float, right: float, language: str
) -> str:
    x, y = along.at(median(p.x for p in points)), upright.at(median(p.y for p in points))
    thin: dict[str, Any] = {"class_": "median", "stroke": colours.QUIET, "stroke_dasharray": "3 3"}
    said: dict[str, Any] = {"class_": "quiet", "fill": colours.QUIET}
    word = text(language, "drawn_median")
    return (
        line(x, upright.end, x, upright.start, **thin)
        + line(left, y, right, y, **thin)
        + words(word, x + 4, upright.end - 2, **said)
        + words(word, right, y - 4, text_anchor="end", **said)
    )


def _circle(
    point: Point, cx: float, cy: float, r: float, x: Indicator, y: Indicator, language: str
) -> str:
    said = f"{point.name}: {with_unit(point.x, x, language)}, {with_unit(point.y, y, language)}"
    return element(
        "circle",
        titled(said),
        cx=cx,
        cy=cy,
        r=r,
        class_="point named" if point.named else "point",
        fill=colours.ACCENT if point.named else colours.COUNTY,
        fill_opacity=0.9 if point.named else 0.45,
        stroke=PAPER,
        stroke_width=0.75,
    )


def _names(circles: Sequence[tuple[Point, float, float, float]], frame: Box) -> str:
    """The names beside their circles, where no other name or named circle is in the way."""
    named = [circle for circle in circles if circle[0].named]
    taken = [(x - r, y - r, x + r, y + r) for _, x, y, r in named]
    parts = []
    for point, x, y, r in sorted(named, key=lambda circle: -circle[3]):
        long = width_of(point.name, SMALL, SEMIBOLD)
        places = _places(x, y, r, long)
        own = (x - r, y - r, x + r, y + r)
        others = [box for box in taken if box != own]
        free = [p for p in places if _inside(p, frame) and not any(_meet(p, o) for o in others)]
        box = (free or [p for p in places if _inside(p, frame)] or places)[0]
        taken.append(box)
        parts.append(
            words(
                point.name,
                box[0],
                box[3] - 3,
                class_="point-name",
                font_weight=SEMIBOLD,
                stroke=PAPER,
                stroke_width=3,
                paint_order="stroke",
                stroke_linejoin="round",
            )
        )
    return "".join(parts)


def _places(x: float, y: float, r: float, long: float) -> list[Box]:
    """Right, left, above, below, and further above and below."""
    tall, away = 15.0, r + 4
    steps = [(away, -tall / 2), (-away - long, -tall / 2)]
    for further in (0.0, tall, 2 * tall, 3 * tall):
        steps += [(-long / 2, -away - tall - further), (-long / 2, away + further)]
        steps += [(away, -tall - further), (away, further), (-away - long, -tall - further)]
    return [(x + a, y + b, x + a + long, y + b + tall) for a, b in steps]


def _inside(box: Box, frame: Box) -> bool:
    return box[0] >= frame[0] and box[1] >= frame[1] and box[2] <= frame[2] and box[3] <= frame[3]


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
