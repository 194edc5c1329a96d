"""Where the slow work is done: on this machine's processors, or by Dask wherever it runs."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from multiprocessing import get_context
from typing import Any, TypeVar

from data.pipeline.errors import PipelineError

Job = TypeVar("Job")
Result = TypeVar("Result")


def processes(work: Callable[[Job], Result], jobs: Sequence[Job]) -> Iterator[Result]:
    """By a process for each processor, forked from one that has imported the work and no more."""
    context = get_context("forkserver")
    context.set_forkserver_preload([work.__module__])
    with ProcessPoolExecutor(os.cpu_count() or 1, mp_context=context) as pool:
        yield from pool.map(work, jobs)


def dask(work: Callable[[Job], Result], jobs: Sequence[Job]) -> Iterator[Result]:
    """By the cluster that Dask is connected to or configured with, else by processes here."""
    try:
        engine: Any = import_module("dask")
    except ImportError as error:
        raise PipelineError(
            "The engine 'dask' is not installed. Run 'pip install dask'."
        ) from error
    asked = [engine.delayed(work, pure=False)(job) for job in jobs]
    yield from engine.compute(*asked, scheduler=engine.config.get("scheduler", None) or "processes")


DEFAULT = "processes"
ENGINES = {DEFAULT: processes, "dask": dask}
