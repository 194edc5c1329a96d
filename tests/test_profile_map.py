"""The map of a profile is coloured by the published values, and what stands beside it is published."""

import re

import pytest

from app import create_app
from callbacks.profile import profile_of
from data import store
from data.edition import current_edition
from data.profile import contents
from geo.areas import area
from geo.levels import levels
from layouts.classes import classes
from layouts.drawn import years
from layouts.language import languages, text
from layouts.markup import markup
from layouts.profile.go_on import go_on
from layouts.profile.picture import picture
from settings import Settings
from tests.read_page import found, words

EXAMPLES = ["00", "12", "09", "1280", "0181", "2403", "1280R059", "2584R001"]


@pytest.fixture(scope="module")
def client():
    return create_app(Settings(rate_limit=None)).server.test_client()


def drawn(code, language="sv"):
    """The fill of every area of the map, by its code."""
    made = markup(picture(profile_of(area(code)), language))
    shapes = re.findall(r'<a href="/\w+/\w+/(\w+)-[^"]*"[^>]*><path [^>]*fill="([^"]+)"', made)
    return dict(shapes), made


@pytest.mark.parametrize("code", EXAMPLES)
def test_every_area_has_the_colour_of_its_class(code):
    place, (fills, _) = area(code), drawn(code)
    indicator = contents().maps[place.level.id]
    level = levels()["municipality" if place.level.id in ("sweden", "county") else "regso"]
    coverage = current_edition().coverage(indicator, level)
    palette = [one["colour"] for one in classes(indicator, coverage, "sv")]
    values = store.values(indicator, level, years(indicator, level)[-1])
    scope = "" if code == "00" else code[:4]
    inside = values[values.index.str.startswith(scope)]
    gone = {one for one in inside.index if one not in fills}
    assert all(area(one, "2025") is None for one in gone)
    for one, fill in fills.items():
        value = round(float(values[one]), indicator.decimals)
        if indicator.categories:
            assert fill == palette[int(value) - 1]
        else:
            assert fill == palette[sum(value >= limit for limit in coverage.limits)]


@pytest.mark.parametrize("code", EXAMPLES)
def test_only_a_regso_is_outlined(code):
    assert ("chosen-area" in drawn(code)[1]) == (code == "1280R059")


def test_a_municipality_without_an_index_says_why_there_is_no_list():
    groups = contents().contributions.label["sv"]
    said = words(picture(profile_of(area("2403")), "sv"))
    assert text("sv", "part_none", area="Bjurholm", groups=groups) in said


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("code", EXAMPLES)
def test_the_ways_on_lead_to_pages_that_find_nothing_wrong_with_the_question(
    client, code, language
):
    links = [link.href for link in found(go_on(profile_of(area(code)), language), "A")]
    assert links
    for address in (link for link in links if not link.startswith("/api/")):
        answer = client.get(address.partition("#")[0], follow_redirects=True)
        assert answer.status_code == 200, address
        assert 'class="notice-title"' not in answer.text, address


def test_a_municipality_of_the_programme_leads_to_before_and_after(client):
    links = [link.href for link in found(go_on(profile_of(area("0181")), "sv"), "A")]
    (address,) = (link for link in links if link.endswith("#before_after"))
    answer = client.get(address.partition("#")[0], follow_redirects=True)
    assert 'id="before_after"' in answer.text
    others = [link.href for link in found(go_on(profile_of(area("0180")), "sv"), "A")]
    assert any(link.endswith("#before_after") for link in others) == (
        profile_of(area("0180")).in_programme
    )
