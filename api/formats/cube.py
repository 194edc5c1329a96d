"""Values as JSON-stat 2.0, which the tools of the PxWeb world read."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from api import described
from api.problems import Problem
from api.question import Question
from api.rows import names
from data import store
from data.edition import Edition

LARGEST = 100_000


def json_stat(question: Question) -> dict[str, Any]:
    """A cube of indicator, area and year. A cell that was not asked for is null, as is one without
    a value; `status` holds why, for those asked for."""
    years = sorted({year for part in question.parts for year in part.years})
    areas = areas_of(question)
    size = (len(question.indicators), len(areas), len(years))
    check_size(size)
    values, statuses = cells(question, list(areas), years, size)
    return {
        "version": "2.0",
        "class": "dataset",
        "label": ", ".join(each.label["sv"] for each in question.indicators),
        "source": "; ".join(sources(question)),
        "updated": question.edition.date,
        "id": ["indicator", "area", "year"],
        "size": list(size),
        "role": {"time": ["year"], "geo": ["area"], "metric": ["indicator"]},
        "dimension": {
            "indicator": indicator_dimension(question, question.edition),
            "area": dimension("area", areas),
            "year": dimension("year", {str(year): str(year) for year in years}),
        },
        "value": [None if np.isnan(value) else value for value in values.tolist()],
        "status": {str(at): said for at, said in enumerate(statuses.tolist()) if said},
        "extension": {"edition": question.edition.id},
    }


def check_size(size: tuple[int, ...]) -> None:
    number = int(np.prod(size))
    if number > LARGEST:
        raise Problem(
            "too-large",
            "cube",
            {"cells": number, "most": LARGEST},
            parameter="format",
            limit=LARGEST,
        )


def areas_of(question: Question) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in question.parts:
        found |= zip(part.areas, names(part.level, part.areas_edition, part.areas), strict=True)
    return found


def cells(
    question: Question, areas: list[str], years: list[int], size: tuple[int, ...]
) -> tuple[NDArray[np.float64], NDArray[np.object_]]:
    """All cells in a row, the last dimension fastest."""
    values, statuses = np.full(size, np.nan), np.full(size, "", dtype=object)
    place, when = ({name: at for at, name in enumerate(names)} for names in (areas, years))
    for part in question.parts:
        block = store.load(question.edition)[part.indicator.id, part.level.id]
        rows = [block.rows[year] for year in part.years]
        columns = [block.columns[code] for code in part.areas]
        at = np.ix_(
            [question.indicators.index(part.indicator)],
            [place[code] for code in part.areas],
            [when[year] for year in part.years],
        )
        values[at] = block.values[np.ix_(rows, columns)].T[np.newaxis]
        found = block.statuses[np.ix_(rows, columns)].T[np.newaxis]
        statuses[at] = np.where(found == "ok", "", found)
    return values.ravel(), statuses.ravel()


def dimension(label: str, categories: dict[str, str]) -> dict[str, Any]:
    return {"label": label, "category": {"index": list(categories), "label": categories}}


def indicator_dimension(question: Question, edition: Edition) -> dict[str, Any]:
    labels = {each.id: each.label["sv"] for each in question.indicators}
    told = dimension("indicator", labels)
    told["category"]["unit"] = {
        each.id: {"label": each.unit.label["sv"], "decimals": each.decimals}
        for each in question.indicators
    }
    told["extension"] = {
        "identifier": {each.id: described.identifier(each, edition) for each in question.indicators}
    }
    return told


def sources(question: Question) -> list[str]:
    every = (source for each in question.indicators for source in each.sources)
    return list(dict.fromkeys(f"{each.publisher}, {each.table}" for each in every))
