"""What is known of answers that were kept."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from data.pipeline.sources.request import Answer, Request


@dataclass(frozen=True)
class Snapshot:
    """One answer. `version` is the table's own word for when it was updated, where it has one."""

    key: str
    source: str
    what: str
    method: str
    address: str
    request: str
    fetched: str
    sha256: str
    size: int
    media_type: str
    licence: str
    publisher: str
    version: str | None = None
    etag: str | None = None
    modified: str | None = None

    @property
    def conditions(self) -> dict[str, str]:
        """Headers that ask for an answer only if it has changed."""
        headers = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in headers.items() if value}


@dataclass(frozen=True)
class Manifest:
    """What a dataset was read from: answers by the key of their question."""

    dataset: str
    id: str
    address: str
    answers: Mapping[str, Snapshot]


def taken(
    request: Request,
    answer: Answer,
    *,
    fetched: str,
    licence: str,
    publisher: str,
    version: str | None,
) -> Snapshot:
    return Snapshot(
        key=request.key,
        source=request.source,
        what=request.what,
        method=request.method,
        address=request.address,
        request=(request.body or b"").decode(),
        fetched=fetched,
        sha256=sha256(answer.body),
        size=len(answer.body),
        media_type=answer.media_type,
        licence=licence,
        publisher=publisher,
        version=version,
        etag=answer.headers.get("etag"),
        modified=answer.headers.get("last-modified"),
    )


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
