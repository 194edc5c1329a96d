"""Pages that are asked a question in their address, as a browser or a stranger asks them."""

import re
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import create_app
from callbacks import documents
from layouts.language import languages, text
from layouts.paths import COMPARE, RANKING, SCATTER, path
from settings import Settings

ASKED = (COMPARE, RANKING, SCATTER)
PAGES = [path(page, language) for page in ASKED for language in languages()]
WORDS = [
    *("indicator", "level", "year", "since", "within", "programme", "size", "sort", "order"),
    *("areas", "base", "add", "weight_income", "x", "y", "named"),
]
VALUES = ["gini_rented", "regso", "2023", "14", "0181", "0181,0127", "only", "name", "Malmö", "3"]


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    return create_app(
        Settings(cache_folder=str(tmp_path_factory.mktemp("cache")))
    ).server.test_client()


def canonical(page):
    found = re.search(r'<link rel="canonical" href="http://localhost([^"]+)">', page)[1]
    return found.replace("&amp;", "&")


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.sampled_from(PAGES),
    st.dictionaries(
        st.sampled_from(WORDS), st.one_of(st.sampled_from(VALUES), st.text(max_size=12)), max_size=5
    ),
)
def test_any_question_gets_a_page_whose_canonical_address_is_its_own(client, page, asked):
    answer = client.get(f"{page}?{urlencode(asked)}", follow_redirects=True)
    assert answer.status_code == 200
    address = canonical(answer.text)
    again = client.get(address)
    assert again.status_code == 200
    assert canonical(again.text) == address
    assert '<p class="notice-title">' not in again.text


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("query", ["%00=%ff", "a" * 5000, "areas=" + "0180," * 900, "=&==&&&;"])
def test_nonsense_gets_a_page_too(client, page, query):
    assert client.get(f"{page}?{query}", follow_redirects=True).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_another_spelling_of_a_question_leads_to_its_one_address(client, page):
    plain = client.get(page)
    assert plain.status_code == 200
    address = canonical(plain.text)
    assert client.get(address).status_code == 200
    assert client.get(address.replace(",", "%2C")).status_code == 200
    for other in (f"{address}&within=", f"{address}&utm_source=x"):
        moved = client.get(other)
        assert (moved.status_code, moved.headers["Location"]) == (302, address)


def test_a_page_that_names_what_was_asked_wrongly_is_not_kept(client):
    documents.KEPT.clear()
    for number in range(5):
        answer = client.get(f"{path(RANKING, 'sv')}?indicator=nosuch{number}")
        assert f"”nosuch{number}”" in answer.text
        assert text("sv", "notice") in answer.text
    assert documents.KEPT.size == 0


def test_what_is_asked_is_never_markup(client):
    for page, key in ((RANKING, "indicator"), (COMPARE, "areas"), (SCATTER, "named")):
        answer = client.get(f"{path(page, 'sv')}?{key}=%3Cscript%3Ealert(1)%3C/script%3E")
        assert "<script>alert" not in answer.text
        assert "&lt;script&gt;alert" in answer.text


def test_the_language_switch_asks_the_same(client):
    page = client.get("/sv/jamfor?areas=0181,0127&indicator=gini_rented&year=2022").text
    assert 'href="/en/compare?areas=0181,0127&amp;indicator=gini_rented&amp;year=2022"' in page


def test_a_ranking_of_every_municipality_is_light(client):
    answer = client.get(path(RANKING, "sv"), headers={"Accept-Encoding": "br"})
    assert answer.headers["Content-Encoding"] == "br"
    assert len(answer.data) < 60_000


@pytest.mark.parametrize(
    "address",
    [
        "/sv/rangordna?programme=only&within=12",
        "/sv/rangordna?level=regso&within=0181",
        "/sv/jamfor?areas=0181,00,0180R009&indicator=openly_unemployed_share",
        "/en/compare?areas=0181R001&indicator=area_type",
        "/sv/samband?level=regso&within=0181",
        "/en/relationships?x=age_0_19_share&y=rented_share",
    ],
)
def test_every_file_that_a_page_offers_is_there(client, address):
    page = client.get(address, follow_redirects=True).text
    offered = re.findall(r'href="(/api/v1/values[^"]+)"', page)
    assert offered
    for file in offered:
        answer = client.get(file.replace("&amp;", "&"))
        assert answer.status_code == 200, answer.text
