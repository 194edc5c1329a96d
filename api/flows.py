"""How many areas and people moved between categories of areas, from one year to another."""

import csv
import io
from typing import Any

from flask import Response
from marshmallow import Schema
from marshmallow.validate import Length, OneOf

from api import described, documents, schemas
from api.answers import answered, written
from api.blueprint import Blueprint
from api.parameters import text
from api.places import known_area
from api.problems import Problem, malformed, unknown
from data.edition import Edition
from data.flows import Flows, Moving, flows, movings, years
from geo.levels import SWEDEN
from layouts.open_data import ROOT
from sending.kept import Answer

blueprint = Blueprint("flows", __name__, url_prefix=ROOT, description="Flows")

COLUMNS = ("before", "after", "areas", "people")
CSV = "text/csv; charset=utf-8; header=present"


class Asked(Schema):
    indicator = text(
        "An indicator with categories that areas move between.",
        "En indikator med kategorier som områden flyttar mellan.",
        next(iter(movings())),
        load_default=next(iter(movings())),
    )
    within = text(
        "The areas inside the area with this code. Left out: all of Sweden.",
        "Områdena inom området med den här koden. Utelämnat: hela Sverige.",
        "14",
        load_default=SWEDEN,
    )
    first = text(
        "The year before. Left out: the first there is.",
        "Året före. Utelämnat: det första som finns.",
        validate=Length(min=1, max=20),
    )
    last = text(
        "The year after. Left out: the newest there is.",
        "Året efter. Utelämnat: det senaste som finns.",
        validate=Length(min=1, max=20),
    )
    format = text("The form.", "Formatet.", load_default="json", validate=OneOf(("json", "csv")))
    edition = schemas.EDITION
    lang = schemas.LANG


@blueprint.reads(
    "/flows",
    "How many areas and people moved between area types, from one year to another",
    "Hur många områden och människor som bytte områdestyp, från ett år till ett annat",
    Asked,
    documents.Flows,
    ("text/csv",),
)
def moved(asked: dict[str, Any]) -> Response:
    return answered(asked, lambda edition: answer(asked, edition))


def answer(asked: dict[str, Any], edition: Edition) -> Answer:
    moving = known_moving(asked["indicator"], edition)
    within = known_area(asked["within"], "within")
    first, last = span(asked, years(moving, edition))
    found = flows(moving, first, last, within.code, edition)
    links = described.links([moving.kind, moving.people], edition)
    if asked["format"] == "csv":
        named = f"segregationskartan-{moving.kind.id}-{first}-{last}-{within.code}-{edition.id}.csv"
        return Answer(table(found), CSV, named, links)
    told = {
        "edition": edition.id,
        "indicator": moving.kind.id,
        "people": moving.people.id,
        "level": moving.level.id,
        "within": within.code,
        "years": list(years(moving, edition)),
        "first": first,
        "last": last,
        "left_out": found.left_out,
        "categories": [{"value": one.value, "label": one.label} for one in moving.kind.categories],
        "indicators": [described.brief(one, edition) for one in (moving.kind, moving.people)],
        "data": rows(found),
    }
    return written(told, links)


def known_moving(name: str, edition: Edition) -> Moving:
    """What areas move between, that the edition has two years of at the least."""
    held = {id_: one for id_, one in movings().items() if len(years(one, edition)) > 1}
    if name not in held:
        raise unknown("indicator", name, held)
    return held[name]


def span(asked: dict[str, Any], held: tuple[int, ...]) -> tuple[int, int]:
    """The year before and the year after, the first and the newest where none is named."""
    found = [
        year_of(name, asked.get(name), held, default)
        for name, default in (("first", held[0]), ("last", held[-1]))
    ]
    if found[0] >= found[1]:
        raise malformed("first", str(found[0]), "span")
    return found[0], found[1]


def year_of(name: str, asked: str | None, held: tuple[int, ...], default: int) -> int:
    year = next((year for year in held if asked == str(year)), None)
    if asked is not None and year is None:
        raise Problem(
            "unknown",
            "year",
            {"years": ", ".join(map(str, held))},
            parameter=name,
            value=asked,
            allowed=list(held),
        )
    return default if year is None else year


def rows(found: Flows) -> list[dict[str, int]]:
    return [
        {
            "before": flow.before,
            "after": flow.after,
            "areas": flow.areas,
            "people": round(flow.people),
        }
        for flow in found.flows
    ]


def table(found: Flows) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows(found))
    return text.getvalue().encode()
