"""nginx as deploy/nginx.conf says, before instances on addresses of their own, for tests and bench."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from getpass import getuser
from pathlib import Path

from tests.browser.site import ROOT, free_port

CONFIG = ROOT / "deploy" / "nginx.conf"
ADDRESSES = ("127.0.0.1", "127.0.0.2")
FOLDERS = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
ANSWERS_WITHIN = 120


def configuration(folder: Path, port: int, instances: Sequence[str]) -> str:
    """The configuration of the repository with ports and folders of our own."""
    text = CONFIG.read_text()
    for example, ours in zip(ADDRESSES, instances, strict=True):
        text = text.replace(f"server {example}:8051", f"server {ours}")
    text = text.replace("listen 80 ", f"listen 127.0.0.1:{port} ")
    text = text.replace("/run/nginx.pid", f"{folder}/nginx.pid")
    text = text.replace("/var/cache/nginx/segregationskartan", f"{folder}/kept")
    places = "".join(f"    {name}_temp_path {folder}/{name};\n" for name in FOLDERS)
    return f"daemon off;\nuser {getuser()};\n" + text.replace("http {\n", f"http {{\n{places}", 1)


@contextmanager
def nginx(folder: Path, instances: Sequence[str]) -> Iterator[tuple[str, int]]:
    """The address of nginx before instances, and its process."""
    port = free_port()
    path = folder / "nginx.conf"
    path.write_text(configuration(folder, port, instances))
    process = subprocess.Popen(["nginx", "-p", folder, "-e", folder / "error", "-c", path])
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz")
        yield f"http://127.0.0.1:{port}", process.pid
    finally:
        process.terminate()
        process.wait(timeout=30)


def instance(folder: Path, address: str, port: int, **settings: str) -> subprocess.Popen[bytes]:
    """The Procfile's command on an address; its log is in the folder."""
    command = (ROOT / "Procfile").read_text().removeprefix("web: ").strip()
    surroundings = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "HOST": address,
        "PORT": str(port),
        "CACHE_FOLDER": str(folder / "cache"),
        "TRUSTED_PROXIES": "1",
        **settings,
    }
    with (folder / f"log-{address}").open("a") as log:
        started = subprocess.Popen(
            ["bash", "-c", f"exec {command}"],
            cwd=ROOT,
            env=surroundings,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    wait_for(f"http://{address}:{port}/healthz")
    return started


def die(started: subprocess.Popen[bytes]) -> None:
    """Ends an instance at once, with all that it has started."""
    os.killpg(started.pid, signal.SIGKILL)
    started.wait()


def wait_for(address: str) -> None:
    last = time.monotonic() + ANSWERS_WITHIN
    while time.monotonic() < last:
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"{address} does not answer.")
