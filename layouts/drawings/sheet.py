"""A drawing as a picture that stands alone: with its title, unit, source, edition and caveat."""

from collections.abc import Sequence
from dataclasses import dataclass

from layouts import colours
from layouts.drawings.letters import REGULAR, SEMIBOLD, wrapped
from layouts.drawings.letters import width as width_of
from layouts.drawings.svg import FAMILY, GRID, NAMESPACE, PAPER, Drawing, element, line, words
from layouts.drawings.svg import titled as named

MARGIN, SPACE = 28.0, 20.0
NARROWEST = 420.0
TITLE, SUBTITLE, NOTE = 24, 16, 12.5
LEADING = 1.3


@dataclass(frozen=True)
class Told:
    """What a picture says of itself.

    `subtitle` has unit, place and year; `notes` source, edition, licence and caveat, a row or more
    each; `sign` is who made the picture.
    """

    title: str
    subtitle: str
    notes: Sequence[str]
    sign: str


def beside(parts: Sequence[Drawing]) -> Drawing:
    """Drawings in a row, as one."""
    x, placed = 0.0, []
    for part in parts:
        placed.append(part.placed(x, 0))
        x += part.width + SPACE
    return Drawing(x - SPACE, max(part.height for part in parts), "".join(placed))


def beneath(parts: Sequence[Drawing]) -> Drawing:
    """Drawings below each other, as one."""
    y, placed = 0.0, []
    for part in parts:
        placed.append(part.placed(0, y))
        y += part.height + SPACE
    return Drawing(max(part.width for part in parts), y - SPACE, "".join(placed))


def sheet(drawing: Drawing, told: Told) -> str:
    """The file's text."""
    width = max(drawing.width, NARROWEST) + 2 * MARGIN
    room = width - 2 * MARGIN
    head, y = _head(told, room)
    foot, end = _foot(told, room, y + drawing.height + SPACE)
    body = head + drawing.placed(MARGIN, y) + foot
    return standing(body, width, end + MARGIN - NOTE / 2, told)


def standing(body: str, width: float, height: float, told: Told) -> str:
    """A file on a light ground, whatever it is shown on."""
    ground = element("rect", width=width, height=height, fill=PAPER)
    about = element(
        "desc", " ".join([told.subtitle, *told.notes]).replace("&", "&amp;").replace("<", "&lt;")
    )
    return element(
        "svg",
        named(told.title) + about + ground + body,
        xmlns=NAMESPACE,
        viewBox=f"0 0 {round(width)} {round(height)}",
        width=round(width),
        height=round(height),
        role="img",
        font_family=FAMILY,
        font_size=13,
        fill=colours.INK,
    )


def rows(
    said: str,
    x: float,
    y: float,
    room: float,
    size: float,
    weight: int = REGULAR,
    colour: str = colours.INK,
) -> tuple[str, float]:
    """A text in rows whose first top is at `y`, and where the last one ends."""
    broken, leading = wrapped(said, size, room, weight), size * LEADING
    text = words(
        broken,
        x,
        y + size,
        leading,
        font_size=size,
        font_weight=weight if weight != REGULAR else None,
        fill=colour,
    )
    return text, y + len(broken) * leading


def _head(told: Told, room: float) -> tuple[str, float]:
    title, y = rows(told.title, MARGIN, MARGIN - 6, room, TITLE, SEMIBOLD)
    subtitle, y = rows(told.subtitle, MARGIN, y + 2, room, SUBTITLE, colour=colours.QUIET)
    return title + subtitle, y + SPACE


def _foot(told: Told, room: float, y: float) -> tuple[str, float]:
    parts = [line(MARGIN, y, MARGIN + room, y, stroke=GRID)]
    y += 8
    for note in told.notes:
        part, y = rows(note, MARGIN, y, room, NOTE, colour=colours.QUIET)
        parts.append(part)
        y += 2
    long = width_of(told.sign, NOTE + 1, SEMIBOLD)
    sign, y = rows(told.sign, MARGIN, y + 4, max(room, long), NOTE + 1, SEMIBOLD)
    return "".join([*parts, sign]), y
