"""The boundaries of the map, and the registers with them, of what was fetched.

python -m data.pipeline.sources fetch boundaries
python -m data.pipeline boundaries
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import shapely

from data.pipeline.errors import PipelineError
from data.pipeline.sources import boundaries
from data.pipeline.sources.__main__ import SNAPSHOTS
from data.pipeline.sources.boundaries import Layer as Declared
from data.pipeline.sources.fetch import Fetcher, sources
from data.pipeline.sources.geopackage import Feature
from data.pipeline.sources.snapshots import Snapshots
from geo.build.__main__ import add_options
from geo.build.error import GeoBuildError
from geo.build.layer import Layer
from geo.build.make import Options, make


def main(arguments: Sequence[str] = ()) -> None:
    form = argparse.ArgumentParser(prog="python -m data.pipeline boundaries")
    form.add_argument("--snapshots", type=Path, default=SNAPSHOTS, help="the folder of the answers")
    add_options(form)
    given = vars(form.parse_args(arguments))
    build(Fetcher(Snapshots(given.pop("snapshots"))), Options(**given))


def build(fetcher: Fetcher, options: Options) -> None:
    """Build of every layer that was fetched; PipelineError where there is none or one is wrong."""
    fetched = list(layers(fetcher))
    if not fetched:
        raise PipelineError(
            f"{fetcher.snapshots.folder} holds no boundaries. Run 'python -m data.pipeline fetch "
            "boundaries' first, or name the folder that holds them with --snapshots."
        )
    try:
        make(options, fetched)
    except GeoBuildError as error:
        raise PipelineError(str(error)) from error


def layers(fetcher: Fetcher) -> Iterator[Layer]:
    """The newest snapshot of every layer that there is one of."""
    for declared in boundaries.layers().values():
        source = sources()[f"boundaries-{declared.id}"]
        if fetcher.snapshots.has(source.id):
            features = fetcher.replay(source)
            yield layer(declared, features, origin(fetcher, source.id, declared))


def layer(declared: Declared, features: Sequence[Feature], source: dict[str, str]) -> Layer:
    level, _, edition = declared.id.partition("_")
    told = [feature["properties"] for feature in features]
    names = {str(one[declared.code]): str(one[declared.named]) for one in told}
    shapes = shapely.from_geojson([json.dumps(feature["geometry"]) for feature in features])
    return Layer(level, edition, names, np.asarray(shapes), source)


def origin(fetcher: Fetcher, dataset: str, declared: Declared) -> dict[str, str]:
    """Where a layer comes from, told as of a package: its version is the id of its manifest."""
    id_ = fetcher.snapshots.current(dataset)
    manifest = fetcher.snapshots.manifest(dataset, id_)
    answer = next(iter(manifest.answers.values()))
    contains = declared.name.replace("_", " ")
    return {
        "package": declared.layer,
        "version": id_,
        "file": f"manifests/{dataset}/{id_}.json",
        "sha256": fetcher.snapshots.checksum(dataset, id_),
        "contains": contains,
        "publisher": answer.publisher,
        "licence": answer.licence,
        "attribution": f"{contains}: {answer.publisher}",
        "address": manifest.address,
    }
