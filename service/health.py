"""Whether the service lives (/healthz), and whether what it shows is whole (/readyz)."""

import logging
import time
from threading import Lock

from flask import Flask, Response, jsonify

from callbacks.cache import state
from data.catalogue import indicators
from data.edition import PUBLISHED_FOLDER, EditionError, current_edition, edition, shown

log = logging.getLogger(__name__)
VERIFIED_FOR = 10.0  # seconds; the files of an edition are some megabytes to read


def register(server: Flask) -> None:
    verified = Verified()
    if fault := verified.fault():
        log.warning("The edition %s is shown. %s", current_edition().id, fault)
    server.get("/healthz")(health)
    server.get("/readyz", endpoint="ready")(lambda: ready(verified.fault()))


def health() -> Response:
    """What is shown. It answers as long as the process does."""
    shown = current_edition()
    return told(
        status="ok",
        edition=shown.id,
        counts=dict(shown.counts),
        indicators=len(indicators()),
        cache=state(),
    )


def ready(fault: str | None) -> Response:
    """Degraded is still ready: what is shown is whole, though not what it should be."""
    return told(
        status="degraded" if fault else "ready",
        edition=current_edition().id,
        fault=fault,
        cache=state(),
    )


def told(**facts: object) -> Response:
    answer = jsonify(facts)
    answer.headers["Cache-Control"] = "no-store"
    return answer


class Verified:
    """Whether the files of the edition are still those that were published."""

    def __init__(self) -> None:
        self._fault: str | None = None
        self._until = 0.0
        self._lock = Lock()

    def fault(self) -> str | None:
        with self._lock:
            if time.monotonic() >= self._until:
                self._fault = broken()
                self._until = time.monotonic() + VERIFIED_FOR
            return self._fault


def broken() -> str | None:
    """Why the newest edition is not shown, or its files are not to be trusted; None where all is well."""
    fault = shown(PUBLISHED_FOLDER).fault
    try:
        edition(current_edition().folder)
    except EditionError as error:
        fault = error
    return str(fault).replace(f"{PUBLISHED_FOLDER}/", "") if fault else None
