"""All of one indicator in a file: the values, what they are, and how to cite them."""

import json
from functools import partial
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from flask import Response

from api import described, question, readme, rows, schemas
from api.answers import answered
from api.blueprint import Blueprint
from api.formats import text
from api.places import known_indicator
from data.catalogue import Indicator
from data.edition import Edition
from layouts.open_data import ROOT
from sending.kept import Answer

blueprint = Blueprint("bundle", __name__, url_prefix=ROOT, description="Bundles")

MEDIA_TYPE = "application/zip"
# The same values give the same bytes, whenever they are asked for.
WRITTEN = (2020, 1, 1, 0, 0, 0)


@blueprint.reads(
    "/bundle/<indicator>.zip",
    "All of one indicator in a file: data.csv, metadata.json and README.txt",
    "Allt om en indikator i en fil: data.csv, metadata.json och README.txt",
    schemas.Edition,
    media=(MEDIA_TYPE,),
)
def bundle(asked: dict[str, Any], indicator: str) -> Response:
    return answered(asked, partial(answer, indicator))


def answer(name: str, edition: Edition) -> Answer:
    found = known_indicator(name, edition)
    file = f"segregationskartan-{found.id}-{edition.id}.zip"
    return Answer(zipped(found, edition), MEDIA_TYPE, file, described.links([found], edition))


def zipped(indicator: Indicator, edition: Edition) -> bytes:
    wanted = question.read({"indicator": indicator.id}, edition)
    metadata = json.dumps(described.whole(indicator, edition), ensure_ascii=False, indent=2)
    files = {
        "data.csv": text.csv(rows.pieces(wanted, rows.page(wanted, wanted.rows, None))),
        "metadata.json": metadata.encode(),
        "README.txt": "\n".join(readme.lines([indicator], edition)).encode(),
    }
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(ZipInfo(name, WRITTEN), content, ZIP_DEFLATED)
    return file.getvalue()
