"""How often one client may ask for what is dear to make; nobody's address is kept."""

import hashlib
import math
import secrets
from typing import Any

from flask import Flask, Response, request
from flask_limiter import ApplicationLimit, Limiter, RequestLimit

from api.problems import Problem
from layouts.paths import PATHS, SEARCH
from settings import Settings

# Of the addresses below these, each answer may take a processor for a while.
COSTLY = (
    "/api/v1/values",
    "/api/v1/measures",
    "/api/v1/boundaries",
    "/api/v1/bundle",
    *(f"/{language}/{word}" for language, word in PATHS[SEARCH].items()),
)
# A PDF takes seconds of a processor: a whole office may want its own, nobody all of them at once.
PAPER, PAPERS = ".pdf", "30 per minute"
ANSWERS_WITHIN = 0.25


def register(server: Flask, settings: Settings) -> None:
    """Count in Redis where there is one, so that all workers count together; else in each."""
    if settings.rate_limit is None:
        return
    # Clients are told apart by a hash that nobody can undo, for as long as the service runs.
    salt = secrets.token_bytes(16)

    def client() -> str:
        asked_by = (request.remote_addr or "").encode()
        return hashlib.blake2b(asked_by, key=salt, digest_size=12).hexdigest()

    redis: dict[str, Any] = {
        "socket_timeout": ANSWERS_WITHIN,
        "socket_connect_timeout": ANSWERS_WITHIN,
    }
    Limiter(
        client,
        app=server,
        application_limits=[
            ApplicationLimit(limit_provider=settings.rate_limit, exempt_when=is_cheap),
            ApplicationLimit(limit_provider=PAPERS, scope="paper", exempt_when=is_no_paper),
        ],
        storage_uri=settings.cache_url or "memory://",
        storage_options=redis if settings.cache_url else {},
        in_memory_fallback_enabled=bool(settings.cache_url),
        swallow_errors=True,
        on_breach=refuse,
        key_prefix="segregationskartan-limits",
    )


def is_cheap() -> bool:
    return not request.path.startswith(COSTLY) and is_no_paper()


def is_no_paper() -> bool:
    return not request.path.endswith(PAPER)


def refuse(limit: RequestLimit) -> Response:
    """A problem in words, as the api tells others, and when to ask again."""
    answer = Problem("too-many", "later", {"limit": str(limit.limit)}, 429).response(request.path)
    window = limit.limit.get_expiry()
    answer.headers["Retry-After"] = str(math.ceil(window))
    return answer
