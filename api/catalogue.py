"""What there is: indicators and editions."""

import json
from typing import Any

from flask import Response

from api import described, documents, schemas
from api.answers import answered, written
from api.blueprint import Blueprint
from api.places import known_edition, known_indicator
from data.edition import MANIFEST, NAME, PUBLISHED_FOLDER, current_edition
from layouts.open_data import ROOT

blueprint = Blueprint("catalogue", __name__, url_prefix=ROOT, description="What there is")


@blueprint.reads(
    "/indicators", "All indicators", "Alla indikatorer", schemas.Edition, documents.Indicators
)
def every(asked: dict[str, Any]) -> Response:
    edition = known_edition(asked.get("edition"))
    return answered(
        asked,
        lambda: written(
            {
                "edition": edition.id,
                "indicators": [described.brief(each, edition) for each in described.every(edition)],
            }
        ),
    )


@blueprint.reads(
    "/indicators/<indicator>",
    "One indicator, with all that is known of it",
    "En indikator, med allt som är känt om den",
    schemas.Edition,
    documents.Indicator,
    statuses=(404,),
)
def one(asked: dict[str, Any], indicator: str) -> Response:
    edition = known_edition(asked.get("edition"))
    found = known_indicator(indicator)
    return answered(asked, lambda: written(described.whole(found, edition)))


@blueprint.reads(
    "/editions",
    "The editions, the current one first",
    "Utgåvorna, den aktuella först",
    schemas.Asked,
    documents.Editions,
)
def editions(asked: dict[str, Any]) -> Response:
    current = current_edition()
    return answered(
        asked,
        lambda: written({"current": current.id, "editions": [told(id_) for id_ in published()]}),
    )


def published() -> list[str]:
    """The editions whose files are there, newest first, the current one before all."""
    names = [path.name for path in PUBLISHED_FOLDER.iterdir() if NAME.fullmatch(path.name)]
    current = current_edition().id
    return [current, *sorted(set(names) - {current}, reverse=True)]


def told(id_: str) -> dict[str, Any]:
    manifest = json.loads((PUBLISHED_FOLDER / id_ / MANIFEST).read_bytes())
    return {
        "id": id_,
        "date": manifest["date"],
        "previous": manifest["previous"],
        "counts": manifest["counts"],
        "current": id_ == current_edition().id,
        "files": {
            name: {"address": f"/editions/{id_}/{name}", "sha256": sha256}
            for name, sha256 in manifest["files"].items()
            if "/" not in name
        },
    }
