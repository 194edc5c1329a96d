"""Answers kept as bytes, the last used ones, within a bound that strangers cannot move."""

import gzip
import hashlib
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock

import brotli

MOST_BYTES = 48_000_000
LARGEST_KEPT = 8_000_000
SMALLEST_COMPRESSED = 1_000
# What the key and the fields of an answer take, so that many small ones are bounded too.
ALONGSIDE = 3_000
TEXTS = ("json", "xml")
# Questions with the same remainder wait for one another; of others as many are made at once.
MADE_AT_ONCE = 64
# Quick rather than small: an answer may be asked for but once.
QUALITY = {"br": 5, "gzip": 4}


@dataclass(eq=False)
class Answer:
    """The bytes of an answer and what they are; compressed where that makes them smaller."""

    body: bytes
    media: str
    filename: str | None = None
    links: tuple[str, ...] = ()
    compressed: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.hash = hashlib.sha256(self.body).hexdigest()[:32]

    @property
    def size(self) -> int:
        """What it takes, with its compressed forms at their largest."""
        return ALONGSIDE + len(self.body) * (2 if self.can_be_compressed else 1)

    @property
    def can_be_compressed(self) -> bool:
        is_text = self.media.startswith("text/") or self.media.split(";")[0].endswith(TEXTS)
        return is_text and len(self.body) >= SMALLEST_COMPRESSED

    def encoded(self, encoding: str) -> bytes:
        if encoding not in self.compressed:
            self.compressed[encoding] = compress(self.body, encoding)
        return self.compressed[encoding]


def compress(body: bytes, encoding: str) -> bytes:
    if encoding == "br":
        return bytes(brotli.compress(body, quality=QUALITY[encoding]))
    return gzip.compress(body, QUALITY[encoding], mtime=0)


class Kept:
    def __init__(self, most: int = MOST_BYTES) -> None:
        self.most = most
        self.size = 0
        self._answers: OrderedDict[Hashable, Answer] = OrderedDict()
        self._lock = Lock()
        self._making = tuple(Lock() for _ in range(MADE_AT_ONCE))

    def answer(self, key: Hashable, make: Callable[[], Answer]) -> Answer:
        """The answer kept under a key, or made now; asked for by many at once, it is made once."""
        return self._found(key) or self._made_once(key, make)

    def _found(self, key: Hashable) -> Answer | None:
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
            return self._answers.get(key)

    def _made_once(self, key: Hashable, make: Callable[[], Answer]) -> Answer:
        with self._making[hash(key) % MADE_AT_ONCE]:
            found = self._found(key)
            if found is not None:
                return found
            made = make()
            if made.size <= min(2 * LARGEST_KEPT, self.most):
                self._keep(key, made)
            return made

    def clear(self) -> None:
        with self._lock:
            self._answers.clear()
            self.size = 0

    def _keep(self, key: Hashable, made: Answer) -> None:
        """Keep one, and let go of those asked for longest ago until all fit."""
        with self._lock:
            former = self._answers.pop(key, None)
            self._answers[key] = made
            self.size += made.size - (former.size if former else 0)
            while self.size > self.most:
                _, oldest = self._answers.popitem(last=False)
                self.size -= oldest.size


KEPT = Kept()
