"""The registers of levels that are awaited, from the boundaries that were fetched.

python -m data.pipeline.sources fetch boundaries
python -m data.pipeline registers
"""

import argparse
import csv
import io
from collections.abc import Sequence
from pathlib import Path

from data.pipeline.errors import CheckError
from data.pipeline.register import codes
from data.pipeline.sources.__main__ import SNAPSHOTS
from data.pipeline.sources.boundaries import layers
from data.pipeline.sources.fetch import Fetcher, sources
from data.pipeline.sources.geopackage import Feature
from data.pipeline.sources.snapshots import Snapshots, write
from geo.areas import AREAS_FOLDER
from geo.levels import Level, declared_levels, levels

COLUMNS = ("code", "name", "parent")


def main(arguments: Sequence[str] = ()) -> None:
    form = argparse.ArgumentParser(prog="python -m data.pipeline registers")
    form.add_argument("--snapshots", type=Path, default=SNAPSHOTS, help="the folder of the answers")
    form.add_argument("--output", type=Path, default=AREAS_FOLDER, help="the folder of registers")
    options = form.parse_args(arguments)
    for name in build(Fetcher(Snapshots(options.snapshots)), options.output):
        print(f"{name} is written.")


def build(fetcher: Fetcher, output: Path) -> list[str]:
    """The names of the files, one for every edition of every level that is awaited."""
    texts = {}
    for level in (one for one in declared_levels().values() if one.awaited):
        for edition in level.editions:
            layer = layers()[f"{level.id}_{edition}"]
            features = fetcher.replay(sources()[f"boundaries-{layer.id}"])
            texts[f"{level.id}{edition}.csv"] = register(level, layer.code, features)
    for name, text in texts.items():
        write(output / name, text.encode())
    return list(texts)


def register(level: Level, code: str, features: Sequence[Feature]) -> str:
    """Code, name and parent of every area in the order of their codes.

    The areas have no names of their own, so the code stands for it. A code begins with its
    parent's, which must be in its register.
    """
    wider = levels()[str(level.parent)]
    parents = codes(wider, None)
    size = len(parents[0])
    found = sorted(feature["properties"][code] for feature in features)
    for one in found:
        if one[:size] not in parents:
            raise CheckError(
                f"The {level.id} area {one} lies in {one[:size]}, which is no area of the level "
                f"{wider.id!r}. Compare geo/areas with SCB's, or fetch the boundaries again."
            )
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([COLUMNS, *((one, one, one[:size]) for one in found)])
    return text.getvalue()
