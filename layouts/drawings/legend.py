"""What the colours of a map mean: the limits of the classes, and what has no value."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from layouts import colours
from layouts.drawings.choropleth import dotted_pattern, missing_pattern
from layouts.drawings.letters import SEMIBOLD, widest, wrapped
from layouts.drawings.svg import SMALL, Drawing, element, words

SWATCH, ROW, SPACE = 24, 22, 8
PATTERN = "missing-legend"


def legend(
    classes: Sequence[Mapping[str, str]],
    *,
    name: str,
    heading: str = "",
    missing: str | None = None,
    width: int = 240,
) -> Markup:
    """The classes from the lowest, as `layouts.scene.classes` tells them, as an element of a page."""
    return drawn(classes, heading=heading, missing=missing, width=width).markup(name)


def drawn(
    classes: Sequence[Mapping[str, str]],
    *,
    heading: str = "",
    missing: str | None = None,
    broken: str | None = None,
    width: int = 240,
) -> Drawing:
    """`missing` is what areas without a value are called, `broken` those whose values cannot be
    compared; None where there are none."""
    heads = wrapped(heading, SMALL, width, SEMIBOLD) if heading else []
    parts = [words(heads, 0, SMALL, font_weight=SEMIBOLD)] if heads else []
    y, widths = len(heads) * (SMALL + 3) + (4.0 if heads else 0.0), [widest(heads, SMALL, SEMIBOLD)]
    for each in classes:
        swatch, rows = _entry(each["label"], y, width, each["colour"])
        parts.append(swatch)
        widths.append(widest(rows, SMALL) + SWATCH + SPACE)
        y += _height(rows)
    for said, id_, pattern in (
        (missing, PATTERN, missing_pattern),
        (broken, f"{PATTERN}-dots", dotted_pattern),
    ):
        if said:
            parts.insert(0, element("defs", pattern(id_)))
            swatch, rows = _entry(said, y + 6, width, f"url(#{id_})", colours.QUIET)
            parts.append(swatch)
            widths.append(widest(rows, SMALL) + SWATCH + SPACE)
            y += 6 + _height(rows)
    return Drawing(max(widths), y + 1, "".join(parts))


def _entry(
    label: str, y: float, width: int, fill: str, edge: str | None = None
) -> tuple[str, list[str]]:
    rows = wrapped(label, SMALL, width - SWATCH - SPACE)
    height = _height(rows)
    swatch = element(
        "rect", x=0.5, y=y + 0.5, width=SWATCH, height=height - 1, fill=fill, stroke=edge
    )
    return swatch + words(rows, SWATCH + SPACE, y + 15, class_="legend-label"), rows


def _height(rows: list[str]) -> float:
    return ROW + (len(rows) - 1) * (SMALL + 3.0)
