"""One chart for every screen: drawn wide and drawn narrow, and the page shows the one that fits."""

from collections.abc import Callable

from markupsafe import Markup

WIDE, NARROW = 720, 340


def fitting(draw: Callable[[int], Markup], wide: int = WIDE, narrow: int = NARROW) -> Markup:
    """Letters of a wide chart cannot be read on a phone, so `draw` is asked for both widths.

    The one that is not shown is not read aloud either.
    """
    return Markup(
        '<div class="drawn"><div class="drawn-wide">{}</div><div class="drawn-narrow">{}</div></div>'
    ).format(draw(wide), draw(narrow))
