"""Answers that never change, sent again as they were: what many ask for costs one look-up.

A layer before Flask and before files. It keeps nothing that an answer does not itself allow to be kept for ever, and
no more of it than fits its bound; who fills it with odd questions only makes it forget.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from sending.counts import ROUTE
from sending.newest import Newest

MOST_BYTES = 4_000_000
# What the key, the headers and the places of an answer take beside its bytes.
ALONGSIDE = 2_000
LARGEST = 100_000
LONGEST_QUESTION = 500
OK = "200 OK"
# Of this moment, or of this request: they are given anew.
PASSING = ("date", "x-request-id")
Headers = list[tuple[str, str]]


@dataclass(frozen=True)
class Sent:
    headers: Headers
    body: bytes
    route: str

    @property
    def size(self) -> int:
        return ALONGSIDE + len(self.body)


class Quick:
    """Keeps answers below an address, by question and by the encodings that a reader takes."""

    def __init__(
        self, app: WSGIApplication, below: tuple[str, ...], most: int = MOST_BYTES
    ) -> None:
        self.app = app
        self.below = below
        self.known: Newest[Sent] = Newest(most)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        key = self._key(environ)
        if key is None:
            return self.app(environ, start_response)
        known = self.known.found(key)
        if known is None:
            return self._asked(key, environ, start_response)
        environ[ROUTE] = known.route
        start_response(OK, list(known.headers))
        return [known.body]

    def _key(self, environ: WSGIEnvironment) -> tuple[str, ...] | None:
        """What is asked, where that is a whole answer and nothing less."""
        path, question = environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", "")
        plain = environ["REQUEST_METHOD"] == "GET" and not (
            "HTTP_IF_NONE_MATCH" in environ or "HTTP_RANGE" in environ
        )
        encodings = environ.get("HTTP_ACCEPT_ENCODING", "")
        short = len(path) + len(question) + len(encodings) < LONGEST_QUESTION
        return (
            (path, question, encodings) if plain and short and path.startswith(self.below) else None
        )

    def _asked(
        self, key: tuple[str, ...], environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        told: list[tuple[str, Headers]] = []

        def start(status: str, headers: Headers, *fault: Any) -> Callable[..., Any]:
            told.append((status, list(headers)))
            return start_response(status, headers, *fault)

        answer = self.app(environ, start)
        if not told or not _may_be_kept(*told[-1]):
            return answer
        try:
            body = b"".join(answer)
        finally:
            getattr(answer, "close", lambda: None)()
        headers = [one for one in told[-1][1] if one[0].lower() not in PASSING]
        self.known.keep(key, Sent(headers, body, environ.get(ROUTE, "")))
        return [body]


def _may_be_kept(status: str, headers: Headers) -> bool:
    told = {name.lower(): value for name, value in headers}
    never_changes = status == OK and "immutable" in told.get("cache-control", "")
    return never_changes and int(told.get("content-length", LARGEST)) < LARGEST
