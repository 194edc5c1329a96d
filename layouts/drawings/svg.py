"""SVG as text: what every drawing is made of."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Any

from markupsafe import Markup

from layouts import colours

FAMILY = "'Source Sans 3 Variable', 'Source Sans 3', 'Kartan Sans', Arial, sans-serif"
NAMESPACE = "http://www.w3.org/2000/svg"
SMALL = 13
GRID = "#d5dcde"
PAPER = "#ffffff"


@dataclass(frozen=True)
class Drawing:
    """What is drawn, in pixels, before it stands on a page or in a file.

    `role` is that of the whole: an image, or a group where its parts are links.
    """

    width: float
    height: float
    body: str
    role: str = "img"

    def placed(self, x: float, y: float) -> str:
        """The drawing as a part of a larger one."""
        return element("g", self.body, transform=f"translate({tidy(x)} {tidy(y)})")

    def markup(self, name: str) -> Markup:
        """The drawing as an element of a page, with its name for those who do not see it."""
        width, height = tidy(self.width), tidy(self.height)
        return Markup(
            element(
                "svg",
                self.body,
                xmlns=NAMESPACE,
                viewBox=f"0 0 {width} {height}",
                width=width,
                height=height,
                role=self.role,
                aria_label=name,
                class_="drawing",
                font_family=FAMILY,
                font_size=SMALL,
                fill=colours.INK,
            )
        )


def element(tag: str, inside: str = "", **attributes: Any) -> str:
    """An element; the attribute `class_` is `class`, and `stroke_width` is `stroke-width`."""
    written = "".join(
        f' {name if name == "viewBox" else name.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{written}>{inside}</{tag}>" if inside else f"<{tag}{written}/>"


def words(
    said: str | Iterable[str], x: float, y: float, row: float = SMALL + 3, **attributes: Any
) -> str:
    """A text, or its rows beneath each other; `y` is the foot of the first."""
    rows = [said] if isinstance(said, str) else list(said)
    if len(rows) == 1:
        return element("text", escape(rows[0], quote=False), x=x, y=y, **attributes)
    inside = "".join(
        element("tspan", escape(each, quote=False), x=x, y=y + at * row)
        for at, each in enumerate(rows)
    )
    return element("text", inside, **attributes)


def line(x1: float, y1: float, x2: float, y2: float, **attributes: Any) -> str:
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, **attributes)


def titled(name: str) -> str:
    """What pointing at an element says."""
    return element("title", escape(name, quote=False))


def tidy(value: float) -> str:
    """A length in tenths of a pixel, as short as it can be written."""
    return f"{round(value, 1) + 0:g}" if abs(value) < 100_000 else f"{value:.0f}"


def _value(value: Any) -> str:
    return tidy(value) if isinstance(value, float) else escape(str(value))
