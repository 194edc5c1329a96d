"""The areas that exchanged land with one another, counted together: our estimate."""

import math
from typing import Any

from flask import Response

from api import described, documents, schemas
from api.answers import answered, written
from api.blueprint import Blueprint
from api.places import known_area
from data.edition import Edition
from data.united import estimates
from geo.areas import Area
from geo.united import united
from layouts.open_data import ROOT
from sending.kept import Answer

blueprint = Blueprint("united", __name__, url_prefix=ROOT, description="United areas")

METHOD = {
    "sv": "Vår uppskattning, inte SCB:s siffror. Områden som bytte mark med varandra mellan två "
    "indelningar räknas samman i varje år: antal läggs ihop, och en andel räknas på sina två "
    "antal. Vilka som bytte mark är enligt SCB:s nyckel; complete är false där nyckeln inte "
    "säger vem ett område bytte med, och då ges inga värden.",
    "en": "Our estimate, not figures of Statistics Sweden. Areas that exchanged land between two "
    "editions are counted together in every year: numbers are added, and a share is made of its "
    "two numbers. Which exchanged land is by Statistics Sweden's key; complete is false where the "
    "key does not say whom an area exchanged with, and then there are no values.",
}


@blueprint.reads(
    "/united/<code>",
    "The areas that one exchanged land with, counted together: our estimate",
    "Områdena som ett område bytte mark med, räknade samman: vår uppskattning",
    schemas.Edition,
    documents.United,
)
def one(asked: dict[str, Any], code: str) -> Response:
    area = known_area(code, status=404)
    return answered(asked, lambda edition: answer(area, edition))


def answer(area: Area, edition: Edition) -> Answer:
    """Values by indicator and year; none where the edition's years all have the same areas."""
    union = united(area.code)
    found = estimates(union.code, edition) if union else {}
    held = described.every(edition)
    rows = [
        {
            "indicator": id_,
            "year": int(str(year)),
            "value": None if math.isnan(line["value"]) else line["value"],
            "status": line["status"],
        }
        for id_, values in found.items()
        for year, line in values.iterrows()
    ]
    told = {"edition": edition.id, "area": area.code, "united": brief(area), "method": METHOD}
    indicators = [described.brief(held[id_], edition) for id_ in found]
    links = described.links([held[id_] for id_ in found], edition)
    return written(told | {"indicators": indicators, "data": rows}, links)


def brief(area: Area) -> dict[str, Any] | None:
    """The union of an area; none where its border is the same in all editions."""
    union = united(area.code)
    if union is None:
        return None
    return {
        "code": union.code,
        "areas": {edition: list(codes) for edition, codes in union.parts.items()},
        "complete": union.complete,
        "values": f"{ROOT}/united/{area.code}" if union.complete else None,
    }
