"""What every request meets first and every answer passes last: host, request id, headers, journal."""

import logging
import re
import time
from collections.abc import Callable, Iterable
from typing import Any
from uuid import uuid4
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from flask import request
from werkzeug.exceptions import HTTPException, InternalServerError, SecurityError
from werkzeug.sansio.utils import get_host
from werkzeug.wrappers import Response

from sending.counts import ROUTE, WARMING
from service import journal, metrics
from service.policies import Policies
from settings import Settings

ID = re.compile(r"[A-Za-z0-9-]{8,64}", re.ASCII)
log = logging.getLogger(__name__)
# From the machine itself it may always be asked, as health checks and the first request do.
LOCAL = ("localhost", "127.0.0.1", "[::1]")


class Front:
    """A WSGI layer around all others, so that no file and no fault leaves without its headers."""

    def __init__(self, app: WSGIApplication, policies: Policies, settings: Settings) -> None:
        self.app = app
        self.policies = policies
        named = settings.allowed_hosts
        self.any_host = not named or "*" in named
        self.hosts = [*LOCAL, *(host.replace("*.", ".") for host in named)]
        self.behind_proxy = settings.trusted_proxies > 0

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        began = time.perf_counter()
        path = environ.get("PATH_INFO", "")
        id_ = self.request_id(environ)
        secure = environ.get("wsgi.url_scheme") == "https"
        token = journal.request_id.set(id_)

        def start(status: str, headers: list[tuple[str, str]], *fault: Any) -> Callable[..., Any]:
            media = next((value for name, value in headers if name.lower() == "content-type"), "")
            given = {name.lower() for name, _ in headers}
            # An answer that nothing changed has no media type, and what is kept has its headers.
            unchanged = status.startswith("304")
            own = (
                ()
                if unchanged
                else self.policies.headers(path, environ.get(ROUTE, ""), media, secure)
            )
            headers = [*headers, *(one for one in own if one[0].lower() not in given)]
            self.tell(environ, status, time.perf_counter() - began)
            return start_response(status, [*headers, ("X-Request-Id", id_)], *fault)

        try:
            return self.answering(environ)(environ, start)
        except Exception:
            # A file that was listed at start and is gone, for one; whatever it is stays in here.
            log.exception("The answer could not be made.")
            return InternalServerError()(environ, start)
        finally:
            journal.request_id.reset(token)

    def answering(self, environ: WSGIEnvironment) -> WSGIApplication:
        """The app, or a refusal where the request names a host that is not ours."""
        if self.any_host:
            return self.app
        named = environ.get("HTTP_HOST", "")
        try:
            get_host(environ["wsgi.url_scheme"], named, trusted_hosts=self.hosts)
        except (HTTPException, SecurityError):
            return Response("This host is not served here.\n", 400, mimetype="text/plain")
        return self.app

    def request_id(self, environ: WSGIEnvironment) -> str:
        """That of the proxy, where we trust one; else one of our own."""
        given = environ.get("HTTP_X_REQUEST_ID", "")
        return given if self.behind_proxy and ID.fullmatch(given) else uuid4().hex[:16]

    @staticmethod
    def note_route() -> None:
        """The rule that answers, for the metrics: rules are few, addresses are not."""
        if request.url_rule:
            request.environ[ROUTE] = request.url_rule.rule

    @staticmethod
    def tell(environ: WSGIEnvironment, status: str, seconds: float) -> None:
        """Log and count a request of somebody; what we ask ourselves after a start is neither."""
        if WARMING in environ:
            return
        method, path = environ.get("REQUEST_METHOD", ""), environ.get("PATH_INFO", "")
        code = int(status.split()[0])
        route = environ.get(ROUTE) or metrics.file_route(path, code)
        metrics.count(method, route, code, seconds)
        journal.tell(method, path, code, seconds)
