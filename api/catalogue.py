"""What there is: indicators and editions."""

import json
from typing import Any

from flask import Response

from api import described, documents, schemas
from api.answers import answered, written
from api.blueprint import Blueprint
from api.places import known_editions, known_indicator
from data.edition import MANIFEST, Edition
from layouts.open_data import ROOT

blueprint = Blueprint("catalogue", __name__, url_prefix=ROOT, description="What there is")


@blueprint.reads(
    "/indicators", "All indicators", "Alla indikatorer", schemas.Edition, documents.Indicators
)
def every(asked: dict[str, Any]) -> Response:
    return answered(
        asked,
        lambda edition: written(
            {
                "edition": edition.id,
                "indicators": [
                    described.brief(each, edition) for each in described.every(edition).values()
                ],
            }
        ),
    )


@blueprint.reads(
    "/indicators/<indicator>",
    "One indicator, with all that is known of it",
    "En indikator, med allt som är känt om den",
    schemas.Edition,
    documents.Indicator,
)
def one(asked: dict[str, Any], indicator: str) -> Response:
    return answered(
        asked,
        lambda edition: written(described.whole(known_indicator(indicator, edition), edition)),
    )


@blueprint.reads(
    "/editions",
    "The editions that can be asked for, the current one first",
    "Utgåvorna som går att fråga efter, den aktuella först",
    schemas.Asked,
    documents.Editions,
)
def editions(asked: dict[str, Any]) -> Response:
    there = known_editions()
    return answered(
        asked | {"there": there},
        lambda current: written(
            {"current": current.id, "editions": [told(id_, current) for id_ in there]}
        ),
    )


def told(id_: str, current: Edition) -> dict[str, Any]:
    """An edition as its manifest tells it, and its files."""
    manifest = json.loads((current.folder.parent / id_ / MANIFEST).read_bytes())
    return {
        "id": id_,
        "date": manifest["date"],
        "previous": manifest["previous"],
        "counts": manifest["counts"],
        "current": id_ == current.id,
        "indicators": f"{ROOT}/indicators?edition={id_}",
        "files": {
            name: {"address": f"/editions/{id_}/{name}", "sha256": sha256}
            for name, sha256 in manifest["files"].items()
            if "/" not in name
        },
    }
