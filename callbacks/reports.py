"""Writes the reports of all municipalities as PDF: `python -m callbacks.reports FOLDER`.

What is there already of this edition is kept, so that a run that was broken off goes on.
"""

import argparse
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tqdm import tqdm

from callbacks.report import document, filename
from data import evidence, store
from geo.areas import Area, areas
from geo.levels import levels
from layouts.document import written
from layouts.language import DEFAULT, languages
from layouts.paths import REPORT, Asked
from sending import paper

Job = tuple[Path, Area, str, str]


def main(arguments: Sequence[str] | None = None) -> None:
    asked = parser().parse_args(arguments)
    asked.folder.mkdir(parents=True, exist_ok=True)
    register = areas(levels()["municipality"])
    places = [register[code] for code in asked.only or register]
    store.load()
    evidence.load()
    jobs = lacking(asked.folder, places, asked.language, asked.site)
    if kept := len(places) - len(jobs):
        print(
            f"{kept} of {len(places)} are in {asked.folder} already. Remove them to make them anew."
        )
    with ProcessPoolExecutor(asked.processes) as processes:
        for _ in tqdm(processes.map(write, jobs), total=len(jobs), unit="report"):
            pass


def lacking(folder: Path, places: Sequence[Area], language: str, site: str) -> list[Job]:
    """A job for each report that is not there; the edition is part of a file's name."""
    return [
        (folder, place, language, site)
        for place in places
        if not (folder / filename(language, place)).is_file()
    ]


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="python -m callbacks.reports", description=__doc__)
    made.add_argument("folder", type=Path, metavar="FOLDER")
    made.add_argument("--language", default=DEFAULT, choices=list(languages()))
    made.add_argument("--site", default="", help="what links begin with: https://example.org")
    made.add_argument("--processes", type=int, help="as many as there are processors")
    known = list(areas(levels()["municipality"]))
    made.add_argument("--only", nargs="+", choices=known, metavar="CODE", help="not all 290")
    return made


def write(job: Job) -> None:
    """One report into the folder, whole or not at all."""
    folder, place, language, site = job
    asked = Asked(REPORT, language, place)
    made = paper.written(written(document(asked), asked, site), site or "/")
    unfinished = folder / f".unfinished-{place.code}"
    unfinished.write_bytes(made)
    unfinished.replace(folder / filename(language, place))


if __name__ == "__main__":
    main()
