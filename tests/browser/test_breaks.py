"""The map of a change over borders that moved: what cannot be compared has its own look and words."""

import pytest
from playwright.sync_api import expect

from geo.crosswalk import changed_codes
from tests.browser.conftest import wait_for_map
from tests.browser.site import served
from tests.browser.turning import turn
from tests.longer_edition import site as longer

WORDS = "Ändrad gräns: kan inte jämföras"
INSIDE = {code for code in changed_codes() if code.startswith("2584")}
SHOWN = "/sv/?indicator=foreign_born_share&level=regso&area=2584"
MOVED = "&since=2020&year=2025"
LOOKS = "[...document.querySelectorAll('#map path[data-code^=\"2584\"]')].map(p => [p.dataset.code, p.style.fill])"


@pytest.fixture(scope="module")
def page(browser, tmp_path_factory):
    root = longer(tmp_path_factory.mktemp("longer"))
    with served(tmp_path_factory.mktemp("log"), root) as address:
        context = browser.new_context(
            base_url=address, reduced_motion="reduce", bypass_csp=True,
            viewport={"width": 1440, "height": 1000},
        )  # fmt: skip
        page = context.new_page()
        page.goto(SHOWN + MOVED)
        wait_for_map(page)
        yield page
        context.close()


def looks(page, pattern):
    return {code for code, fill in page.evaluate(LOOKS) if pattern in fill}


def test_areas_whose_border_moved_have_a_pattern_and_a_line_in_the_legend(page):
    turn(page, SHOWN + MOVED)
    line = page.locator("#legend li", has_text=WORDS)
    expect(line.locator(".count")).to_have_text(str(len(INSIDE)))
    assert looks(page, "#broken") == INSIDE - {"2584R001"}
    assert not looks(page, "#no-data")


def test_the_table_says_so_instead_of_a_difference(page):
    turn(page, SHOWN + MOVED)
    page.locator("details.all-values summary").click()
    changed = page.locator("#table tbody tr", has_text="2584R002")
    kept = page.locator("#table tbody tr", has_text="2584R010")
    expect(changed.locator("td").last).to_have_text(WORDS)
    expect(kept.locator("td").last).not_to_have_text(WORDS)


def test_years_on_one_side_of_the_move_are_compared_everywhere(page):
    turn(page, SHOWN + "&since=2020&year=2023")
    expect(page.locator("#legend li", has_text=WORDS)).to_have_count(0)
    assert not looks(page, "#broken")


def test_only_figures_over_older_areas_are_said_to_be_drawn_in_newer_borders(page):
    turn(page, SHOWN + "&year=2025")
    expect(page.locator("#border-note")).to_be_hidden()
    turn(page, SHOWN + "&year=2023")
    expect(page.locator("#border-note")).to_be_visible()
