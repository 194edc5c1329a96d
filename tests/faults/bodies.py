"""Bodies that break off, lie about their length, or swell."""

import gzip
import re
import socket
from contextlib import suppress

from tests.faults.processes import connection, log
from tests.faults.visitors import go_on, visited

POST = (
    b"POST /_dash-update-component HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    b"Content-Type: application/json\r\n"
)
CHUNKED = b"Transfer-Encoding: chunked\r\n"
BOMB = gzip.compress(b"0" * 10_000_000)
# What follows the head, and how often each is sent.
BODIES = (
    CHUNKED + b"\r\nZZ\r\nno length",
    CHUNKED + b'\r\n5\r\n{"a"',
    CHUNKED + b"\r\n-1\r\nx\r\n0\r\n\r\n",
    CHUNKED + b"\r\n" + b"FFFF\r\n" + b"[" * 0xFFFF + b"\r\n" + b"FFFF\r\n" + b"[" * 0xFFFF,
    CHUNKED + b"Content-Length: 6\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\n\r\n",
    b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
    b"Content-Length: -5\r\n\r\n{}",
    b"Content-Length: 2\r\nContent-Length: 7\r\n\r\n{}",
    b"Content-Length: 99999999999999999999\r\n\r\n{}",
    b"Content-Length: 90000\r\n\r\n{",
    b"Content-Length: 90000\r\n\r\n" + b"[" * 90_000,
    b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(BOMB) + BOMB,
    b"\r\n" + bytes(range(256)) * 40,
    b"\r\n\r\n" + b"GET /" + b"x" * 9_000 + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
)
TIMES = 5


def broken_bodies(site, folder):
    """Bodies that break off, lie about their length, or swell: each is refused, none is a fault."""
    name = f"{len(BODIES) * TIMES} broken bodies"
    with visited(site, name, "cut, of two lengths, of chunks that are none, of bombs") as outcome:
        statuses = {status for body in BODIES * TIMES for status in sent(site, body)}
        go_on(outcome, 20)
    outcome.notes["statuses"] = sorted(statuses)
    outcome.notes["tracebacks"] = log(folder).count("Traceback")
    outcome.notes["told_who"] = "127.0.0.1" in log(folder).partition("Booting worker")[2]
    return outcome


def sent(site, body):
    """How a body was answered, once or more; not at all where the service only leaves.

    Each answer has the headers of all, also where no application has seen the request.
    """
    with connection(site) as client:
        answer = b""
        # The service may have answered and left before all is sent.
        with suppress(OSError):
            client.sendall(POST + body)
            client.shutdown(socket.SHUT_WR)
        with suppress(ConnectionError):
            while more := client.recv(4096):
                answer += more
    assert answer.count(b"HTTP/1.1 ") == answer.count(b"X-Content-Type-Options: nosniff")
    return [int(status) for status in re.findall(rb"^HTTP/1\.1 (\d+)", answer, re.MULTILINE)]
