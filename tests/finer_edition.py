"""The site as if there were DeSO: python -m tests.finer_edition FOLDER

Each RegSO is made into two made-up DeSO, with half of its people and half of its ground each. Never
committed, and never shown as real. Run in a folder that `site` has made, it publishes the edition.
"""

import csv
import hashlib
import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import shapely

from data.edition import MANIFEST, PUBLISHED_FOLDER, current_edition
from data.pipeline.compute import computed
from data.pipeline.evidence import evidence
from data.pipeline.files import compact, files
from data.pipeline.grid import Grid
from data.pipeline.manifest import manifest
from data.pipeline.publish import publish
from data.pipeline.register import codes
from geo.areas import AREAS_FOLDER
from geo.boundaries import FOLDER, INDEX
from geo.levels import levels
from tests import longer_edition
from tests.grids import REGSO
from tests.longer_edition import copied
from tests.source_country import halves

ROOT = Path(__file__).parents[1]
ON = date(2027, 4, 1)
COUNTED = ("population", "born_in_sweden")
SCOPES = ("00", "09", "0980")  # what boundaries are made for
EDITIONS = {"2018": "2020", "2025": "2025"}


def site(folder):
    """The root of a site with DeSO on its map."""
    copied(
        folder, ("data", PUBLISHED_FOLDER.name), ("geo", AREAS_FOLDER.name), ("geo", FOLDER.name)
    )
    published_at = folder / "data" / PUBLISHED_FOLDER.name
    (published_at / current_edition().id).symlink_to(current_edition().folder)
    (published_at / "current").write_text(current_edition().id)
    registers(folder / "geo" / "areas")
    boundaries(folder / "geo" / "boundaries")
    command = [sys.executable, "-m", "tests.finer_edition"]
    subprocess.run(command, cwd=folder, check=True, timeout=300)
    return folder


def registers(folder):
    for path in AREAS_FOLDER.iterdir():
        (folder / path.name).symlink_to(path)
    for deso, regso in EDITIONS.items():
        rows = [[code, code, code[:4]] for code in halves(codes(REGSO, regso))]
        with (folder / f"deso{deso}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([["code", "name", "parent"], *rows])


def boundaries(folder):
    for path in FOLDER.iterdir():
        if path.name != INDEX:
            (folder / path.name).symlink_to(path)
    index = json.loads((FOLDER / INDEX).read_bytes())
    index["files"]["deso"] = {scope: _drawn(folder, index, scope) for scope in SCOPES}
    for edition in ("2018", "2025", "2018-2025"):
        every = {code for one in edition.split("-") for code in halves(codes(REGSO, EDITIONS[one]))}
        register = {"level": "deso", "edition": edition, "codes": sorted(every),
                    "names": sorted(every), "boxes": [None] * len(every), "changed": []}  # fmt: skip
        index["areas"][f"deso{edition}"] = _kept(folder, f"areas-deso{edition}.json", register) | {
            "areas": len(every)
        }
    (folder / INDEX).write_text(json.dumps(index))


def _drawn(folder, index, scope):
    """The west and the east half of each RegSO of a scope."""
    known = index["files"]["regso"][scope]
    content = json.loads((FOLDER / known["file"]).read_bytes())
    content["features"] = [
        feature | {"id": code, "geometry": json.loads(shapely.to_geojson(half))}
        for feature in content["features"]
        for code, half in zip(halves([feature["id"]]), _halves(feature["geometry"]), strict=True)
    ]
    entry = _kept(folder, f"deso-{scope}.geojson", content)
    return entry | {"bbox": known["bbox"], "areas": len(content["features"])}


def _halves(geometry):
    shape = shapely.from_geojson(json.dumps(geometry))
    west, south, east, north = shape.bounds
    middle = shape.representative_point().x
    boxes = (shapely.box(west, south, middle, north), shapely.box(middle, south, east, north))
    return [shapely.orient_polygons(shape.intersection(box), exterior_cw=True) for box in boxes]


def _kept(folder, name, content):
    body = json.dumps(content).encode()
    (folder / name).write_bytes(body)
    return {"file": name, "sha256": hashlib.sha256(body).hexdigest()}


def inputs():
    """The figures of the longer edition, and what is counted by half in each DeSO."""
    deso, known = levels()["deso"], longer_edition.inputs()
    finer = {(deso.id, name): _halved(deso, known.figures[name]) for name in COUNTED}
    return replace(known, given=known.given | finer)


def _halved(deso, grid):
    rows = []
    for year in grid.years:
        order = np.argsort(halves(codes(REGSO, REGSO.edition(year))))
        half = np.repeat(grid.during([year]) // 2, 2, axis=1)[:, order]
        rows.append(Grid.of(deso, [year], half))
    return Grid.joined(rows)


def written(folder):
    given = inputs()
    found = [
        one
        for one in computed(given)
        if one.grid.level.id == "deso" or current_edition().coverage(one.indicator, one.grid.level)
    ]
    tables = evidence(found, given, {})
    content = files(found, tables)
    told = manifest(found, tables, content, (), ON, current_edition().id)
    publish(folder, told["edition"], content | {MANIFEST: compact(told)})


if __name__ == "__main__":
    written(PUBLISHED_FOLDER) if len(sys.argv) == 1 else site(Path(sys.argv[1]))
