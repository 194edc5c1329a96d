"""Search for those whose browser runs no script: a form, a page of hits, and the way to the one."""

import html
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import create_app
from callbacks import documents
from geo.areas import area
from layouts.language import languages, text
from layouts.paths import ABOUT, SEARCH, path, profile
from settings import Settings


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    asked = Settings(cache_folder=str(tmp_path_factory.mktemp("cache")), rate_limit=None)
    return create_app(asked).server.test_client()


def asked(client, wanted, language="sv"):
    return client.get(path(SEARCH, language), query_string={"q": wanted})


def hits(answer):
    return re.findall(r'<a class="hit-name" href="([^"]+)"', answer.text)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("page", ["", "about"])
def test_every_page_has_a_form_that_searches(client, language, page):
    address = path(ABOUT, language) if page else f"/{language}/"
    form = re.search(r'<form [^>]*role="search".*?</form>', client.get(address).text, re.DOTALL)[0]
    assert f'action="{path(SEARCH, language)}"' in form
    assert 'name="q"' in form
    assert 'type="submit"' in form
    assert text(language, "search") in form


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ("Göteborg", "1480"),
        ("goteborg", "1480"),
        ("  MALMÖ ", "1280"),
        ("0180r009", "0180R009"),
        ("0180", "0180"),
        ("Skåne län", "12"),
        ("Sverige", "00"),
        ("Sweden", "00"),
    ],
)
def test_one_exact_hit_leads_to_its_profile(client, language, wanted, code):
    answer = asked(client, wanted, language)
    assert answer.status_code == 302
    assert answer.headers["Location"] == profile(language, area(code))
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ("rinkeby", "0180R076"),
        ("Rinkebi", "0180R076"),
        ("herrgarden", "1280R028"),
        ("sodertalj", "0181"),
    ],
)
def test_parts_of_names_and_misspellings_are_found(client, language, wanted, code):
    answer = asked(client, wanted, language)
    found = hits(answer) if answer.status_code == 200 else [answer.headers["Location"]]
    assert found[0] == profile(language, area(code))


def test_a_hit_says_where_it_is_and_leads_to_profile_and_map(client):
    page = html.unescape(asked(client, "herrgarden").text)
    assert "Malmö" in page
    first = hits(asked(client, "herrgarden"))[0]
    assert client.get(first).status_code == 200
    assert re.search(r'href="/sv/\?area=1280R\d+"[^>]*aria-label="Visa ', page)


@pytest.mark.parametrize("language", languages())
def test_where_nothing_is_found_the_page_says_what_to_do(client, language):
    page = html.unescape(asked(client, "xqxqxq", language).text)
    assert text(language, "search_found_none", asked="xqxqxq") in page
    assert text(language, "search_tips") in page
    assert text(language, "search_asks") in html.unescape(asked(client, "", language).text)
    assert text(language, "search_asks") in html.unescape(client.get(path(SEARCH, language)).text)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(list(languages())), st.text(max_size=120))
def test_whatever_is_searched_for_gets_a_page(client, language, wanted):
    assert asked(client, wanted, language).status_code in (200, 302)


@pytest.mark.parametrize(
    "wanted",
    [
        "<script>alert(1)</script>",
        "\u202egnirts",
        "👩‍👩‍👧‍👦" * 40,
        "a" * 5000,
        "\x00\x1f",
        "%s{0}{asked}",
    ],
)
def test_what_is_searched_for_is_never_markup_and_never_too_long(client, wanted):
    answer = asked(client, wanted)
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert "\u202e" not in answer.text.partition("<h1")[2].partition("</h1>")[0]
    assert "a" * 200 not in answer.text


def test_what_strangers_search_for_is_not_kept(client):
    documents.KEPT.clear()
    for number in range(5):
        answer = asked(client, f"lu{number}nd")
        assert answer.headers["Cache-Control"] == "no-store"
    assert documents.KEPT.size == 0


def test_search_engines_pass_the_page_by(client):
    assert "noindex" in asked(client, "xqxqxq").text
    assert path(SEARCH, "sv") not in client.get("/sitemap.xml").text
