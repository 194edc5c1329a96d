"""Writes the reports of all municipalities as PDF: `python -m callbacks.reports FOLDER`."""

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


def main(arguments: Sequence[str] | None = None) -> None:
    asked = parser().parse_args(arguments)
    asked.folder.mkdir(parents=True, exist_ok=True)
    register = areas(levels()["municipality"])
    places = [register[code] for code in asked.only or register]
    store.load()
    evidence.load()
    jobs = [(asked.folder, place, asked.language, asked.site) for place in places]
    with ProcessPoolExecutor() as processes:
        for _ in tqdm(processes.map(write, jobs), total=len(jobs), unit="report"):
            pass


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="python -m callbacks.reports", description=__doc__)
    made.add_argument("folder", type=Path, metavar="FOLDER")
    made.add_argument("--language", default=DEFAULT, choices=list(languages()))
    made.add_argument("--site", default="", help="what links begin with: https://example.org")
    known = list(areas(levels()["municipality"]))
    made.add_argument("--only", nargs="+", choices=known, metavar="CODE", help="not all 290")
    return made


def write(job: tuple[Path, Area, str, str]) -> None:
    """One report into the folder, whole or not at all."""
    folder, place, language, site = job
    asked = Asked(REPORT, language, place)
    made = paper.written(written(document(asked), asked, site), site or "/")
    unfinished = folder / f".unfinished-{place.code}"
    unfinished.write_bytes(made)
    unfinished.replace(folder / filename(language, place))


if __name__ == "__main__":
    main()
