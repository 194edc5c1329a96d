"""Runs code without measuring which lines it reaches, where those have been measured before."""

from collections.abc import Iterator
from contextlib import contextmanager

from coverage import Coverage


@contextmanager
def untraced() -> Iterator[None]:
    """Code runs about twice as fast; does nothing where nothing is measured."""
    measuring = list(stopped())
    try:
        yield
    finally:
        for one in reversed(measuring):
            one.start()


def stopped() -> Iterator[Coverage]:
    """Each that measures, stopped: of several workers each has two, of which one waits."""
    while (one := Coverage.current()) is not None:
        one.stop()
        yield one
