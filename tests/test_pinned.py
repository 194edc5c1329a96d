"""Pages whose address names an edition show that one, whole, whatever the newest is."""

import html
import re

import pytest

from app import create_app
from data import store
from data.catalogue import indicators
from data.edition import current_edition, newest_edition
from geo.levels import levels
from layouts.language import languages, text
from layouts.numbers import number
from layouts.paths import ABOUT, COMPARE, DATA, METHOD, RANKING, SCATTER, path
from tests.older_edition import ADDED, published

NEWEST = newest_edition().id
PAGES = {
    "map": "/?indicator=foreign_born_share&level=regso&area=1280&year=2023",
    "change": "/?indicator=foreign_born_share&level=regso&area=1280&since=2020&year=2023",
    "two maps": "/?indicator=foreign_born_share&area=12&beside=rented_share&beside_year=2022",
    COMPARE: "areas=0181,0127&indicator=foreign_born_share",
    RANKING: "indicator=foreign_born_share",
    SCATTER: "x=foreign_born_share&y=rented_share",
    "share": "of=map&indicator=foreign_born_share",
}


@pytest.fixture(scope="module")
def client():
    return create_app().server.test_client()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """An older edition that has every indicator, but other values."""
    folder = tmp_path_factory.mktemp("published")
    return folder, published(folder, without=None)


@pytest.fixture
def older(folder, monkeypatch):
    monkeypatch.setattr("callbacks.wanted.PUBLISHED_FOLDER", folder[0])
    return folder[1]


def address(page, language="sv"):
    asked = PAGES[page]
    return f"/{language}{asked}" if asked[0] == "/" else f"{path(page, language)}?{asked}"


def body_of(answer):
    return answer.text.partition("<body>")[2]


def apart_from_notice(page):
    """All but the words that tell of the newest edition and lead to it."""
    return re.sub(r'<aside class="former">.*?</aside>', "", page, count=1, flags=re.DOTALL)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_an_older_edition_names_it_and_no_other(client, older, page, language):
    answer = client.get(f"{address(page, language)}&edition={older}", follow_redirects=True)
    assert answer.status_code == 200
    assert answer.headers["X-Edition"] == older
    body = body_of(answer)
    assert text(language, "former_newest", edition=NEWEST) in body
    assert older in apart_from_notice(body)
    assert NEWEST not in apart_from_notice(body)


@pytest.mark.parametrize(
    "place",
    [
        "/sv/kommun/1280-malmo",
        "/en/municipality/0181-sodertalje",
        "/sv/sverige",
        "/sv/lan/12-skane-lan",
        "/sv/omrade/0180R009",
        "/sv/kartlaggning/0181-sodertalje",
        path(METHOD, "sv"),
        path(ABOUT, "en"),
    ],
)
def test_every_page_can_be_asked_of_an_older_edition(client, older, place):
    answer = client.get(f"{place}?edition={older}", follow_redirects=True)
    assert answer.status_code == 200
    assert NEWEST not in apart_from_notice(body_of(answer))


def test_the_map_of_an_older_edition_has_its_values(client, older):
    body = html.unescape(body_of(client.get(f"{address('map')}&edition={older}")))
    values = store.values(indicators()["foreign_born_share"], levels()["regso"], 2023)
    for code in ("1280R001", "1280R010"):
        written = number(float(values[code]) + ADDED, 1, "sv")
        assert re.search(rf"<title>[^<]+: {re.escape(written)}\s%</title>", body)
        assert f">{written}<" in body
    malmo = store.series(indicators()["foreign_born_share"], "1280")
    assert number(float(malmo[2020]) + ADDED, 1, "sv") in body


def test_the_map_of_an_older_edition_needs_no_script(client, older):
    body = body_of(client.get(f"{address('map')}&edition={older}"))
    assert "_dash" not in body
    assert body.count("<svg") >= 3
    assert f'<input type="hidden" name="edition" value="{older}">' in body


def test_two_maps_and_a_change_are_drawn_as_they_were_asked_for(client, older):
    two = body_of(client.get(f"{address('two maps')}&edition={older}"))
    change = body_of(client.get(f"{address('change')}&edition={older}"))
    assert two.count('class="areas"') == 2
    assert "ändring 2020–2023" in change


@pytest.mark.parametrize("page", PAGES)
def test_all_that_a_page_of_an_older_edition_leads_to_is_of_it_too(client, older, page):
    answer = client.get(f"{address(page)}&edition={older}", follow_redirects=True)
    body = apart_from_notice(body_of(answer))
    links = map(html.unescape, re.findall(r'(?:href|src)="(/(?:sv|en)/[^"]*)"', body))
    links = list(dict.fromkeys(links))
    assert len(links) > 5
    assert all(f"edition={older}" in link for link in links)
    for form in re.findall(r"<form .*?</form>", body, re.DOTALL):
        assert f'name="edition" value="{older}"' in form
    for link in links[:12]:
        answer = client.get(link, follow_redirects=True)
        assert answer.status_code == 200
        assert answer.headers["X-Edition"] == older


@pytest.mark.parametrize("page", PAGES)
def test_the_newest_edition_may_be_named_and_is_shown_as_always(client, page):
    answer = client.get(f"{address(page)}&edition={NEWEST}", follow_redirects=True)
    assert answer.status_code == 200
    assert 'class="former"' not in answer.text
    assert answer.headers["X-Edition"] == NEWEST


def test_the_page_of_the_newest_edition_is_never_that_of_an_older_one(client, older):
    for page in PAGES:
        before = client.get(address(page), follow_redirects=True).text
        client.get(f"{address(page)}&edition={older}", follow_redirects=True)
        after = client.get(address(page), follow_redirects=True).text
        assert older not in after
        assert re.sub(r'id="\w+"|missing-\w+', "", before) == re.sub(
            r'id="\w+"|missing-\w+', "", after
        )
    assert current_edition() is newest_edition()


@pytest.mark.parametrize(
    ("edition", "status"), [("2020-01-01-00000000", 410), ("../../etc/passwd", 400), ("<b>", 400)]
)
@pytest.mark.parametrize("language", languages())
def test_an_edition_that_is_not_there_is_said_in_a_sentence(client, language, edition, status):
    for page in (f"/{language}/", path(RANKING, language), path(DATA, language)):
        answer = client.get(page, query_string={"edition": edition})
        assert answer.status_code == status
        assert text(language, "former_none") in answer.text
        assert html.escape(edition) in answer.text
        assert "<b>" not in answer.text
        assert answer.headers["Cache-Control"] == "no-store"


def test_what_an_older_edition_lacks_is_said(client, tmp_path, monkeypatch):
    name = published(tmp_path, without="area_type")
    monkeypatch.setattr("callbacks.wanted.PUBLISHED_FOLDER", tmp_path)
    answer = client.get(f"/sv/kommun/1280-malmo?edition={name}")
    assert answer.status_code == 410
    assert text("sv", "former_lacks", edition=name, newest=NEWEST) in answer.text
    assert client.get("/sv/kommun/1280-malmo").status_code == 200
    shown = client.get(f"/sv/?indicator=area_type&area=1280&edition={name}")
    assert shown.status_code == 200
    assert "area_type" in re.search(r'class="notices">.*?</div>', shown.text)[0]


def test_a_page_of_an_older_edition_is_not_for_search_engines(client, older):
    page = client.get(f"{address('map')}&edition={older}").text
    assert 'name="robots" content="noindex"' in page
    assert 'rel="canonical"' not in page
