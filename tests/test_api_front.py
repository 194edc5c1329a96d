"""The page of the api, and what catalogues and search engines read."""

import json
import re
from html import unescape
from pathlib import Path

import pytest

from api.sentences import sentences
from data.catalogue import indicators
from data.edition import current_edition
from tests.api_reader import client, read

ROOT = Path(__file__).parents[1]
PAGES = {"sv": "/api/v1/", "en": "/api/v1/en"}


@pytest.fixture(params=PAGES)
def page(request):
    return client().get(PAGES[request.param]).text


def links(page):
    return [unescape(link) for link in re.findall(r'(?:href|src)="([^"#][^"]*)"', page)]


def test_the_page_says_its_language():
    for language, address in PAGES.items():
        assert f'<html lang="{language}">' in client().get(address).text


def test_the_page_makes_no_outside_request_and_runs_no_script(page):
    assert all(link.startswith("/") for link in links(page))
    assert "<script" not in page


def test_every_link_of_the_page_into_the_api_is_answered(page):
    for link in links(page):
        if link.startswith(("/api/", "/dcat")):
            assert client().get(link).status_code == 200, link


def test_every_example_of_the_page_is_answered(page):
    found = re.findall(r"/(values|boundaries/\w+)\?([\w=&,-]+)", unescape(page))
    assert len(found) >= 4
    for address, asked in found:
        assert read(f"{address}?{asked}").status_code == 200, asked


@pytest.mark.parametrize("kind", sentences()["titles"])
def test_every_kind_of_problem_is_explained(page, kind):
    assert f'id="problem-{kind}"' in page


def test_every_address_and_parameter_is_explained(page):
    for path, told in read("openapi.json").get_json()["paths"].items():
        assert path in page
        for parameter in told["get"].get("parameters", []):
            assert f"<dt>{parameter['name']}</dt>" in page or parameter["in"] == "path"


def test_every_address_and_parameter_stands_in_the_documentation():
    text = (ROOT / "docs" / "API.md").read_text("utf-8")
    for path, told in read("openapi.json").get_json()["paths"].items():
        assert path.removeprefix("/api/v1") in text
        for parameter in told["get"].get("parameters", []):
            assert f"`{parameter['name']}`" in text or parameter["in"] == "path"


def test_swedish_and_english_lead_to_each_other():
    assert 'href="/api/v1/en"' in client().get(PAGES["sv"]).text
    assert 'href="/api/v1/"' in client().get(PAGES["en"]).text


def test_the_beginning_of_the_api_leads_to_the_page():
    assert client().get("/api/").location == "/api/v1/"


def test_the_catalogue_for_harvesters_has_every_indicator_with_its_forms():
    graph = client().get("/dcat.jsonld").get_json(force=True)["@graph"]
    kinds = [each["@type"] for each in graph]
    assert kinds.count("dcat:Dataset") == len(indicators())
    assert kinds.count("dcat:Distribution") == 3 * len(indicators())
    known = {each["@id"] for each in graph}
    for each in graph:
        for part in each.get("dcat:dataset", []) + each.get("dcat:distribution", []):
            assert part["@id"] in known


def test_a_distribution_can_be_downloaded():
    graph = client().get("/dcat.jsonld").get_json(force=True)["@graph"]
    forms = [each for each in graph if each["@type"] == "dcat:Distribution"][:3]
    for form in forms:
        answer = client().get(form["dcat:downloadURL"]["@id"])
        assert answer.status_code == 200
        assert form["dcat:mediaType"]["@id"].endswith(answer.mimetype)


@pytest.mark.parametrize("id_", list(indicators())[:3])
def test_an_indicator_is_a_dataset_with_years_sources_and_licence(id_):
    told = json.loads(client().get(f"/api/v1/indicators/{id_}.jsonld").data)
    assert told["@type"] == "Dataset"
    assert told["identifier"] == f"segregationskartan:{current_edition().id}:{id_}"
    assert told["citation"]
    assert told["license"]
    assert re.fullmatch(r"\d{4}/\d{4}", told["temporalCoverage"])


def test_a_dataset_that_does_not_exist_is_not_found():
    assert read("indicators/nosuch.jsonld").status_code == 404


def test_the_citation_file_names_the_project_and_its_licence():
    text = (ROOT / "CITATION.cff").read_text("utf-8")
    assert text.startswith("cff-version: 1.2.0")
    assert "license: MIT" in text
