"""The values: which are asked for, in which form."""

import json
from functools import partial
from typing import Any
from urllib.parse import quote, urlencode

from flask import Response

from api import described, documents, question, readme, rows, schemas, shapes
from api.answers import answered
from api.blueprint import Blueprint
from api.formats import columnar, cube, text, workbook
from api.problems import Problem
from api.question import Question
from api.rows import Page
from data.edition import VALUES, Edition
from layouts.open_data import ROOT
from sending.kept import Answer

blueprint = Blueprint("values", __name__, url_prefix=ROOT, description="Values")

CSV = "text/csv; charset=utf-8; header=present"
MEDIA_TYPES = (
    "text/csv",
    workbook.MEDIA_TYPE,
    columnar.MEDIA_TYPE,
    shapes.MEDIA_TYPES["geojson"],
    shapes.MEDIA_TYPES["gpkg"],
)
WHOLE = ("json-stat2", "geojson", "gpkg")


@blueprint.reads(
    "/values",
    "Values of indicators",
    "Indikatorernas värden",
    schemas.ValuesAsked,
    documents.Values,
    MEDIA_TYPES,
)
def values(asked: dict[str, Any]) -> Response:
    return answered(asked, partial(answer, asked), lasts=asked["format"] not in shapes.MEDIA_TYPES)


def answer(asked: dict[str, Any], edition: Edition) -> Answer:
    check(asked)
    wanted = question.read(asked, edition)
    form, page = asked["format"], page_of(wanted, asked)
    about = {"edition": wanted.edition.id, "indicators": abouts(wanted)}
    if form == "json":
        body, media, end = document(wanted, page, asked), "application/json", None
    elif form == "csv":
        body, media, end = csv(wanted, page, asked), CSV, "csv"
    elif form == "xlsx":
        pieces, about_cells = (
            rows.pieces(wanted, page),
            described.cells(wanted.indicators, wanted.edition),
        )
        words = readme.lines(wanted.indicators, wanted.edition)
        body = workbook.workbook(pieces, about_cells, words)
        media, end = workbook.MEDIA_TYPE, "xlsx"
    elif form == "parquet":
        body = columnar.parquet(rows.table(wanted, page), about)
        media, end = columnar.MEDIA_TYPE, "parquet"
    elif form == "json-stat2":
        body, media, end = json.dumps(cube.json_stat(wanted)).encode(), "application/json", None
    else:
        body, media, end = drawn(wanted, page, form, about), shapes.MEDIA_TYPES[form], form
    links = described.links(wanted.indicators, wanted.edition)
    if page.next:
        links = (f'<{address(asked, wanted, page.next)}>; rel="next"', *links)
    return Answer(body, media, filename(wanted, end), links)


def check(asked: dict[str, Any]) -> None:
    """Whether the parameters go together."""
    for name in ("variant", "metadata"):
        if asked.get(name) not in (None, "false") and asked["format"] != "csv":
            raise Problem("combination", "csv_alone", parameter=name)
    for name in ("limit", "after"):
        if name in asked and asked["format"] in WHOLE:
            raise Problem("combination", "whole", {"form": asked["format"]}, parameter=name)


def page_of(wanted: Question, asked: dict[str, Any]) -> Page:
    """All rows where they fit, else the page asked for; raises Problem where neither is possible."""
    largest = schemas.LARGEST_ANSWER
    if asked["format"] == "xlsx":
        largest = schemas.LARGEST_WORKBOOK
    limit = asked.get("limit", largest)
    if limit > largest or ("limit" not in asked and wanted.rows > largest):
        raise Problem(
            "too-large",
            "rows",
            {
                "most": largest,
                "form": asked["format"],
                "file": f"/editions/{wanted.edition.id}/{VALUES}",
            },
            parameter="limit",
            limit=largest,
            rows=wanted.rows,
        )
    return rows.page(wanted, limit, asked.get("after"))


def abouts(wanted: Question) -> list[dict[str, Any]]:
    return [described.brief(each, wanted.edition) for each in wanted.indicators]


def document(wanted: Question, page: Page, asked: dict[str, Any]) -> bytes:
    head = {
        "edition": wanted.edition.id,
        "indicators": abouts(wanted),
        "rows": page.rows,
        "total": wanted.rows,
        "next": address(asked, wanted, page.next) if page.next else None,
    }
    before = json.dumps(head, ensure_ascii=False)[:-1] + ', "data": [\n'
    return before.encode() + text.json_rows(rows.pieces(wanted, page)) + b"\n]}"


def csv(wanted: Question, page: Page, asked: dict[str, Any]) -> bytes:
    pieces = rows.pieces(wanted, page)
    body = text.swedish_csv(pieces) if asked.get("variant") else text.csv(pieces)
    if asked["metadata"] == "false":
        return body
    lines = readme.lines(wanted.indicators, wanted.edition)
    return text.with_comments(lines, body)


def drawn(wanted: Question, page: Page, form: str, about: dict[str, Any]) -> bytes:
    part = wanted.parts[0]
    if len(wanted.parts) > 1 or len(part.years) > 1:
        raise Problem("combination", "one_picture", {"form": form}, parameter="format")
    table = rows.table(wanted, page).to_pandas()
    for name in ("indicator", "area", "name", "status"):
        table[name] = table[name].astype(str)
    return shapes.written(shapes.joined(table, part.level), form, about)


def address(asked: dict[str, Any], wanted: Question, after: str) -> str:
    """Where the next page is, of the same edition whatever is published meanwhile."""
    more = asked | {"edition": wanted.edition.id, "after": after}
    return f"{ROOT}/values?{urlencode(more, quote_via=quote, safe=',')}"


def filename(wanted: Question, end: str | None) -> str | None:
    if end is None:
        return None
    names = wanted.indicators
    name = names[0].id if len(names) == 1 else f"{len(names)}-indicators"
    return f"segregationskartan-{name}-{wanted.edition.id}.{end}"
