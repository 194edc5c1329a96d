"""The map draws the figures that were published, or says that it does not."""

import re

import pytest
from playwright.sync_api import expect

from data.edition import PUBLISHED_FOLDER, current_name
from tests.browser.conftest import DESKTOP, wait_for_map

VALUES = re.compile(r"/editions/.+/values/.+\.json$")
FOLDER = PUBLISHED_FOLDER / current_name(PUBLISHED_FOLDER) / "values"


@pytest.fixture
def page(browser, site):
    context = browser.new_context(reduced_motion="reduce", viewport=DESKTOP)
    yield context.new_page()
    context.close()


def tampered(address):
    """The published file with one digit of one value changed, which still can be read."""
    body = (FOLDER / address.rsplit("/", 1)[1]).read_text()
    at = re.search(r'"values":\s*\[\[\D*(\d)', body)
    return f"{body[: at.start(1)]}{(int(at[1]) + 1) % 10}{body[at.end(1) :]}"


def test_a_changed_digit_is_not_drawn_and_the_page_says_so(page, site):
    page.route(VALUES, lambda route: route.fulfill(body=tampered(route.request.url)))
    page.goto(f"{site}/sv/")
    message = page.locator(".map-message")
    expect(message).to_contain_text("inte de som publicerades", timeout=30_000)
    expect(message).to_be_visible()
    assert page.locator("#map path[data-code]").count() == 0


def test_what_the_browser_kept_damaged_is_fetched_anew(page, site):
    asked = []

    def once_wrong(route):
        asked.append(route.request.url)
        if len(asked) == 1:
            route.fulfill(body=tampered(route.request.url))
        else:
            route.continue_()

    page.route(VALUES, once_wrong)
    page.goto(f"{site}/sv/")
    wait_for_map(page)
    assert len(asked) == 2
    assert page.locator(".map-message").is_hidden()


def test_the_next_indicator_is_not_drawn_over_the_last_with_other_figures(page, site):
    page.goto(f"{site}/sv/")
    wait_for_map(page)
    drawn = page.locator("#map-title").inner_text()
    # Where they do not come along with the view either.
    page.route(re.compile("/new/values"), lambda route: route.abort())
    page.route(VALUES, lambda route: route.fulfill(body=tampered(route.request.url)))
    page.locator("#indicator").select_option("rented_share")
    expect(page.locator(".map-message")).to_contain_text("inte de som publicerades", timeout=30_000)
    expect(page.locator("#map-title")).to_have_text(drawn)
