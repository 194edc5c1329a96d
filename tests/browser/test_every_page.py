"""What holds of every kind of page, in both languages, by day and by night."""

import pytest

from layouts import paths
from tests.browser.axe import DAY, NIGHT, violations
from tests.browser.conftest import DESKTOP, PHONE, note_what_fails, wait_for_map
from tests.kinds import KINDS, address_of

NARROWEST = {"width": 320, "height": 700}
WIDTHS = {"sv": DESKTOP, "en": PHONE}
PICTURES = ("image", "img", "graphics-document")
SHORTEST = 5


@pytest.fixture
def visit_kind(visit):
    """Opens a kind of page; the map once it is drawn."""

    def opened(page, language, viewport=DESKTOP):
        visited = visit(address_of(page, language), viewport)
        if page == paths.MAP:
            wait_for_map(visited)
        return visited

    return opened


@pytest.fixture(scope="module", params=KINDS, ids="-".join)
def visited(request, context, site):
    """A kind of page with all that unfolds unfolded: wide in one language, narrow in the other."""
    page, language = request.param
    opened = note_what_fails(context.new_page(), site)
    opened.set_viewport_size(WIDTHS[language])
    opened.goto(site + address_of(page, language))
    if page == paths.MAP:
        wait_for_map(opened)
    opened.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    yield opened
    opened.close()


def test_axe_finds_no_violation_by_day_or_by_night(visited):
    assert violations(visited, DAY, NIGHT) == []
    assert visited.errors == []
    assert visited.outside == []


def test_every_picture_has_a_name_that_says_something(visited):
    told = [name for role, name in told_of(visited) if role in PICTURES]
    assert all(len(name) >= SHORTEST for name in told), told


def told_of(page):
    """Every node that a screen reader is told, with its role and its name."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return [
        (node["role"]["value"], node.get("name", {}).get("value", ""))
        for node in nodes
        if not node.get("ignored")
    ]


@pytest.mark.parametrize(("page", "language"), KINDS)
def test_a_page_has_one_heading_a_title_and_its_language(visit_kind, page, language):
    visited = visit_kind(page, language, NARROWEST)
    assert visited.locator("h1").count() == 1
    assert len(visited.title()) > 5
    assert visited.locator("html").get_attribute("lang") == language
    assert visited.evaluate("document.documentElement.scrollWidth") <= NARROWEST["width"]


@pytest.mark.parametrize("page", paths.PATHS)
def test_the_keyboard_reaches_the_content_and_is_seen_there(visit_kind, page):
    visited = visit_kind(page, "sv")
    visited.keyboard.press("Tab")
    assert visited.evaluate("document.activeElement.className") == "skip"
    seen = "getComputedStyle(document.activeElement).outlineStyle"
    for _ in range(12):
        visited.keyboard.press("Tab")
        assert visited.evaluate(seen) != "none"
