import re

import pytest

from geo.areas import area, areas
from geo.levels import levels
from layouts.head import head, head_of_map, head_of_site
from layouts.language import languages
from layouts.paths import MAP, METHOD, PROFILE, PROFILES, Asked, hyphenated, path, profile, resolve
from layouts.view import read

MUNICIPALITIES = areas(levels()["municipality"]).values()


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("page", [MAP, METHOD])
def test_a_page_is_found_by_its_own_path(page, language):
    assert resolve(path(page, language)) == Asked(page, language)


@pytest.mark.parametrize("language", languages())
def test_every_profile_is_found_by_its_own_path(language):
    for place in MUNICIPALITIES:
        own = path(PROFILE, language, place)
        assert resolve(own) == Asked(PROFILE, language, place)
        assert re.fullmatch(r"/\w\w/\w+/\d{4}(-[a-z]+)+", own)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("code", ["00", "14", "1480", "0180R009"])
def test_every_kind_of_area_has_a_profile_of_its_own(language, code):
    found = resolve(profile(language, area(code)))
    assert found.page == PROFILES[area(code).level.id]
    assert found.area == (None if code == "00" else area(code))


@pytest.mark.parametrize(
    "asked", ["/sv/kommun/1480", "/sv/kommun/1480-", "/sv/kommun/1480-malmo", "/sv/kommun/1480/"]
)
def test_a_missing_or_wrong_name_leads_to_the_same_page(asked):
    assert resolve(asked).path == "/sv/kommun/1480-goteborg"


@pytest.mark.parametrize(
    "asked",
    [
        "/sv/kommun",
        "/sv/kommun/",
        "/sv/kommun/9999-x",
        "/sv/kommun/14-vastra-gotaland",
        "/sv/kommun/00-sverige",
        "/sv/kommun/0180R009-x",
        "/sv/lan/1480-goteborg",
        "/sv/omrade/1480-goteborg",
        "/sv/omrade/0180R999",
        "/sv/sverige/00-sverige",
        "/sv/kommun/1480-goteborg/x",
        "/sv/municipality/1480-goteborg",
        "/xx/kommun/1480",
        "/sv/metod/1480",
        "/sv/kommun/../../etc/passwd",
    ],
)
def test_what_is_no_municipality_has_no_page(asked):
    assert resolve(asked) is None


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Göteborg", "goteborg"),
        ("Upplands Väsby", "upplands-vasby"),
        ("Dals-Ed", "dals-ed"),
        ("Kungshamn–Smögen", "kungshamn-smogen"),
    ],
)
def test_names_in_addresses_are_small_letters_and_hyphens(name, written):
    assert hyphenated(name) == written


SITE = "https://example.org"


def head_of(asked, **changes):
    return head(asked, "Göteborg", site=SITE, description="Om <Göteborg>", **changes)


def test_the_head_names_the_one_address_of_a_page_and_its_languages():
    made = head_of(resolve("/en/municipality/1480-wrong"))
    assert f'<link rel="canonical" href="{SITE}/en/municipality/1480-goteborg">' in made
    assert f'hreflang="sv" href="{SITE}/sv/kommun/1480-goteborg"' in made


def test_what_stands_in_the_head_is_escaped():
    assert "Om &lt;Göteborg&gt;" in head_of(Asked(METHOD, "sv"))


def test_a_page_with_a_question_keeps_it_in_its_addresses():
    made = head_of(Asked(METHOD, "sv"), query="a=1&b=2")
    assert f'href="{SITE}/sv/metod?a=1&amp;b=2"' in made


def test_a_picture_is_named_with_its_whole_address():
    made = head_of(Asked(METHOD, "sv"), picture="/sv/bild.png")
    assert f'property="og:image" content="{SITE}/sv/bild.png"' in made


def test_a_page_that_is_not_to_be_found_has_no_address_of_its_own():
    made = head_of(Asked(MAP, "sv"), indexed=False)
    assert "noindex" in made
    assert "canonical" not in made


def test_the_head_of_the_map_names_the_site_where_nothing_was_asked():
    made = head_of_site("sv", SITE)
    assert "<title>Segregationskartan – Så ser boendesegregationen ut i Sverige</title>" in made
    assert f'<link rel="canonical" href="{SITE}/sv/">' in made


def test_the_head_of_a_view_says_what_it_shows_and_has_its_picture():
    view = read("/sv/?indicator=foreign_born_share&area=1280&year=2023")[0]
    made = head_of_map(view, "År 2023 var andelen 35,9 %.", SITE)
    assert "<title>Utrikes födda, Malmö 2023 – Segregationskartan</title>" in made
    assert 'content="År 2023 var andelen 35,9 %."' in made
    assert f'property="og:image" content="{SITE}/sv/bild/karta.png?' in made
