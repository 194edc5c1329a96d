"""A process of its own that has nothing to import: forked from one that has, for `run`.

It has memory, input, output, environment and exit code to itself, as one that is started anew.
"""

import os
import sys
from multiprocessing import get_context
from pathlib import Path
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory

LONGEST = 300  # seconds


def run(work, given, imported, answer="", environment=None):
    """What comes of a function whose result is an exit code, as `subprocess.run` tells it.

    `imported` are the modules that the process forked from has imported; the first who asks decides.
    """
    context = get_context("forkserver")
    context.set_forkserver_preload(list(imported))
    with TemporaryDirectory() as folder:
        files = [Path(folder, name) for name in ("stdin", "stdout", "stderr")]
        files[0].write_text(answer, encoding="utf-8")
        process = context.Process(target=_alone, args=(work, given, files, environment or {}))
        process.start()
        process.join(LONGEST)
        process.kill()
        process.join()
        told = [file.read_text(encoding="utf-8") for file in files[1:] if file.exists()]
    return CompletedProcess(given, process.exitcode, *told)


def _alone(work, given, files, environment):
    for number, file in enumerate(files):
        opened = file.open("w" if number else "r", encoding="utf-8")
        os.dup2(opened.fileno(), number)
        setattr(sys, file.name, opened)
    os.environ.clear()
    os.environ.update(environment)
    sys.exit(work(*given))
