"""Bars: one a thing that is counted, or one divided into its parts."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from layouts import colours
from layouts.drawings.letters import SEMIBOLD, widest
from layouts.drawings.letters import width as width_of
from layouts.drawings.svg import PAPER, SMALL, Drawing, element, titled, words

ROW, THICK, SPACE = 28, 20, 8


@dataclass(frozen=True)
class Part:
    """A part of a bar: how large, its colour, what it is, and its value in words."""

    size: float
    name: str
    written: str
    colour: str = colours.BAR


@dataclass(frozen=True)
class Bar:
    """A bar and what stands before it; what stands after it are the values of its only part."""

    label: str
    parts: Sequence[Part] = field(default_factory=tuple)
    chosen: bool = False


def bars(
    bars: Sequence[Bar], *, heading: str = "", width: int = 640, name: str, whole: bool = False
) -> Markup:
    """Lying bars as an element of a page; `whole` makes each as long as the others."""
    return drawn(bars, heading, width, whole).markup(name)


def drawn(bars: Sequence[Bar], heading: str, width: int, whole: bool) -> Drawing:
    top = SMALL + 12 if heading else 0
    left = widest([bar.label for bar in bars], SMALL, SEMIBOLD) + SPACE
    alone = all(len(bar.parts) == 1 for bar in bars)
    after = widest([bar.parts[0].written for bar in bars], SMALL) + SPACE if alone else 0.0
    longest = max((sum(part.size for part in bar.parts) for bar in bars), default=0.0)
    body = [words(heading, 0, SMALL, class_="quiet", fill=colours.QUIET)] if heading else []
    for at, bar in enumerate(bars):
        total = sum(part.size for part in bar.parts) if whole else longest
        scale = (width - left - after) / total if total else 0.0
        body.append(_bar(bar, left, top + at * ROW, scale, alone))
    return Drawing(width, top + len(bars) * ROW, "".join(body))


def _bar(bar: Bar, left: float, y: float, scale: float, alone: bool) -> str:
    weight = SEMIBOLD if bar.chosen else None
    parts = [words(bar.label, 0, y + THICK - 5, font_weight=weight, class_="bar-label")]
    x = left
    for part in bar.parts:
        long = part.size * scale
        parts.append(
            element(
                "rect",
                titled(f"{part.name}: {part.written}"),
                x=x,
                y=y,
                width=long,
                height=THICK,
                class_="bar chosen" if bar.chosen else "bar",
                fill=colours.ACCENT if bar.chosen and alone else part.colour,
                stroke=None if alone else PAPER,
            )
        )
        parts.append(_written(part, x, y, long, alone))
        x += long
    return "".join(parts)


def _written(part: Part, x: float, y: float, long: float, alone: bool) -> str:
    """The value after the bar, or inside its part where there is room."""
    if alone:
        return words(part.written, x + long + SPACE - 2, y + THICK - 5, class_="bar-value")
    if long < width_of(part.written, SMALL) + 4:
        return ""
    return words(
        part.written,
        x + long / 2,
        y + THICK - 5,
        text_anchor="middle",
        fill=colours.text_on(part.colour),
        class_="on-bar",
    )
