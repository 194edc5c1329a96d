"""Files damaged on disk, folders that cannot be written, descriptors that run out, a clock set back."""

import json
import os
import shutil
import subprocess
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from tests.browser.site import ROOT, served
from tests.faults.processes import connection, log, told, wait_for
from tests.faults.visitors import go_on, visited

NOT_COPIED = shutil.ignore_patterns(
    ".git", ".venv", ".cache", "screenshots", "__pycache__", "*.br", "*.gz", ".*_cache", "tests"
)
FAKETIME = sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))
# In a space of its own, where the file system may be made read-only and small ones may be added.
OWN_SPACE = ["unshare", "--mount", "--map-root-user"]
DESCRIPTORS = 80


def can_have_own_space():
    asked = [*OWN_SPACE, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return subprocess.run(asked, check=False, capture_output=True).returncode == 0


@contextmanager
def copied(folder):
    """A copy of the project with a former edition, of the same figures, beside the current one."""
    root = Path(shutil.copytree(ROOT, folder / "copy", ignore=NOT_COPIED, symlinks=True))
    published = root / "data" / "published"
    current = (published / "current").read_text().strip()
    former = f"2000-01-01-{current[-8:]}"
    shutil.copytree(published / current, published / former)
    manifest = published / former / "manifest.json"
    told_ = json.loads(manifest.read_text()) | {"edition": former, "date": "2000-01-01"}
    manifest.write_text(json.dumps(told_))
    yield root, published / current, former
    shutil.rmtree(root)


def truncated(edition):
    file = edition / "values.parquet"
    file.write_bytes(file.read_bytes()[:-100])
    return file


def flipped(edition):
    file = edition / "chance.parquet"
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    return file


def half_written(edition):
    """As a copy that broke off: the manifest is there, not all files are."""
    file = max((edition / "values").glob("*.json"))
    file.unlink()
    return file


DAMAGES = {
    "Edition truncated": ("values.parquet lacks its last 100 bytes, at start", truncated),
    "Edition bit-flipped": ("one bit of chance.parquet, at start", flipped),
    "New edition half written": ("`current` names it, a file is missing, at start", half_written),
}


def damaged_editions(folder, faults=tuple(DAMAGES)):
    """Started on a damaged edition, the former one is shown, and health says so."""
    for fault in faults:
        injected, damage = DAMAGES[fault]
        place = folder / damage.__name__
        place.mkdir()
        with copied(place) as (root, edition, former):
            file = damage(edition)
            with served(place, root=root, RATE_LIMIT="none") as site:
                with visited(site, fault, injected) as outcome:
                    wait_for(lambda outcome=outcome: outcome.requests > 20)
                ready = told(site, "/readyz")
                outcome.notes |= {
                    "status": ready["status"],
                    "named": file.name in (ready["fault"] or ""),
                    "former": ready["edition"] == former,
                }
                yield outcome


def flipped_while_running(folder):
    """The copy in memory is shown on; health says that the files are no longer those."""
    with copied(folder) as (root, edition, _), served(folder, root=root, RATE_LIMIT="none") as site:
        fault = "Edition bit-flipped while it is shown"
        with visited(site, fault, "one bit of chance.parquet, no restart") as outcome:
            flipped(edition)
            wait_for(lambda: outcome.requests > 20)
        ready = wait_for(lambda: told(site, "/readyz")["fault"] and told(site, "/readyz"))
        outcome.notes |= {"status": ready["status"], "named": "chance.parquet" in ready["fault"]}
    return outcome


def read_only(folder):
    """Nothing but the memory file system can be written, as in a container that is read-only."""
    space = f"{' '.join(OWN_SPACE)} bash -c 'mount -o remount,bind,ro / && {{}}'"
    with (
        served(folder, within=f"exec {space}", RATE_LIMIT="none") as site,
        visited(site, "Read-only file system", "/ remounted read-only before the start") as outcome,
    ):
        wait_for(lambda: outcome.requests > 50)
        outcome.notes["cache"] = told(site)["cache"]
    return outcome


def full(folder):
    """The cache's folder lies on a disk of 16 kB, which the first answers fill."""
    place = folder / "cache"
    place.mkdir(mode=0o700)
    mount = f"mount -t tmpfs -o size=16k,mode=700 tmpfs {place}"
    space = f"{' '.join(OWN_SPACE)} bash -c '{mount} && {{}}'"
    with (
        served(folder, within=f"exec {space}", RATE_LIMIT="none") as site,
        visited(site, "Cache folder full", "a disk of 16 kB") as outcome,
    ):
        wait_for(lambda: ", so answers are computed" in log(folder))
        wait_for(lambda: outcome.requests > 100)
        outcome.notes["tracebacks"] = log(folder).count("Traceback")
    return outcome


def corrupted(folder):
    """Every file of the cache is overwritten while it is in use."""
    place = folder / "cache"
    fault = "Cache folder corrupted"
    with (
        served(folder, RATE_LIMIT="none") as site,
        visited(site, fault, "files overwritten or a byte flipped, then all removed") as outcome,
    ):
        wait_for(lambda: outcome.requests > 50)
        for number, file in enumerate(place.iterdir()):
            # Some are replaced at this very moment.
            with suppress(FileNotFoundError):
                spoil(file, wholly=number % 2 == 0)
        wait_for(lambda: "is damaged, so it is computed" in log(folder))
        shutil.rmtree(place, ignore_errors=True)
        go_on(outcome, 50)
    outcome.notes["tracebacks"] = log(folder).count("Traceback")
    return outcome


def spoil(file, wholly):
    """Overwrite a file at random, or change a byte in the middle of what it keeps."""
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 0xFF
    with file.open("r+b") as opened:
        opened.write(os.urandom(len(content)) if wholly else content)


def no_descriptors(folder):
    """More connections than a process may have files open; once they are gone, all is well."""
    fault = "Out of file descriptors"
    limit = f"ulimit -n {DESCRIPTORS}; {{}}"
    with served(folder, within=limit, RATE_LIMIT="none", WEB_CONCURRENCY="1") as site:
        with ExitStack() as clients, visited(site, fault, f"{DESCRIPTORS} of them") as outcome:
            for _ in range(DESCRIPTORS + 20):
                clients.enter_context(connection(site))
            before = outcome.requests
            wait_for(lambda: outcome.requests > before + 20)
        outcome.notes["recovered"] = wait_for(lambda: told(site)["status"] == "ok")
    return outcome


def clock_backwards(folder):
    """The clock is set back by a day, and on by two, while visitors ask."""
    clock = folder / "clock"
    clock.write_text("+0")
    faked = {
        "FAKETIME_TIMESTAMP_FILE": str(clock),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }
    # For gunicorn alone: what keeps it waits by a call that the faked clock does not know.
    preload = f"env LD_PRELOAD={FAKETIME[0]}"
    within = f"line='{{}}'; eval \"${{line/ gunicorn / {preload} gunicorn }}\""
    with served(folder, within=within, RATE_LIMIT="none", **faked) as site:
        with visited(site, "Clock set back", "a day back, then two on (faketime)") as outcome:
            for shift in ("-86400", "+86400"):
                clock.write_text(shift)
                before = outcome.requests
                wait_for(lambda before=before: outcome.requests > before + 40)
        outcome.notes["dates"] = {line[:10] for line in log(folder).splitlines() if " GET " in line}
        outcome.notes["cache"] = told(site)["cache"]
    return outcome
