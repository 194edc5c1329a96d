"""The processes of a running site, and waiting for what they do."""

import json
import socket
import time
import urllib.request
from pathlib import Path

WITHIN = 120


def wait_for(answer, seconds=WITHIN):
    """What is answered first that is something; raises where nothing is, within bounds."""
    last = time.monotonic() + seconds
    while time.monotonic() < last:
        try:
            if found := answer():
                return found
        except OSError:
            pass
        time.sleep(0.1)
    raise AssertionError("It did not happen in time.")


def told(site, path="/healthz"):
    with urllib.request.urlopen(site + path, timeout=10) as answer:
        return json.load(answer)


def log(folder):
    return (folder / "log").read_text()


def master(folder):
    """The process that wrote 'Listening at' last."""
    lines = [line for line in log(folder).splitlines() if "Listening at" in line]
    return int(lines[-1].rsplit("(", 1)[1].rstrip(")"))


def has_ended(process):
    """Whether it is gone, or only waits to be collected by its parent."""
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes() == b""
    except FileNotFoundError:
        return True


def workers(process):
    """The processes that a master has made."""
    return [
        int(path.parent.name)
        for path in Path("/proc").glob("[0-9]*/stat")
        if parent(path) == process
    ]


def parent(path):
    try:
        state, number = path.read_text().rsplit(")", 1)[1].split()[:2]
    except OSError:
        return None
    return None if state == "Z" else int(number)


def memory(process):
    """What a process holds of its own, in bytes, in memory or set aside by the system.

    Pages of files are left out: the system takes and gives these back as it likes.
    """
    told = dict(
        line.split(":", 1) for line in Path(f"/proc/{process}/status").read_text().splitlines()
    )
    return sum(int(told[name].split()[0]) for name in ("RssAnon", "VmSwap")) * 1024


def asks_for_huge_pages(process):
    """Whether any memory of a process is marked so, which the system then fills up by itself."""
    lines = Path(f"/proc/{process}/smaps").read_text().splitlines()
    return any(line.startswith("VmFlags") and " hg" in line for line in lines)


def connection(site):
    host, port = site.removeprefix("http://").split(":")
    return socket.create_connection((host, int(port)), timeout=20)
