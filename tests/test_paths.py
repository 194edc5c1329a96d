import re

import pytest

from geo.areas import areas
from geo.levels import levels
from layouts.head import head
from layouts.language import languages
from layouts.paths import MAP, METHOD, PROFILE, Asked, folded, path, resolve

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
    [("Göteborg", "goteborg"), ("Upplands Väsby", "upplands-vasby"), ("Dals-Ed", "dals-ed")],
)
def test_names_are_folded(name, written):
    assert folded(name) == written


def test_the_head_names_the_one_address_of_a_profile():
    made = head("/en/municipality/1480-wrong")
    assert made["canonical"] == '<link rel="canonical" href="/en/municipality/1480-goteborg">'
    assert made["tagline"] == "Profile of Göteborg"
    assert made["language"] == "en"


def test_the_map_has_no_canonical_address():
    assert head("/sv/")["canonical"] == ""


def test_a_page_that_there_is_none_of_has_the_language_of_its_path():
    assert head("/en/nonsense")["language"] == "en"
