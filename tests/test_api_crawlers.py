"""Search engines find every page, in both languages, by its one address."""

from xml.etree import ElementTree

import pytest

import api.crawlers
from data.edition import current_edition
from geo.areas import areas
from geo.levels import levels
from layouts.paths import LEVEL_OF, PATHS, resolve
from sending.kept import KEPT
from tests.api_reader import client, server

SITE = "http://localhost"
NAMES = {"s": api.crawlers.SITEMAPS, "x": api.crawlers.XHTML}


def document(address="/sitemap.xml"):
    answer = client().get(address)
    assert answer.status_code == 200
    assert answer.mimetype == "text/xml"
    return ElementTree.fromstring(answer.data)


def locations(root):
    return [each.text.removeprefix(SITE) for each in root.findall("*/s:loc", NAMES)]


@pytest.fixture
def short_lists(monkeypatch):
    monkeypatch.setattr("api.crawlers.MOST", 500)
    api.crawlers.lists.cache_clear()
    yield
    api.crawlers.lists.cache_clear()


def test_every_page_is_there_once_in_every_language():
    found = locations(document())
    own = [address for address in found if not address.startswith("/api/")]
    asked = [resolve(address) for address in own]
    assert None not in asked
    assert [each.path for each in asked] == own
    assert len(set(found)) == len(found)
    per_page = {page: 0 for page in PATHS if page not in api.crawlers.NOT_LISTED}
    for each in asked:
        per_page[each.page] += 1
    for page, number in per_page.items():
        of = len(areas(levels()[LEVEL_OF[page]])) if page in LEVEL_OF else 1
        assert number == of * len(PATHS[page]), page


def test_every_page_names_itself_and_its_other_languages():
    for entry in document():
        links = {link.get("hreflang"): link.get("href") for link in entry.findall("x:link", NAMES)}
        assert set(links) == {"sv", "en", "x-default"}
        assert links["x-default"] == links["sv"]
        assert entry.find("s:loc", NAMES).text in links.values()


def test_a_page_changes_with_the_edition():
    dates = {each.text for each in document().findall("*/s:lastmod", NAMES)}
    assert dates == {current_edition().date}


def test_a_list_too_long_becomes_several_with_the_same_pages(short_lists):
    whole = locations(document())
    assert len(whole) > 1
    parts = [address for each in whole for address in locations(document(each))]
    assert all(len(locations(document(each))) <= 500 for each in whole)
    api.crawlers.MOST = 50_000
    api.crawlers.lists.cache_clear()
    assert parts == locations(document())


@pytest.mark.parametrize("number", ["0", "1", "99", "x"])
def test_a_list_that_is_not_there_is_not_found(number):
    assert client().get(f"/sitemap-{number}.xml").status_code == 404


def test_lists_lead_to_the_public_address(monkeypatch):
    monkeypatch.setitem(server().config, "PUBLIC_ADDRESS", "https://site.example")
    assert b"<loc>https://site.example/sv/" in client().get("/sitemap.xml").data
    assert b"Sitemap: https://site.example/sitemap.xml" in client().get("/robots.txt").data


def test_a_list_is_kept_for_the_site_s_own_address_and_for_no_other(monkeypatch):
    KEPT.clear()
    client().get("/sitemap.xml", base_url="http://any.example")
    assert KEPT.size == 0
    monkeypatch.setitem(server().config, "PUBLIC_ADDRESS", "https://site.example")
    first = client().get("/sitemap.xml", base_url="http://any.example").data
    assert KEPT.size > len(first)
    assert client().get("/sitemap.xml").data == first


def test_robots_find_the_list_of_pages():
    assert f"Sitemap: {SITE}/sitemap.xml" in client().get("/robots.txt").text
