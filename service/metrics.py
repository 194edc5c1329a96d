"""What the service counts, for Prometheus: requests by route, never by visitor."""

from datetime import date
from ipaddress import ip_address

from flask import Flask, Response, abort, request
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    CollectorRegistry,
    generate_latest,
    multiprocess,
)

from data.edition import current_edition
from sending import counts
from settings import Settings

METHODS = {"GET", "HEAD", "POST", "OPTIONS"}
FILES = ("assets", "boundaries", "editions", "_dash-component-suites")


def count(method: str, route: str, status: int, seconds: float) -> None:
    counts.request(method if method in METHODS else "other", route, status, seconds)


def file_route(path: str, status: int) -> str:
    """The route of what no rule answered: the folder of a file, or nothing."""
    first = path.strip("/").partition("/")[0]
    return f"/{first}/" if first in FILES and status < 400 else "none"


def register(server: Flask, settings: Settings) -> None:
    if settings.metrics == "none":
        return

    def metrics() -> Response:
        if settings.metrics == "local" and not is_local():
            abort(404)
        written = exposition(settings.prometheus_multiproc_dir)
        return Response(written, content_type=CONTENT_TYPE_LATEST)

    server.get("/metrics")(metrics)


def is_local() -> bool:
    """Whether it is asked from this machine, and not through a proxy that we know nothing of."""
    forwarded = "X-Forwarded-For" in request.headers or "Forwarded" in request.headers
    trusted = "werkzeug.proxy_fix.orig" in request.environ
    try:
        return ip_address(request.remote_addr or "").is_loopback and (trusted or not forwarded)
    except ValueError:
        return False


def exposition(folder: str | None) -> bytes:
    """The counts of all workers where they share a folder, else of this one."""
    registry = REGISTRY
    if folder:
        registry = CollectorRegistry()
        multiprocess.MultiProcessCollector(registry, folder)  # type: ignore[no-untyped-call]
    return generate_latest(registry) + edition()


def edition() -> bytes:
    """Which edition, and how many days ago it was published."""
    shown = current_edition()
    age = (date.today() - date.fromisoformat(shown.date)).days
    return (
        "# HELP edition_age_days Days since the edition was published\n"
        "# TYPE edition_age_days gauge\n"
        f'edition_age_days{{edition="{shown.id}"}} {age}\n'
    ).encode()
