"""How gunicorn serves the dashboard; sizes and address stand in the Procfile."""

import gc
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

import gevent
from gevent import monkey

from deploy import memory

memory.choose()
# Before anything is loaded, so that every lock and socket is of the kind that the workers use.
monkey.patch_all()


MEMORY = "/dev/shm"
IN_MEMORY = MEMORY if os.access(MEMORY, os.W_OK) else None

worker_class = "deploy.worker.Worker"
logger_class = "deploy.logger.Logger"
worker_connections = 1000
worker_tmp_dir = IN_MEMORY
graceful_timeout = 20
timeout = 30
# Until the next request's head has come, whole; then a client that sends nothing is left.
keepalive = 5
control_socket_disable = True
# Whom to believe about scheme and address is one choice, TRUSTED_PROXIES; gunicorn would believe
# whoever asks from this machine, so any visitor of a proxy that passes headers on unread.
forwarded_allow_ips = ""
BETWEEN_QUESTIONS = 0.05  # seconds, so that visitors go first


def shared_metrics() -> list[str]:
    """A folder where the workers count together; where none can be made, each counts alone.

    It is named by the master process: `HUP` keeps it, and a second master has its own.
    """
    name = f"segregationskartan-counts-{os.getpid()}"
    try:
        folder = Path(IN_MEMORY or tempfile.gettempdir(), name)
        folder.mkdir(mode=0o700, exist_ok=True)
        ours = folder.stat().st_uid == os.geteuid()
    except OSError:
        return []
    return [f"PROMETHEUS_MULTIPROC_DIR={folder}"] if ours else []


raw_env = shared_metrics()


def when_ready(server: Any) -> None:
    """Let the timers that libraries started while loading end before workers are made.

    What is loaded by then stays as it is: left alone, its memory is shared by all workers.
    """
    gevent.sleep(0.1)
    gc.collect()
    gc.freeze()


def post_worker_init(worker: Any) -> None:
    """The first worker says that it answers, to whoever keeps the site running (deploy/keeper.py).

    Then it asks for every indicator's map at its leisure, and the others share most.
    """
    from callbacks import answers, viewed

    if worker.age == 1:
        said = int(os.environ.get("KEEPER_READY", "0"))
        if said:
            os.write(said, b"1")
        gevent.spawn(answers.warm, worker.wsgi, viewed.first_views(), BETWEEN_QUESTIONS)


def on_exit(server: Any) -> None:
    for line in raw_env:
        shutil.rmtree(line.partition("=")[2], ignore_errors=True)


def child_exit(server: Any, worker: Any) -> None:
    if raw_env:
        from prometheus_client import multiprocess

        multiprocess.mark_process_dead(worker.pid)
