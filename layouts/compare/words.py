"""The compared areas in words."""

from layouts.compare.question import Comparison
from layouts.language import text
from layouts.view import name


def names(asked: Comparison, language: str) -> str:
    """The areas in a line: a, b and c."""
    *first, last = (name(area, language) for area in asked.areas)
    return text(language, "and_list", first=", ".join(first), last=last) if first else last
