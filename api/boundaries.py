"""The boundaries of areas, in the forms that maps and statistics programs read."""

from typing import Any

from flask import Response

from api import schemas, shapes
from api.answers import answered
from api.blueprint import Blueprint
from api.places import known_area, known_level
from api.problems import Problem
from geo import boundaries as files
from geo.levels import SWEDEN
from layouts.open_data import ROOT
from sending.kept import Answer

blueprint = Blueprint("boundaries", __name__, url_prefix=ROOT, description="Boundaries")

ENDS = {"geoparquet": "parquet"}


@blueprint.reads(
    "/boundaries/<level>",
    "Boundaries of a level",
    "En nivås gränser",
    schemas.BoundariesAsked,
    media=tuple(shapes.MEDIA_TYPES.values()),
)
def boundaries(asked: dict[str, Any], level: str) -> Response:
    return answered(asked, lambda edition: answer(asked, level))


def answer(asked: dict[str, Any], name: str) -> Answer:
    level, form = known_level(name, 404), asked["format"]
    scope = asked.get("scope", SWEDEN)
    if scope not in files.scopes(level):
        wide = known_area(scope, "scope")
        raise Problem(
            "combination",
            "scope",
            {"level": level.id, "code": wide.code, "name": wide.name},
            parameter="scope",
            value=scope,
        )
    about = {
        "areas_edition": files.drawn_edition(level),
        "sources": [f"{each.attribution}. {each.licence}" for each in files.origins()],
    }
    end = ENDS.get(form, form)
    file = None if form.endswith("json") else f"segregationskartan-{level.id}-{scope}.{end}"
    body = shapes.written(shapes.frame(level, scope), form, about)
    return Answer(body, shapes.MEDIA_TYPES[form], file)
