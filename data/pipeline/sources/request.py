"""What is asked of a service, and what it answers."""

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

JSON = "application/json"
GEOPACKAGE = "application/geopackage+sqlite3"
# What the same thing is called too.
SAME = {JSON: ("application/vnd.geo+json",), GEOPACKAGE: ("application/x-gpkg",)}


@dataclass(frozen=True)
class Request:
    """`what` is the table, layer or indicator asked for, in the words of an error message."""

    source: str
    what: str
    address: str
    body: bytes | None = None
    media_type: str = JSON

    @property
    def method(self) -> str:
        return "GET" if self.body is None else "POST"

    @property
    def media_types(self) -> tuple[str, ...]:
        """The types that an answer can be of."""
        return self.media_type, *SAME.get(self.media_type, ())

    @property
    def key(self) -> str:
        """The same question has the same key, whenever it is asked."""
        question = b"\n".join([self.method.encode(), self.address.encode(), self.body or b""])
        return hashlib.sha256(question).hexdigest()[:32]


@dataclass(frozen=True)
class Answer:
    status: int
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


def posted(content: dict[str, Any]) -> bytes:
    """JSON that is the same bytes for the same content."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
