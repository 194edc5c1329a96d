"""The page of the api: what there is and how to read it, in Swedish and in English."""

from typing import Any

from flask import Blueprint, Response, current_app, render_template

from api import described, readme, schemas
from api.answers import sent
from api.measures import MOST_AREAS, MOST_YEARS
from api.parameters import SWEDISH
from api.places import known_edition
from api.question import MOST_AREAS as MOST_AREAS_ASKED
from api.question import MOST_INDICATORS
from api.sentences import PARAMETER as LANGUAGE
from api.sentences import sentences
from data.catalogue import groupings
from layouts import open_data
from layouts.language import text
from layouts.numbers import number
from layouts.open_data import ROOT
from layouts.paths import MENU, path
from sending.kept import Answer
from sending.origin import origin

blueprint = Blueprint("front", __name__, url_prefix=ROOT, template_folder="templates")

SUMMARY = {"sv": "x-summary-sv", "en": "summary"}
LIMITS = {
    "rows": schemas.LARGEST_ANSWER,
    "workbook": schemas.LARGEST_WORKBOOK,
    "indicators": MOST_INDICATORS,
    "areas": MOST_AREAS_ASKED,
    "measure_areas": MOST_AREAS,
    "measure_years": MOST_YEARS,
}


@blueprint.route("/")
def swedish() -> Response:
    return page("sv")


@blueprint.route("/en")
def english() -> Response:
    return page("en")


def page(language: str) -> Response:
    edition = known_edition(None)
    every = described.every(edition).values()
    html = render_template(
        f"api/{language}.html",
        site=origin(),
        root=ROOT,
        language=language,
        addresses=open_data.FRONT,
        edition=edition,
        indicators=every,
        groupings=groupings().values(),
        statuses=readme.STATUSES[language],
        problems={kind: said[language] for kind, said in sentences()["titles"].items()},
        limits={name: number(most, 0, language) for name, most in LIMITS.items()},
        citation=described.citation(next(iter(every)), edition, language),
        reference=reference(language),
        common=common(language),
        pages=MENU,
        path=path,
        text=text,
    )
    return sent(Answer(html.encode(), "text/html; charset=utf-8"), edition)


def reference(language: str) -> list[dict[str, Any]]:
    """Every address and its parameters, as openapi.json tells them."""
    return [
        {
            "path": path,
            "summary": told["get"][SUMMARY[language]],
            "parameters": [
                parameter(each, language)
                for each in (*told.get("parameters", []), *told["get"].get("parameters", []))
                if each["name"] != LANGUAGE
            ],
        }
        for path, told in paths().items()
    ]


def common(language: str) -> dict[str, Any]:
    """The parameter that every address has: the language of problems."""
    first = next(iter(paths().values()))["get"]["parameters"]
    return parameter(next(each for each in first if each["name"] == LANGUAGE), language)


def paths() -> dict[str, Any]:
    spec = current_app.extensions["flask-smorest"]["apis"][""]["ext_obj"].spec
    return dict(spec.to_dict()["paths"])


def parameter(declared: dict[str, Any], language: str) -> dict[str, Any]:
    swedish = declared["schema"][SWEDISH]
    return {
        "name": declared["name"],
        "required": declared["in"] == "query" and declared.get("required", False),
        "said": swedish if language == "sv" else declared["description"],
        "choices": declared["schema"].get("enum", []),
    }
