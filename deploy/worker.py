"""The gunicorn worker: a slow client costs a little memory, never a place that another needs."""

from http import HTTPStatus
from socket import socket
from typing import Any

import gevent
from gunicorn.http.errors import LimitRequestHeaders, LimitRequestLine, ParseException
from gunicorn.workers.ggevent import GeventWorker

# From a request's head to the last byte of its answer. The head itself has `keepalive` seconds.
REQUEST_WITHIN = 120
NOBODY = ("-", 0)


class Worker(GeventWorker):  # type: ignore[misc]
    def handle_request(self, listener_name: Any, req: Any, sock: socket, addr: Any) -> Any:
        """Answer, or leave a client that takes its time beyond measure."""
        with gevent.Timeout(REQUEST_WITHIN) as within:
            try:
                return super().handle_request(listener_name, req, sock, addr)
            except gevent.Timeout as timeout:
                if timeout is not within:
                    raise
                raise StopIteration from None  # to gunicorn: close the connection

    def handle_error(self, req: Any, client: socket, addr: Any, exc: BaseException) -> None:
        """Refuse what is no request; neither the address nor the words of who sent it are logged."""
        if not isinstance(exc, ParseException):
            super().handle_error(req, client, NOBODY, exc)
            return
        self.log.warning("What is no request was refused: %s", type(exc).__name__)
        try:
            client.sendall(refusal(status_of(exc)))
        except OSError:
            self.log.debug("Who sent it has left.")


def status_of(fault: ParseException) -> HTTPStatus:
    if isinstance(fault, LimitRequestLine):
        return HTTPStatus.REQUEST_URI_TOO_LONG
    if isinstance(fault, LimitRequestHeaders):
        return HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
    return HTTPStatus.BAD_REQUEST


def refusal(status: HTTPStatus) -> bytes:
    """An answer that no application has made, with the headers of all that are."""
    from service.policies import REFUSED  # loaded by then, with the application

    said = f"{status.phrase}\n"
    headers = (
        ("Connection", "close"),
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Length", str(len(said))),
        *REFUSED,
    )
    lines = [f"HTTP/1.1 {status.value} {status.phrase}", *(": ".join(one) for one in headers)]
    return "\r\n".join((*lines, "", said)).encode("ascii")
