"""An older edition, published beside a copy of the current one by the pipeline's own last step."""

import hashlib
import io
import json
import shutil

import pyarrow
import pyarrow.parquet

from data.edition import CURRENT, MANIFEST, PUBLISHED_FOLDER, VALUES, content_hash, current_edition
from data.pipeline.publish import make_current, publish

DATE = "2019-05-01"
ADDED = 1.5


def published(folder, without="area_type"):
    """A folder with the current edition and an older one, whose name is given back.

    The older one may lack an indicator, and its other values are larger by `ADDED`, but for types.
    """
    current = current_edition()
    shutil.copytree(current.folder, folder / current.id)
    name, files = older(current, without)
    publish(folder, name, files)
    make_current(folder, current.id)
    assert (folder / CURRENT).read_text() == (PUBLISHED_FOLDER / CURRENT).read_text()
    return name


def older(current, without):
    manifest = json.loads((current.folder / MANIFEST).read_bytes())
    files = {file: (current.folder / file).read_bytes() for file in manifest["files"]}
    files[VALUES] = changed(files[VALUES], without)
    manifest["files"][VALUES] = hashlib.sha256(files[VALUES]).hexdigest()
    manifest["indicators"].pop(without, None)
    name = f"{DATE}-{content_hash(manifest)}"
    manifest |= {"edition": name, "date": DATE}
    return name, files | {MANIFEST: json.dumps(manifest).encode()}


def changed(values, without):
    table = pyarrow.parquet.read_table(io.BytesIO(values))
    if without:
        table = table.filter(pyarrow.compute.field("indicator") != without)
    place = table.schema.get_field_index("value")
    types = pyarrow.compute.equal(table["indicator"], "area_type")
    added = pyarrow.compute.if_else(types, 0.0, ADDED)
    more = pyarrow.compute.add(table["value"], added)
    file = io.BytesIO()
    pyarrow.parquet.write_table(table.set_column(place, "value", more), file)
    return file.getvalue()
