"""What holds of every kind of page, in both languages, by day and by night."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from layouts import paths
from tests.browser.conftest import DESKTOP, wait_for_map
from tests.kinds import KINDS, address_of

NARROWEST = {"width": 320, "height": 700}


@pytest.fixture
def visit_kind(visit):
    """Opens a kind of page; the map once it is drawn."""

    def opened(page, language, viewport=DESKTOP):
        visited = visit(address_of(page, language), viewport)
        if page == paths.MAP:
            wait_for_map(visited)
        return visited

    return opened


@pytest.mark.parametrize(("page", "language"), KINDS)
def test_axe_finds_no_violation_by_day_or_by_night(visit_kind, page, language):
    visited = visit_kind(page, language)
    for scheme in ("light", "dark"):
        visited.emulate_media(color_scheme=scheme)
        found = Axe().run(visited).response["violations"]
        assert [
            (scheme, one["id"], node["html"][:160]) for one in found for node in one["nodes"]
        ] == []
    assert visited.errors == []
    assert visited.outside == []


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
