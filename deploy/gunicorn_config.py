"""How gunicorn serves the dashboard; sizes and address stand in the Procfile."""

import gc
from threading import Thread
from typing import Any

accesslog = "-"
# No address of a visitor is kept.
access_log_format = "%(t)s %(m)s %(U)s %(s)s %(B)s byte %(M)s ms"
graceful_timeout = 20
timeout = 30
keepalive = 5
control_socket_disable = True
BETWEEN_QUESTIONS = 0.05  # seconds, so that visitors go first


def when_ready(server: Any) -> None:
    """What is loaded by now stays as it is: left alone, its memory is shared by all workers."""
    gc.collect()
    gc.freeze()


def post_worker_init(worker: Any) -> None:
    """The first worker asks for every indicator's map at its leisure, and the others share most."""
    from callbacks import answers

    if worker.age == 1:
        asking = (worker.wsgi, answers.first_views(), BETWEEN_QUESTIONS)
        Thread(target=answers.warm, args=asking, daemon=True).start()
