"""The api alone on a server, for the tests; over HTTP where a real client shall read it."""

import logging
import subprocess
import sys
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from flask import Flask
from werkzeug.serving import make_server

import api

ROOT = Path(__file__).parents[1]


@cache
def server():
    made = Flask("api")
    api.register(made)
    return made


@cache
def client():
    return server().test_client()


def read(address, **headers):
    return client().get(f"/api/v1/{address}", headers=headers)


def values(**asked):
    return client().get("/api/v1/values", query_string=asked)


def problem(address):
    """What is said of something asked wrongly: its status and the document."""
    answer = read(address)
    assert answer.content_type == "application/problem+json"
    assert answer.get_json()["status"] == answer.status_code
    return answer.status_code, answer.get_json()


@contextmanager
def over_http():
    """The address of the api in a process of its own, as programs meet it.

    GDAL waits for an answer without letting other threads of its process run.
    """
    command = [sys.executable, "-m", "tests.api_reader"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield f"http://127.0.0.1:{int(process.stdout.readline())}/api/v1"
        finally:
            process.terminate()


def serve():
    """Serve on a free port, which is told on the first line."""
    site = make_server("127.0.0.1", 0, server(), threaded=True)
    print(site.port, flush=True)
    site.serve_forever()


if __name__ == "__main__":
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    serve()
