"""Answers kept as they came: bytes by checksum, and for every question what was answered when.

bodies/ab/abcd...            the answer, named by its own checksum; never written twice
answers/<key>.json           what is known of the last answer to a question
manifests/<dataset>/<id>.json    the answers that a dataset was read from; never edited
manifests/<dataset>/current  the id of the newest
rejected/                    answers that could not be used, to be looked at
"""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from data.pipeline.sources.errors import SourceError
from data.pipeline.sources.request import Request
from data.pipeline.sources.snapshot import Manifest, Snapshot, sha256

WHERE = "snapshots"


class Snapshots:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def last(self, request: Request) -> Snapshot | None:
        """The last answer to the same question; None where there is none that is whole."""
        path = self._answer(request.key)
        if not path.exists():
            return None
        snapshot = _snapshot(path, self._read(path))
        return snapshot if self._body(snapshot.sha256).exists() else None

    def content(self, snapshot: Snapshot) -> bytes:
        """The bytes as they came; raises where they are not those that were kept."""
        path = self._body(snapshot.sha256)
        content = self._read(path)
        if sha256(content) != snapshot.sha256:
            raise SourceError(
                snapshot.source,
                snapshot.what,
                f"the snapshot {path} is not the bytes that were fetched.",
                "Delete that file and fetch again.",
            )
        return content

    def keep(self, snapshot: Snapshot, content: bytes) -> None:
        """The body first, so that what is known of an answer always finds it."""
        body = self._body(snapshot.sha256)
        if not body.exists():
            write(body, content)
        write(self._answer(snapshot.key), _text(asdict(snapshot)))

    def reject(self, request: Request, content: bytes) -> Path:
        """Keep an answer that cannot be used, apart from those that can."""
        path = self.folder / "rejected" / f"{request.key}-{sha256(content)[:8]}"
        write(path, content)
        return path

    def publish(self, dataset: str, address: str, used: Iterable[Snapshot]) -> str:
        """The id of the manifest of what a dataset was read from; the same answers, the same id.

        `address` is that of the service: it may move, and old answers are still to be found.
        """
        entries = sorted((asdict(one) for one in set(used)), key=lambda entry: entry["key"])
        questions = [f"{entry['key']} {entry['sha256']}" for entry in entries]
        id_ = sha256("\n".join(questions).encode())[:16]
        folder = self.folder / "manifests" / dataset
        if not (folder / f"{id_}.json").exists():
            content = {"dataset": dataset, "address": address, "answers": entries}
            write(folder / f"{id_}.json", _text(content))
        write(folder / "current", f"{id_}\n".encode())
        return id_

    def has(self, dataset: str) -> bool:
        """Whether a dataset was ever fetched whole."""
        return (self.folder / "manifests" / dataset / "current").exists()

    def current(self, dataset: str) -> str:
        path = self.folder / "manifests" / dataset / "current"
        return self._read(path, dataset).decode().strip()

    def checksum(self, dataset: str, id_: str) -> str:
        """Of the manifest as a file."""
        path = self.folder / "manifests" / dataset / f"{id_}.json"
        return sha256(self._read(path, dataset))

    def manifest(self, dataset: str, id_: str) -> Manifest:
        path = self.folder / "manifests" / dataset / f"{id_}.json"
        content = _loaded(path, self._read(path, dataset))
        if not {"address", "answers"} <= set(content):
            raise _damaged(path)
        answers = {entry["key"]: _made(path, entry) for entry in content["answers"]}
        return Manifest(dataset, id_, content["address"], answers)

    def _answer(self, key: str) -> Path:
        return self.folder / "answers" / f"{key}.json"

    def _body(self, sha256: str) -> Path:
        return self.folder / "bodies" / sha256[:2] / sha256

    def _read(self, path: Path, what: str = "") -> bytes:
        try:
            return path.read_bytes()
        except OSError as error:
            raise SourceError(
                WHERE,
                what or path.name,
                f"{path} cannot be read ({error.strerror}).",
                "Fetch it first, or name the folder that holds it with --snapshots.",
            ) from error


def write(path: Path, content: bytes) -> None:
    """Whole or not at all."""
    unfinished = path.with_name(f".unfinished-{os.getpid()}-{path.name}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with unfinished.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(unfinished, path)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink()
        raise SourceError(
            WHERE,
            path.name,
            f"{path} cannot be written ({error.strerror}).",
            "Make room, or name another folder.",
        ) from error


def _text(content: dict[str, Any]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _snapshot(path: Path, content: bytes) -> Snapshot:
    return _made(path, _loaded(path, content))


def _loaded(path: Path, content: bytes) -> dict[str, Any]:
    try:
        return dict(json.loads(content))
    except ValueError as error:
        raise _damaged(path) from error


def _made(path: Path, entry: dict[str, Any]) -> Snapshot:
    if set(entry) != {field.name for field in fields(Snapshot)}:
        raise _damaged(path)
    return Snapshot(**entry)


def _damaged(path: Path) -> SourceError:
    return SourceError(WHERE, path.name, f"{path} is damaged.", "Delete that file and fetch again.")
