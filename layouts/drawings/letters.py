"""How wide words are, so that they can be placed and broken where no browser does it."""

import json
from functools import cache
from pathlib import Path

FONTS_FOLDER = Path(__file__).with_name("fonts")
FONT_FILES = sorted(str(path) for path in FONTS_FOLDER.glob("*.ttf"))
REGULAR, SEMIBOLD = 400, 600
UNKNOWN = 600


def width(said: str, size: float, weight: int = REGULAR) -> float:
    """The width of a text in pixels."""
    known = _widths()[str(weight)]
    return sum(known.get(letter, UNKNOWN) for letter in said) * size / 1000


def widest(rows: list[str], size: float, weight: int = REGULAR) -> float:
    return max((width(row, size, weight) for row in rows), default=0.0)


def wrapped(said: str, size: float, room: float, weight: int = REGULAR) -> list[str]:
    """The text in rows that fit the room; a word that is wider stands alone on its row."""
    rows: list[str] = []
    for word in said.split(" "):
        longer = f"{rows[-1]} {word}" if rows else word
        if rows and width(longer, size, weight) <= room:
            rows[-1] = longer
        else:
            rows.append(word)
    return rows


@cache
def _widths() -> dict[str, dict[str, int]]:
    widths: dict[str, dict[str, int]] = json.loads(
        (FONTS_FOLDER / "widths.json").read_text(encoding="utf-8")
    )
    return widths
