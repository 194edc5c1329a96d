"""What other programs read: a thin face over `data` and `geo`, beside the page."""

from flask import Flask, Response, redirect
from werkzeug.wrappers import Response as Redirect

from api import (
    areas,
    boundaries,
    bundle,
    catalogue,
    crawlers,
    dataset,
    dcat,
    flows,
    front,
    measures,
    united,
    values,
)
from api.answers import answered, open_to_all, written
from api.blueprint import Api
from api.problems import Problem
from layouts.open_data import ROOT

TITLE = "Segregationskartan"
VERSION = "1"
PARTS = (catalogue, areas, values, boundaries, measures, flows, united, bundle)
PAGES = (front, dcat, dataset, crawlers)


def register(server: Flask) -> None:
    """Connect every address of the api to the server."""
    api = Api(
        server,
        spec_kwargs={
            "title": TITLE,
            "version": VERSION,
            "openapi_version": "3.1.0",
            "info": {"license": {"name": "MIT", "identifier": "MIT"}},
        },
    )
    for part in PARTS:
        api.register_blueprint(part.blueprint)
    for part in PAGES:
        server.register_blueprint(part.blueprint)
    server.after_request(open_to_all)
    server.add_url_rule(f"{ROOT}/openapi.json", "api-openapi", openapi, defaults={"api": api})
    server.add_url_rule("/api/", "api-front", to_front)
    server.add_url_rule("/api/<path:unknown>", "api-nothing", nothing)


def openapi(api: Api) -> Response:
    document = api.spec.to_dict()
    return answered({}, lambda edition: written(document | {"x-edition": edition.id}))


def nothing(unknown: str) -> Response:
    raise Problem("not-found", "address", status=404)


def to_front() -> Redirect:
    return redirect(f"{ROOT}/")
