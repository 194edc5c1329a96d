"""What descriptions of the data as linked data share."""

import json
from typing import Any

from flask import Response

from api import described
from api.answers import sent
from data.catalogue import Indicator
from data.edition import Edition
from geo.levels import levels
from layouts import open_data
from sending.kept import Answer

MEDIA_TYPE = "application/ld+json"
AUTHORITY = "http://publications.europa.eu/resource/authority"
FORMS = {
    "csv": ("text/csv", f"{AUTHORITY}/file-type/CSV"),
    "json": ("application/json", f"{AUTHORITY}/file-type/JSON"),
    "parquet": ("application/vnd.apache.parquet", f"{AUTHORITY}/file-type/PARQUET"),
}


def dataset_id(indicator: Indicator, edition: Edition, site: str) -> str:
    return site + described.address(indicator, edition)


def download(indicator: Indicator, edition: Edition, site: str, form: str) -> str:
    return site + open_data.values([indicator], form, edition=edition.id)


def years_of(indicator: Indicator, edition: Edition) -> list[int]:
    held = (edition.coverage(indicator, level) for level in levels().values())
    return sorted({year for coverage in held if coverage for year in coverage.years})


def text(said: str, code: str) -> dict[str, str]:
    return {"@value": said, "@language": code}


def linked(edition: Edition, document: dict[str, Any]) -> Response:
    return sent(Answer(json.dumps(document, ensure_ascii=False).encode(), MEDIA_TYPE), edition)
