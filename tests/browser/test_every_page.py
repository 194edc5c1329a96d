"""What holds of every kind of page, in both languages, by day and by night."""

import pytest

from layouts import paths
from tests.browser.axe import DAY, NIGHT, violations
from tests.browser.bars import LACKING, WITH_CHARTS
from tests.browser.conftest import DESKTOP, PHONE, note_what_fails, wait_for_map
from tests.kinds import KINDS, address_of

NARROWEST = {"width": 320, "height": 700}
WIDTHS = {"sv": DESKTOP, "en": PHONE}
PICTURES = ("image", "img", "graphics-document")
SHORTEST = 5
IN_ROWS_ALONE = {paths.RANKING}  # where a phone has no room for them


@pytest.fixture(scope="module", params=KINDS, ids="-".join)
def visited(request, context, site):
    """A kind of page, opened once in the narrowest window for all that is asked of it."""
    opened = note_what_fails(context.new_page(), site)
    opened.kind, opened.language = request.param
    opened.set_viewport_size(NARROWEST)
    opened.goto(site + address_of(*request.param))
    if opened.kind == paths.MAP:
        wait_for_map(opened)
    yield opened
    opened.close()


@pytest.fixture
def unfolded(visited):
    """It with all that unfolds unfolded: wide in one language, narrow in the other."""
    visited.set_viewport_size(WIDTHS[visited.language])
    visited.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    return visited


def test_a_page_has_one_heading_a_title_and_its_language(visited):
    visited.set_viewport_size(NARROWEST)
    assert visited.locator("h1").count() == 1
    assert len(visited.title()) > 5
    assert visited.locator("html").get_attribute("lang") == visited.language
    assert visited.evaluate("document.documentElement.scrollWidth") <= NARROWEST["width"]


def test_the_keyboard_reaches_the_content_and_is_seen_there(visited):
    visited.set_viewport_size(DESKTOP)
    visited.keyboard.press("Tab")
    assert visited.evaluate("document.activeElement.className") == "skip"
    seen = "getComputedStyle(document.activeElement).outlineStyle"
    for _ in range(12):
        visited.keyboard.press("Tab")
        assert visited.evaluate(seen) != "none"


def test_every_chart_of_every_kind_of_page_can_be_taken_along(visited):
    visited.set_viewport_size(DESKTOP)
    found = visited.evaluate(LACKING)
    assert found["lacking"] == []
    assert bool(found["shown"]) is (visited.kind in WITH_CHARTS)


def test_axe_finds_no_violation_by_day_or_by_night(unfolded):
    assert violations(unfolded, DAY, NIGHT) == []
    assert unfolded.errors == []
    assert unfolded.outside == []


def test_every_picture_has_a_name_that_says_something(unfolded):
    told = pictures_told_of(unfolded)
    assert told or unfolded.kind not in WITH_CHARTS - IN_ROWS_ALONE
    assert all(len(name) >= SHORTEST for name in told), told


def pictures_told_of(page):
    """The name of every picture that a screen reader is told of."""
    session = page.context.new_cdp_session(page)
    whole = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    found = [
        node
        for role in PICTURES
        for node in session.send("Accessibility.queryAXTree", {"nodeId": whole, "role": role})[
            "nodes"
        ]
    ]
    session.detach()
    return [node.get("name", {}).get("value", "") for node in found if not node.get("ignored")]
