"""Asks each door for a while what reaches new code: python -m tests.guided --seconds 60 [door ...]

Each runs in a process of its own, as one that finds a fault ends with it. What made the fault is kept
in the folder that is named at the end.
"""

import argparse
import re
import subprocess
import sys

from tests.browser.site import ROOT
from tests.guided.seeds import NAMES, write

KEPT = ROOT / ".cache" / "guided"
LONGEST, SLOWEST, MOST_MEMORY = 4_096, 10, 3_000  # bytes, seconds, megabytes
LIMITS = (f"-max_len={LONGEST}", f"-timeout={SLOWEST}", f"-rss_limit_mb={MOST_MEMORY}")
ENDED = re.compile(r"^#(\d+)\s+(?:DONE|REDUCE|NEW|pulse)\s+cov: (\d+)", re.MULTILINE)


def ask(door, seconds):
    """How the process ended, how many questions were asked, and how much code they reached."""
    folder = KEPT / door
    folder.mkdir(parents=True, exist_ok=True)
    write(folder, door)
    ended = subprocess.run(
        [sys.executable, "-m", "tests.guided.door", door, f"-max_total_time={seconds}", *LIMITS,
         f"-dict={folder.with_suffix('.dict')}", f"-artifact_prefix={folder}-fault-", folder],
        cwd=ROOT, capture_output=True, text=True, errors="replace", check=False,
    )  # fmt: skip
    asked = ENDED.findall(ended.stderr)
    return ended, *(asked[-1] if asked else ("0", "0"))


def main():
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seconds", type=int, default=60)
    asked.add_argument("doors", nargs="*", metavar="door", help=f"of {', '.join(NAMES)}")
    given = asked.parse_args()
    if unknown := set(given.doors) - set(NAMES):
        asked.error(f"There is no door {', '.join(unknown)}. Use: {', '.join(NAMES)}.")
    faults = 0
    for door in given.doors or NAMES:
        ended, times, reached = ask(door, given.seconds)
        faults += bool(ended.returncode)
        said = "no fault" if ended.returncode == 0 else f"FAULT, kept at {KEPT / door}-fault-*"
        print(
            f"{door:11} {int(times):9,} questions, {reached:>5} places reached: {said}", flush=True
        )
        if ended.returncode:
            print(ended.stdout[-1_500:] + ended.stderr[-3_000:])
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
