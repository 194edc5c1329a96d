"""Segregation indices of a set of areas that the reader chooses, with their chance level."""

import math
from functools import partial
from typing import Any

import numpy as np
from flask import Response
from numpy.typing import NDArray

from api import described, documents, schemas, years
from api.answers import answered, written
from api.blueprint import Blueprint
from api.counted import Count, count
from api.places import inside, is_wider, known_area, split
from api.problems import Problem, unknown
from api.question import MOST_AREAS as MOST_NAMED
from data.catalogue import groupings
from data.edition import Edition
from data.groups import FEWEST_AREAS, SMALLEST_GROUP, Grouping, groups
from data.indices import INDICES, Segments
from data.inference import ChanceLevel, chance_level_of_groups, own_seed
from data.inference.simulation import OF_SEVERAL_GROUPS, OF_TWO_GROUPS
from geo.areas import areas
from geo.levels import Level, levels
from layouts.open_data import ROOT
from sending.kept import Answer

blueprint = Blueprint("measures", __name__, url_prefix=ROOT, description="Measures on demand")

# As where the edition's own indices are made: fewer would say too little.
MOST_AREAS = 1_000
MOST_YEARS = 6
REPLICATES = 300


@blueprint.reads(
    "/measures",
    "Indices of a set of areas, with what chance alone would give",
    "Index för områden som du väljer, med vad slumpen ensam skulle ge",
    schemas.MeasuresAsked,
    documents.Measures,
)
def measures(asked: dict[str, Any]) -> Response:
    return answered(asked, partial(answer, asked))


def answer(asked: dict[str, Any], edition: Edition) -> Answer:
    if asked["grouping"] not in groupings():
        raise unknown("grouping", asked["grouping"], groupings())
    grouping = groupings()[asked["grouping"]]
    level = levels()[grouping.over]
    register = edition.areas_edition(level)
    codes = read_areas(asked["areas"], level, register)
    indices = read_indices(asked.get("index"), grouping)
    counts = [count(groups()[id_], level, edition) for id_ in grouping.groups]
    wanted = read_years(asked.get("year"), counts, level)
    used = dict.fromkeys(each for one in counts for each in one.indicators)
    told = {
        "edition": edition.id,
        "grouping": {
            "id": grouping.id,
            "label": grouping.label,
            "groups": [{"id": id_, "label": groups()[id_].label} for id_ in grouping.groups],
        },
        "level": level.id,
        "areas_edition": register,
        "areas": codes,
        "replicates": REPLICATES,
        "sources": [described.source(each) for one in used for each in one.sources],
        "made_of": [described.identifier(each, edition) for each in used],
        "data": [
            row for year in wanted for row in rows(grouping, counts, codes, indices, year, level)
        ],
    }
    return written(told, described.links(list(used), edition))


def read_areas(text: str, level: Level, edition: str | None) -> list[str]:
    """The small areas named, or inside the wider areas named, in the order of the register."""
    found: set[str] = set()
    for code in split("areas", text, MOST_NAMED):
        area = known_area(code, "areas")
        if not is_wider(area.level, level):
            raise Problem(
                "combination",
                "too_small",
                {"code": code, "level": level.plural},
                parameter="areas",
                value=code,
            )
        here = inside(area, level, edition)
        if not here:
            raise Problem(
                "combination",
                "not_counted",
                {"code": code, "name": area.name, "level": level.plural},
                parameter="areas",
                value=code,
            )
        found |= set(here)
    if len(found) > MOST_AREAS:
        raise Problem(
            "too-large",
            "small_areas",
            {"number": len(found), "most": MOST_AREAS},
            parameter="areas",
            limit=MOST_AREAS,
        )
    return [code for code in areas(level, edition) if code in found]


def read_indices(text: str | None, grouping: Grouping) -> list[str]:
    fitting = OF_TWO_GROUPS if len(grouping.groups) == 2 else OF_SEVERAL_GROUPS
    names = split("index", text, len(INDICES)) if text else list(fitting)
    for name in names:
        if name not in fitting:
            raise unknown("index", name, fitting)
    return names


def read_years(text: str | None, counts: list[Count], level: Level) -> tuple[int, ...]:
    held = set.intersection(*(each.years(level) for each in counts))
    asked = years.read(text)
    asked.check(held)
    found = asked.among(held)
    if len(found) > MOST_YEARS:
        raise Problem(
            "too-large",
            "years",
            {"number": len(found), "most": MOST_YEARS},
            parameter="year",
            limit=MOST_YEARS,
        )
    return found


def rows(
    grouping: Grouping,
    counts: list[Count],
    codes: list[str],
    indices: list[str],
    year: int,
    level: Level,
) -> list[dict[str, Any]]:
    """Every index of one year, over those of the areas that there were in it."""
    register = {code: place for place, code in enumerate(areas(level, level.edition(year)))}
    chosen = [register[code] for code in codes if code in register]
    table = np.stack([each.of(year)[chosen] for each in counts], axis=-1)
    sizes = dict(zip(grouping.groups, table.sum(axis=0).tolist(), strict=True))
    status = status_of(table)
    shared = {"year": year, "status": status, "groups": sizes}
    if status != "ok":
        return [shared | {"index": name, "value": None, "chance": None} for name in indices]
    chance = chance_level_of_groups(table, REPLICATES, own_seed(",".join(codes)), indices)
    segments = Segments.one(len(chosen))
    return [
        shared | row(name, float(INDICES[name].from_counts(segments, table)[0]), chance[name])
        for name in indices
    ]


def status_of(table: NDArray[np.int64]) -> str:
    if len(table) < FEWEST_AREAS:
        return "few_areas"
    return "ok" if table.sum(axis=0).min() >= SMALLEST_GROUP else "small_group"


def row(name: str, value: float, chance: ChanceLevel) -> dict[str, Any]:
    return {
        "index": name,
        "value": number(value),
        "chance": {
            "mean": number(chance.mean),
            "low": number(chance.low),
            "high": number(chance.high),
        },
        "above_chance": number(chance.above_chance(value)),
    }


def number(value: float) -> float | None:
    """JSON has no word for what is not a number."""
    return round(value, 10) if math.isfinite(value) else None
