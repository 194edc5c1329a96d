"""Runs code without measuring which lines it reaches, where those have been measured before."""

from collections.abc import Iterator
from contextlib import contextmanager

from coverage import Coverage


@contextmanager
def untraced() -> Iterator[None]:
    """Code runs about twice as fast; does nothing where nothing is measured.

    Of several workers each has two that measure, of which only the newer is asked what it saw. Were
    that one stopped alone, the other would go on.
    """
    newest = Coverage.current()
    while (one := Coverage.current()) is not None:
        one.stop()
    try:
        yield
    finally:
        if newest is not None:
            newest.start()
