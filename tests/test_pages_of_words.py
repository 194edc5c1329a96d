"""The pages on data, on the project and on accessibility: complete, in both languages, and true."""

import re

import pytest

from api.schemas import SHAPES
from app import create_app
from data.catalogue import indicators, sources
from data.edition import current_edition, editions
from geo.levels import levels
from layouts import about, accessibility
from layouts.downloads.page import BOUNDARY_FORMS
from layouts.drawn import years
from layouts.language import languages
from layouts.paths import ABOUT, ACCESSIBILITY, DATA, path, resolve
from settings import Settings
from tests.read_page import found, words

PAGES = (DATA, ABOUT, ACCESSIBILITY)
EVERY = pytest.mark.parametrize("language", languages())


@pytest.fixture(scope="module")
def client():
    return create_app(Settings(rate_limit=None)).server.test_client()


def addresses(client, page, language):
    return [
        href.replace("&amp;", "&")
        for href in re.findall(r'<a [^>]*href="([^"]+)"', client.get(path(page, language)).text)
    ]


@EVERY
@pytest.mark.parametrize("page", PAGES)
def test_every_page_links_to_them_and_they_answer(client, page, language):
    assert path(page, language) in client.get(path(PAGES[0], language)).text
    answer = client.get(path(page, language))
    assert answer.status_code == 200
    assert answer.text.count("<h1") == 1
    assert "{" not in re.sub(r'data-[a-z]+="[^"]*"', "", answer.text.partition("<main")[2])


@EVERY
def test_every_indicator_is_there_with_its_years_sources_and_caveat(client, language):
    page = client.get(path(DATA, language)).text
    for indicator in indicators().values():
        (told,) = re.findall(rf'<details id="{indicator.id}">.*?</details>', page, re.DOTALL)
        for level in levels().values():
            offered = re.search(rf"level={level.id}\b", told)
            assert bool(offered) == bool(years(indicator, level))
            if years(indicator, level):
                assert f"{level.label[language]}: {years(indicator, level)[0]}" in told
        assert all(source.publisher in told for source in indicator.sources)
        assert indicator.caveat[language][:30] in told


@EVERY
def test_every_edition_source_and_licence_is_named(client, language):
    page = client.get(path(DATA, language)).text
    for name in editions():
        assert f'href="/editions/{name}/report.md"' in page
    for source in sources().values():
        assert source.licence in page


def test_a_file_of_each_kind_and_indicator_can_be_had(client):
    """The addresses on the page are those of the api: each form once, each indicator once."""
    asked = [one for one in addresses(client, DATA, "sv") if one.startswith("/api/v1/")]
    values = [one for one in asked if "/values?" in one]
    by_form = {re.search(r"format=([\w-]+)", one).group(1): one for one in values}
    small = [one for one in values if "level=sweden" in one and "format=csv" in one]
    assert set(by_form) == {"xlsx", "csv", "json", "json-stat2", "parquet"}
    at_county = [re.sub(r"level=\w+", "level=sweden", one) for one in by_form.values()]
    population = [re.sub(r"indicator=\w+", "indicator=population", one) for one in at_county]
    for address in (*small, *population):
        assert client.get(address).status_code == 200, address
    assert len({one for one in asked if "/bundle/" in one}) == len(indicators())


@EVERY
@pytest.mark.parametrize("page", PAGES)
def test_their_links_lead_somewhere(client, page, language):
    for address in set(addresses(client, page, language)):
        where, _, part = address.partition("#")
        if where.startswith(("/api/", "/editions/", "/dcat")):
            continue
        assert not where or resolve(where.partition("?")[0]), address
        assert not part or where or f'id="{part}"' in client.get(path(page, language)).text


@EVERY
def test_the_edition_to_cite_is_the_one_that_is_shown(client, language):
    page = client.get(path(DATA, language)).text
    (example,) = re.findall(r"<blockquote>(.*?)</blockquote>", page)
    assert current_edition().id in example
    assert next(iter(indicators().values())).label[language] in example


@EVERY
def test_the_statement_has_the_parts_of_the_model(language):
    made = accessibility.statement(language)
    assert [section.id for section in found(made, "Section")] == list(accessibility.SECTIONS)
    assert accessibility.UPDATED in words(made)
    assert "EN 301 549" in words(made)


@EVERY
def test_what_is_told_of_privacy_has_every_point(language):
    section = next(one for one in found(about.about(language), "Section") if one.id == "privacy")
    assert len(found(section, "Li")) == 8


def test_boundaries_are_offered_in_every_form_that_the_api_has():
    assert set(BOUNDARY_FORMS) == set(SHAPES)
