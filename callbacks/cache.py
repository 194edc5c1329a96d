"""The cache that the workers share. A cache that fails costs time, never an answer."""

import hashlib
import logging
import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from flask import Flask
from flask_caching import Cache
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

from callbacks.breaker import Breaker
from data.edition import current_edition
from layouts.made_by import CODE
from layouts.view import View
from sending import counts

NEVER_OLD = 0
MOST_FILES = 20_000
ANSWERS_WITHIN = 0.25  # seconds; what is kept is quicker to compute than to wait for
NO_OTHERS = 0o077
SEAL = hashlib.sha256().digest_size
cache = Cache()
reading = Breaker("The cache does not answer")
writing = Breaker("The cache keeps nothing")
log = logging.getLogger(__name__)
T = TypeVar("T")


class CacheError(Exception):
    """The cache did not keep what it was given."""


def start(server: Flask, url: str | None, folder: str) -> None:
    """Connect the cache: Redis where there is an address, else a folder, else none."""
    chosen = redis(url) if url else files(folder)
    if chosen["CACHE_TYPE"] == "NullCache":
        log.warning("%s cannot be used, so answers are computed. Set CACHE_FOLDER.", folder)
    cache.init_app(server, config=chosen | {"CACHE_DEFAULT_TIMEOUT": NEVER_OLD})
    reading.reset()
    writing.reset()


def redis(url: str) -> dict[str, object]:
    return {
        "CACHE_TYPE": "RedisCache",
        "CACHE_REDIS_URL": url,
        "CACHE_KEY_PREFIX": "segregationskartan:",
        "CACHE_OPTIONS": {
            "socket_timeout": ANSWERS_WITHIN,
            "socket_connect_timeout": ANSWERS_WITHIN,
            "retry": Retry(NoBackoff(), 0),
        },
    }


def files(folder: str) -> dict[str, object]:
    if not is_ours(Path(folder)):
        return {"CACHE_TYPE": "NullCache", "CACHE_NO_NULL_WARNING": True}
    return {"CACHE_TYPE": "FileSystemCache", "CACHE_DIR": folder, "CACHE_THRESHOLD": MOST_FILES}


def is_ours(folder: Path) -> bool:
    """Whether the folder can be used, and nobody else may write what we would read as ours."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.stat()
        if found.st_uid == os.geteuid() and found.st_mode & NO_OTHERS:
            folder.chmod(0o700)
    except OSError:
        return False
    return found.st_uid == os.geteuid() and os.access(folder, os.W_OK | os.X_OK)


def remembered(part: str, view: View, make: Callable[[View], T]) -> T:
    """What `make` answers for a view, computed once per edition.

    The key is made of a view that was read and checked, so that nobody outside can choose one.
    """
    key = f"{current_edition().id}/{CODE}/{part}/{view.without_year()}"
    known: tuple[T] | None = reading.asked(lambda: kept(key))
    counts.cached(part, known is not None)
    if known is not None:
        return known[0]
    made = make(view)
    writing.asked(lambda: keep(key, sealed(made)))
    return made


def state() -> str:
    """Whether the cache keeps what it is given, in words."""
    writing.asked(lambda: keep("health", sealed("ok")))
    return "ok" if reading.asked(lambda: kept("health")) else "not answering"


def keep(key: str, value: bytes) -> None:
    if not cache.set(key, value):
        raise CacheError("It did not keep what it was given.")


def sealed(value: object) -> bytes:
    """A value with its checksum before it, so that damage is never taken for a number."""
    content = pickle.dumps(value)
    return hashlib.sha256(content).digest() + content


def kept(key: str) -> tuple[Any] | None:
    """The value kept under a key, as the one of a tuple; None where there is none, or no longer."""
    try:
        value = cache.get(key)
        if value is None:
            return None
        if not isinstance(value, bytes) or hashlib.sha256(value[SEAL:]).digest() != value[:SEAL]:
            raise CacheError("Its seal is broken.")
        return (pickle.loads(value[SEAL:]),)
    except (OSError, RedisError):
        raise
    except Exception as error:  # noqa: BLE001 - what reads damaged bytes may fail in any way
        log.warning("What the cache kept as %s is damaged, so it is computed: %r", key, error)
        return None
