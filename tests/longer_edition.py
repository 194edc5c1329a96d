"""The site as if figures of RegSO went on over the areas of 2025: python -m tests.longer_edition.

The published figures are real; those of 2024 and 2025 are made up from them. Never committed as an
edition, and never shown as real. What chance gives is left out, which is slow to work out.
"""

import json
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import numpy as np

from data import store
from data.catalogue import indicators
from data.edition import MANIFEST, PUBLISHED_FOLDER, current_edition
from data.pipeline.compute import computed
from data.pipeline.evidence import evidence
from data.pipeline.files import compact, files
from data.pipeline.grid import Grid
from data.pipeline.inputs import Inputs
from data.pipeline.manifest import manifest
from data.pipeline.publish import publish
from data.pipeline.register import codes
from data.pipeline.united import united_areas
from geo.levels import levels
from tests.grids import MUNICIPALITY, REGSO, published

ROOT = Path(__file__).parents[1]
ON = date(2027, 4, 1)
YEARS, NEWER = (2020, 2021, 2022, 2023), (2024, 2025)
WHOLE = ("population", "born_in_sweden", "dwellings_rented", "dwellings_tenant_owned",
         "dwellings_owner_occupied")  # fmt: skip
SCRIPT = """
import json, sys
from app import server
client = server.test_client()
asked = json.loads(sys.argv[1])
answers = {address: client.get(address, follow_redirects=True) for address in asked}
print(json.dumps({address: [answer.status_code, answer.data.decode(errors="replace")]
                  for address, answer in answers.items()}))
"""


def inputs():
    """The published figures, and those of 2024 and 2025 for every figure but the dwellings."""
    known = published(YEARS).figures
    types = np.array([value("area_type", REGSO, year) for year in (2022, 2023)])
    known["area_type"] = Grid.of(REGSO, (2022, 2023), types)
    figures = {
        name: grid if name.startswith("dwellings") else longer(name, grid)
        for name, grid in known.items()
    }
    panel = {
        (MUNICIPALITY.id, one.measure.given): municipal(one)
        for one in indicators().values()
        if one.measure.given and current_edition().coverage(one, MUNICIPALITY)
    }
    given = {(REGSO.id, name): grid for name, grid in figures.items()} | panel
    existing = {MUNICIPALITY.id: panel[MUNICIPALITY.id, "population"]}
    return Inputs(figures, given, existing, (), complete=False)


def value(indicator, level, year):
    return store.values(indicators()[indicator], level, year).to_numpy()


def municipal(indicator):
    years = current_edition().coverage(indicator, MUNICIPALITY).years
    rows = [value(indicator.id, MUNICIPALITY, year) for year in years]
    return Grid.of(MUNICIPALITY, years, np.array(rows))


def longer(name, grid):
    """The figures of the last year again, of an area that is new those of the first area."""
    last = dict(zip(codes(REGSO, "2020"), grid.during(grid.years[-1:])[0], strict=True))
    first = next(iter(last.values()))
    newer = np.array([last.get(code, first) for code in codes(REGSO, "2025")])
    growing = 0.01 if name != "area_type" else 0
    rows = [newer * (1 + growing * (year - grid.years[-1])) for year in NEWER]
    rows = [np.round(row) if name in WHOLE else row for row in rows]
    return Grid.joined([grid, Grid.of(REGSO, NEWER, np.array(rows))])


def written(folder):
    """The name of the edition, published in a folder."""
    given = inputs()
    found = list(computed(given))
    found = [one for one in found if current_edition().coverage(one.indicator, one.grid.level)]
    tables = evidence(found, given, {}) | united_areas(found, given)
    content = files(found, tables)
    told = manifest(found, tables, content, (), ON, current_edition().id)
    publish(folder, told["edition"], content | {MANIFEST: compact(told)})
    return told["edition"]


def site(folder):
    """The root of a site that shows the longer edition, with the current one beside it."""
    copied(folder, ("data", PUBLISHED_FOLDER.name))
    place = folder / "data" / PUBLISHED_FOLDER.name
    shutil.copytree(current_edition().folder, place / current_edition().id)
    written(place)
    return folder


def copied(folder, *own):
    """A folder that is the project, but for some folders of rooms, which are made empty."""
    rooms = {room for room, _ in own}
    for path in ROOT.iterdir():
        if path.name not in {*rooms, ".git", ".cache"}:
            (folder / path.name).symlink_to(path)
    for room in rooms:
        (folder / room).mkdir(parents=True)
        for path in (ROOT / room).iterdir():
            if (room, path.name) in own:
                (folder / room / path.name).mkdir()
            else:
                (folder / room / path.name).symlink_to(path)


def answers(root, addresses):
    """Status and text of each address, asked in a process of its own."""
    done = run(root, SCRIPT, json.dumps(list(addresses)))
    return {address: tuple(answer) for address, answer in json.loads(done).items()}


def run(root, script, *words):
    """What a script prints in a process that knows the longer edition alone."""
    done = subprocess.run(
        [sys.executable, "-c", script, *words], cwd=root, capture_output=True, text=True,
        timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[-1]


if __name__ == "__main__":
    print(levels()["regso"].edition_over((*YEARS, *NEWER)), site(Path(sys.argv[1])))
