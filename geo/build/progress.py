"""What the build says while it works."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def step(text: str) -> Iterator[None]:
    """Say what is being done, and how long it took."""
    started = time.monotonic()
    print(f"{text} ...", end="", flush=True)
    try:
        yield
    except BaseException:
        print()
        raise
    print(f" {time.monotonic() - started:.0f} s", flush=True)


def count(done: int, total: int, what: str) -> None:
    """A line that counts up in place, on a terminal; the last count only elsewhere."""
    if sys.stdout.isatty() or done == total:
        end = "\n" if done == total else ""
        print(f"\r  {done} of {total} {what}", end=end, flush=True)
