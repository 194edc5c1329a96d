"""Answers kept as bytes, the last used ones, within a bound that strangers cannot move."""

import gzip
import hashlib
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from weakref import WeakValueDictionary

import brotli

from sending.newest import Newest

MOST_BYTES = 48_000_000
LARGEST_KEPT = 8_000_000
SMALLEST_COMPRESSED = 1_000
# What the key and the fields of an answer take, so that many small ones are bounded too.
ALONGSIDE = 3_000
TEXTS = ("json", "xml")
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


class Kept(Newest[Answer]):
    def __init__(self, most: int = MOST_BYTES) -> None:
        super().__init__(most)
        # A lock for each answer that is being made, for as long as someone holds or awaits it.
        self._making: WeakValueDictionary[Hashable, Lock] = WeakValueDictionary()
        self._noting = Lock()

    def answer(self, key: Hashable, make: Callable[[], Answer]) -> Answer:
        """The answer kept under a key, or made now; asked for by many at once, it is made once.

        Making one may ask for others, which wait for nobody but those who make the same.
        """
        return self.found(key) or self._made_once(key, make)

    def _made_once(self, key: Hashable, make: Callable[[], Answer]) -> Answer:
        with self._noting:
            making = self._making.setdefault(key, Lock())
        with making:
            found = self.found(key)
            if found is not None:
                return found
            made = make()
            if made.size <= min(2 * LARGEST_KEPT, self.most):
                self.keep(key, made)
            return made


KEPT = Kept()
