"""How gunicorn serves the dashboard; sizes and address stand in the Procfile."""

import os
import shutil
import tempfile
from typing import Any

import gevent
from gevent import monkey

# Before anything is loaded, so that every lock and socket is of the kind that the workers use.
monkey.patch_all()

MEMORY = "/dev/shm"
IN_MEMORY = MEMORY if os.access(MEMORY, os.W_OK) else None

worker_class = "deploy.worker.Worker"
worker_connections = 1000
worker_tmp_dir = IN_MEMORY
graceful_timeout = 20
timeout = 30
# Until the next request's head has come, whole; then a client that sends nothing is left.
keepalive = 5
control_socket_disable = True


def shared_metrics() -> list[str]:
    """A folder where the workers count together; where none can be made, each counts alone."""
    try:
        return [f"PROMETHEUS_MULTIPROC_DIR={tempfile.mkdtemp(prefix='metrics-', dir=IN_MEMORY)}"]
    except OSError:
        return []


raw_env = shared_metrics()


def when_ready(server: Any) -> None:
    """Let the timers that libraries started while loading end before workers are made."""
    gevent.sleep(0.1)


def on_exit(server: Any) -> None:
    for line in raw_env:
        shutil.rmtree(line.partition("=")[2], ignore_errors=True)


def child_exit(server: Any, worker: Any) -> None:
    if raw_env:
        from prometheus_client import multiprocess

        multiprocess.mark_process_dead(worker.pid)
