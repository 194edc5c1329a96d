"""The real site for tests: the Procfile's command, on a free port, in a process of its own."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
STARTS_WITHIN = 120


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(folder: Path, root: Path = ROOT, within: str = "", **environment: str) -> Iterator[str]:
    """The address of a running site; its log is `folder`/log.

    `within` is what the shell does before it becomes the site, where {} stands for that.
    """
    port = free_port()
    command = (root / "Procfile").read_text().removeprefix("web: ").strip()
    surroundings = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "PORT": str(port),
        "HOST": "127.0.0.1",
        "CACHE_FOLDER": str(folder / "cache"),
        **environment,
    }
    line = (within or "{}").replace("{}", f"exec {command}")
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(
            ["bash", "-c", line], cwd=root, env=surroundings, stdout=log, stderr=log
        )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{address}/healthz", process, folder / "log")
        yield address
    finally:
        process.terminate()
        process.wait(timeout=30)


def wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    last = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < last:
        if process.poll() is not None:
            break
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError(f"The site did not start.\n{log.read_text()}")


def chromium() -> str:
    """The browser without windows and buttons of its own where there is one: it is half the work."""
    for name in ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    raise RuntimeError("Chromium is missing. Run deploy/install-test-services.")
