"""The map of an indicator: areas coloured by class."""

import hashlib
from collections.abc import Callable, Container, Mapping
from html import escape

from markupsafe import Markup

from geo.areas import area as area_of
from geo.levels import Level
from layouts.drawings.shapes import Shapes, shapes
from layouts.drawings.svg import PAPER, Drawing, element, titled

TALLEST = 2.4  # Sweden is long: so many times its width
EDGES = {"county": 1.0, "municipality": 0.7, "regso": 0.6, "deso": 0.4}
MANY = 1_000
FINE_EDGE = 0.15
CHOSEN, CHANGED = "#101820", "#3d4a53"
BESIDE = 0.35
MISSING = (PAPER, "#9aa5ab")


def choropleth(
    level: Level,
    scope: str,
    colours: Mapping[str, str | None],
    *,
    language: str,
    name: str,
    width: int = 400,
    height: int | None = None,
    chosen: str | None = None,
    href: Callable[[str], str] | None = None,
    values: Mapping[str, str] | None = None,
) -> Markup:
    """The areas of a level inside a wider one, as an element of a page.

    `scope` is the code of Sweden, a county or a municipality. An area without a colour is drawn in
    the pattern of what has no value. `values` is what pointing says after an area's name, in words.
    With `href` every area is a link; an equal list stands beside, so they are no stops for Tab.
    """
    made = drawn(
        level, scope, colours, width=width, height=height, chosen=chosen, href=href, values=values
    )
    return made.markup(name)


def drawn(
    level: Level,
    scope: str,
    colours: Mapping[str, str | None],
    *,
    width: int,
    height: int | None = None,
    chosen: str | None = None,
    href: Callable[[str], str] | None = None,
    values: Mapping[str, str] | None = None,
    dashed: Container[str] = (),
    dotted: Container[str] = (),
) -> Drawing:
    """The map before it stands anywhere, fitted into a box.

    `dashed` are areas whose edge is; `dotted` those without a colour whose pattern is of dots,
    as their values cannot be compared.
    """
    held = shapes(level, scope, width, height or round(width * TALLEST))
    pattern = _pattern_id(level, scope, held, colours)
    dots = f"{pattern}-dots"
    without = {code: f"url(#{dots if code in dotted else pattern})" for code in held.paths}
    parts = [
        _area(code, path, colours.get(code) or without[code], code in held.beside, href, values)
        for code, path in held.paths.items()
    ]
    edge = FINE_EDGE if len(parts) > MANY else EDGES.get(level.id, 1.0)
    areas = element(
        "g",
        "".join(parts),
        class_="areas",
        stroke=PAPER,
        stroke_width=edge,
        stroke_linejoin="round",
    )
    marked = [path for code, path in held.paths.items() if code in dashed]
    patterns = missing_pattern(pattern) + (dotted_pattern(dots) if dotted else "")
    body = element("defs", patterns) + areas
    body += "".join(_outline(path, "changed-border", CHANGED, 1.2, "4 3") for path in marked)
    if chosen in held.paths:
        body += _outline(held.paths[chosen], "chosen-area", CHOSEN, 2.5)
    return Drawing(held.width, held.height, body, role="group" if href else "img")


def missing_pattern(id_: str) -> str:
    """The look of "no value": a pattern, so that it is never taken for the lowest class."""
    inside = element("rect", width=6, height=6, fill=MISSING[0])
    inside += element("rect", width=1.6, height=6, fill=MISSING[1])
    return element(
        "pattern",
        inside,
        id=id_,
        width=6,
        height=6,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )


def dotted_pattern(id_: str) -> str:
    """The look of "cannot be compared", which is neither a class nor the look of "no value"."""
    inside = element("rect", width=7, height=7, fill=MISSING[0])
    inside += element("circle", cx=3.5, cy=3.5, r=1.3, fill=MISSING[1])
    return element("pattern", inside, id=id_, width=7, height=7, patternUnits="userSpaceOnUse")


def _area(
    code: str,
    path: str,
    fill: str,
    beside: bool,
    href: Callable[[str], str] | None,
    values: Mapping[str, str] | None,
) -> str:
    known = area_of(code)
    said = known.name if known else code
    if values and code in values:
        said = f"{said}: {values[code]}"
    faint = f' fill-opacity="{BESIDE}"' if beside else ""
    shape = f'<path d="{path}" fill="{fill}"{faint}>{titled(said)}</path>'
    if href is None:
        return shape
    return f'<a href="{escape(href(code))}" aria-label="{escape(said)}" tabindex="-1">{shape}</a>'


def _outline(path: str, kind: str, colour: str, width: float, dash: str | None = None) -> str:
    return element(
        "path",
        d=path,
        class_=kind,
        fill="none",
        stroke=colour,
        stroke_width=width,
        stroke_dasharray=dash,
        stroke_linejoin="round",
        pointer_events="none",
    )


def _pattern_id(level: Level, scope: str, held: Shapes, colours: Mapping[str, str | None]) -> str:
    """An id that no other drawing of the page has, the same every time this one is made."""
    told = f"{level.id} {scope} {held.width} {sorted(colours.items())}"
    return "missing-" + hashlib.sha256(told.encode()).hexdigest()[:8]
