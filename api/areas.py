"""The areas: names, places among the levels, neighbours, and what changed between editions."""

from functools import partial
from typing import Any
from urllib.parse import quote, urlencode

from flask import Response

from api import documents, schemas
from api.alike import alike
from api.answers import answered, written
from api.blueprint import Blueprint
from api.places import known_area, known_level
from api.problems import malformed
from api.united import brief as united
from data.edition import Edition
from geo import areas as register
from geo import crosswalk
from geo.areas import Area
from geo.search import search
from layouts.open_data import ROOT
from sending.kept import Answer

blueprint = Blueprint("areas", __name__, url_prefix=ROOT, description="Areas")


@blueprint.reads(
    "/areas",
    "Areas by level, by parent or by name",
    "Områden efter nivå, överordnat område eller namn",
    schemas.AreasAsked,
    documents.Areas,
)
def every(asked: dict[str, Any]) -> Response:
    return answered(asked, partial(listed, asked), lasts=False)


def listed(asked: dict[str, Any], edition: Edition) -> Answer:
    found = wanted(asked)
    start = after(found, asked.get("after"))
    shown = found[start : start + asked["limit"]]
    more = start + len(shown) < len(found)
    next_ = asked | {"edition": edition.id, "after": shown[-1].code} if more else None
    return written(
        {
            "edition": edition.id,
            "areas": [brief(area) for area in shown],
            "total": len(found),
            "next": f"{ROOT}/areas?{urlencode(next_, quote_via=quote)}" if next_ else None,
        }
    )


@blueprint.reads("/areas/<code>", "One area", "Ett område", schemas.Edition, documents.Area)
def one(asked: dict[str, Any], code: str) -> Response:
    area = known_area(code, status=404)
    return answered(asked, lambda edition: written(whole(area, edition)), lasts=False)


def wanted(asked: dict[str, Any]) -> list[Area]:
    """The areas asked for: the best fits of a text, else in the order of levels and codes."""
    found = list(register.everywhere())
    if asked.get("q"):
        found = search(asked["q"], schemas.MOST_AREAS_LISTED)
    if asked.get("level"):
        level = known_level(asked["level"])
        found = [area for area in found if area.level is level]
    if asked.get("parent"):
        parent = known_area(asked["parent"], "parent")
        found = [area for area in found if area.parent == parent.code]
    return found


def after(found: list[Area], code: str | None) -> int:
    if code is None:
        return 0
    for place, area in enumerate(found, start=1):
        if area.code == code:
            return place
    raise malformed("after", code, "after_area")


def brief(area: Area) -> dict[str, Any]:
    return {
        "code": area.code,
        "name": area.name,
        "level": area.level.id,
        "parent": area.parent,
    }


def whole(area: Area, edition: Edition) -> dict[str, Any]:
    return brief(area) | {
        "edition": edition.id,
        "level_label": area.level.label,
        "ancestors": [brief(wider) for wider in register.ancestors(area)],
        "children": [child.code for child in register.children(area)],
        "peers": alike(area, edition),
        "neighbours": list(register.neighbours(area.code)),
        "areas_editions": {id_: named for id_ in area.level.editions if (named := name(area, id_))},
        "changes": [
            {"from": row.code_2020, "to": row.code_2025, "change": row.change}
            for row in crosswalk.changes()
            if area.code in (row.code_2020, row.code_2025)
        ],
        "united": united(area),
        "values": f"{ROOT}/values?indicator=all&area={area.code}",
    }


def name(area: Area, edition: str) -> str | None:
    """What the area is called in an edition of its level; None where it is not in it."""
    found = register.area(area.code, edition)
    return found.name if found else None
