"""Whatever is typed into the search box stays text, and the page goes on."""

import pytest
from playwright.sync_api import expect

ODD = (
    "x" * 5_000,
    "\u202etsirhc",
    "مرحبا بالعالم",
    "👩‍👩‍👧‍👦🗺️",
    "' OR 1=1; DROP TABLE areas; --",
    "../../etc/passwd%00",
    "{{7*7}}${7*7}#{7*7}",
    '<img src=x onerror="window.ran=true">',
    "a\u0301" * 200,
    "[*+?(){}|\\^$.",
)


@pytest.mark.parametrize("typed", ODD, ids=range(len(ODD)))
def test_it_is_searched_for_as_text(open_once, typed):
    """First on the map, then on each page that answers."""
    page = open_once("/sv/")
    page.locator("#search-box").fill(typed)
    # No area is called that, so the server is asked.
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.locator("#search-box").fill("goteborg")
    expect(page.locator("#search-hits li").first).to_contain_text("Göteborg")
    assert page.evaluate("window.ran") is None
    assert page.locator("#search-hits img").count() == 0
    assert page.errors == []
