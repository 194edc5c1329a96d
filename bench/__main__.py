"""python -m bench: every measurement side by side in one run; writes docs/PERFORMANCE.md."""

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import api, formats, growth, indices
from bench.builds import Measured, a_browser, measured
from bench.contenders import FLOOR, NAIVE, OURS, OWN_LEVEL, running
from bench.frames import frames
from bench.front import front
from bench.goals import Found
from bench.machine import load
from bench.report import tables, written
from bench.start import start
from tests.browser.site import ROOT

PAGE = ROOT / "docs" / "PERFORMANCE.md"
NOTES = Path(__file__).with_name("notes.md")


def main() -> int:
    began, before = time.monotonic(), load()
    print("The same job in every build:", flush=True)
    builds = measured()
    found = rest(builds)
    parts = [
        *tables(builds, found),
        "\n## Values: JSON or columns\n\nBytes.\n",
        formats.main(),
        "\n## Api\n",
        api.main(),
        "\n## Pipeline\n",
        growth.main(),
    ]
    print("\n" + "\n".join(parts) + "\n")
    taken = time.monotonic() - began
    PAGE.write_text(written(parts, taken, (before, load()), NOTES.read_text("utf-8")), "utf-8")
    print(f"\nWritten to {PAGE.relative_to(ROOT)}. {indices.__doc__}\n")
    indices.main()
    return 0


def rest(builds: list[Measured]) -> Found:
    by_name = {one.name: one for one in builds}
    print("  start, frames, nginx and the crowd ...", flush=True)
    times = start()
    with (
        TemporaryDirectory() as folder,
        running(OURS, OWN_LEVEL, Path(folder)) as site,
        a_browser() as browser,
    ):
        moved = {level: frames(browser, site.site, level) for level in (OWN_LEVEL, "regso")}
    return Found(*(by_name[one.name] for one in (NAIVE, OURS, FLOOR)), moved, front(), times)


if __name__ == "__main__":
    sys.exit(main())
