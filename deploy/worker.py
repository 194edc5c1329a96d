"""The gunicorn worker: a slow client costs a little memory, never a place that another needs."""

from socket import socket
from typing import Any

import gevent
from gunicorn.workers.ggevent import GeventWorker

# From a request's head to the last byte of its answer. The head itself has `keepalive` seconds.
REQUEST_WITHIN = 120


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
