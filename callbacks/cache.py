"""The cache that the workers share. A cache that fails costs time, never an answer."""

import logging
from collections.abc import Callable
from typing import Any, TypeVar

from flask_caching import Cache

from data.edition import current_edition
from layouts.view import View

cache = Cache()
log = logging.getLogger(__name__)
T = TypeVar("T")


def remembered(part: str, view: View, make: Callable[[View], T]) -> T:
    """What `make` answers for a view, computed once per edition.

    The key is made of a view that was read and checked, so that nobody outside can choose one.
    """
    key = f"{current_edition().id}/{part}/{view.without_year()}"
    known: T | None = _asked(lambda: cache.get(key))
    if known is not None:
        return known
    made = make(view)
    _asked(lambda: cache.set(key, made))
    return made


def state() -> str:
    """Whether the cache keeps what it is given, in words."""
    _asked(lambda: cache.set("health", "ok", timeout=60))
    return "ok" if _asked(lambda: cache.get("health")) == "ok" else "not answering"


def _asked(question: Callable[[], Any]) -> Any:
    """What the cache answers; nothing where it fails, in whatever way."""
    try:
        return question()
    except Exception as error:  # noqa: BLE001 - its library, the network and its content may fail
        log.warning("The cache does not answer, so answers are computed: %s", error)
        return None
