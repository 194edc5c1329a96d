"""The answers to questions, from the network or from snapshots: who reads cannot tell which."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol, TypeVar

from data.pipeline.sources.attempts import attempted
from data.pipeline.sources.clock import Clock, Pace
from data.pipeline.sources.errors import PassingFaultError, SourceError
from data.pipeline.sources.network import Network
from data.pipeline.sources.request import Answer, Request
from data.pipeline.sources.services import Service
from data.pipeline.sources.snapshot import Manifest, Snapshot, taken
from data.pipeline.sources.snapshots import Snapshots

T = TypeVar("T")


class Reader(Protocol):
    """`parsed` raises PassingFaultError for half an answer, SourceError for a wrong one."""

    def read(
        self, request: Request, parsed: Callable[[bytes], T], version: str | None = None
    ) -> T: ...

    def limit(self, calls: int, seconds: float) -> None: ...


class Fetching:
    """Asks the service for what is not among the snapshots yet, and keeps what comes."""

    def __init__(
        self, service: Service, snapshots: Snapshots, network: Network, clock: Clock
    ) -> None:
        self.service, self.snapshots = service, snapshots
        self.network, self.clock = network, clock
        self.pace = Pace(service.calls, service.seconds, clock)
        self.used: list[Snapshot] = []
        self.asked: dict[str, Snapshot] = {}

    def limit(self, calls: int, seconds: float) -> None:
        """What the service says of itself, from the next call on."""
        if (calls, seconds) != (self.pace.calls, self.pace.seconds):
            self.pace.wait()
            self.pace = Pace(calls, seconds, self.clock)

    def read(self, request: Request, parsed: Callable[[bytes], T], version: str | None = None) -> T:
        """Nothing is asked twice in a run, nor what the snapshots have in the same version."""
        known = self.asked.get(request.key)
        last = known or self.snapshots.last(request)
        if last and (known or self._holds(last, version)):
            snapshot, content = last, _reread(request, parsed, self.snapshots.content(last))
        else:
            snapshot, content = attempted(
                request, lambda: self._asked(request, parsed, last, version), self.clock
            )
        self.asked[request.key] = snapshot
        self.used.append(snapshot)
        return content

    def _holds(self, last: Snapshot, version: str | None) -> bool:
        if version is not None:
            return last.version == version
        age = self.clock.now() - datetime.fromisoformat(last.fetched)
        return 0 <= age.total_seconds() < self.service.fresh

    def _asked(
        self,
        request: Request,
        parsed: Callable[[bytes], T],
        last: Snapshot | None,
        version: str | None,
    ) -> tuple[Snapshot, T]:
        self.pace.wait()
        conditions = last.conditions if last and request.body is None else {}
        answer = self.network.ask(request, conditions)
        if answer.status == 304:
            if last is None:
                raise PassingFaultError("the source answers 304 to what was never asked before.")
            return last, _reread(request, parsed, self.snapshots.content(last))
        content = self._parsed(request, answer, parsed)
        snapshot = taken(
            request,
            answer,
            fetched=self.clock.now().isoformat(timespec="seconds"),
            licence=self.service.licence,
            publisher=self.service.publisher,
            version=version,
        )
        self.snapshots.keep(snapshot, answer.body)
        return snapshot, content

    def _parsed(self, request: Request, answer: Answer, parsed: Callable[[bytes], T]) -> T:
        try:
            if answer.media_type not in request.media_types:
                raise PassingFaultError(
                    f"the answer is {answer.media_type or 'of no named type'} "
                    f"instead of {request.media_type}.",
                    body=answer.body,
                )
            return parsed(answer.body)
        except PassingFaultError:
            self.snapshots.reject(request, answer.body)
            raise
        except SourceError as error:
            kept = self.snapshots.reject(request, answer.body)
            raise SourceError(
                error.source,
                error.what,
                error.fault,
                f"{error.remedy} The answer is kept as {kept}.",
            ) from error


class Replaying:
    """Answers from one manifest and nothing else: the same bytes as when they were fetched."""

    def __init__(self, snapshots: Snapshots, manifest: Manifest) -> None:
        self.snapshots, self.manifest = snapshots, manifest

    def limit(self, calls: int, seconds: float) -> None:
        """Nobody is asked, so nobody need be spared."""

    def read(self, request: Request, parsed: Callable[[bytes], T], version: str | None = None) -> T:
        snapshot = self.manifest.answers.get(request.key)
        if snapshot is None:
            raise SourceError(
                request.source,
                request.what,
                f"the manifest {self.manifest.dataset}/{self.manifest.id} has no answer to "
                f"{request.address}.",
                "What is declared has changed since; fetch again.",
            )
        return _reread(request, parsed, self.snapshots.content(snapshot))


def _reread(request: Request, parsed: Callable[[bytes], T], content: bytes) -> T:
    """A snapshot was whole when it was kept, so a fault in it will not pass."""
    try:
        return parsed(content)
    except PassingFaultError as error:
        raise SourceError(
            request.source,
            request.what,
            f"in the snapshot, {error.fault}",
            "Rules have become stricter since it was fetched; delete it and fetch again.",
        ) from error
