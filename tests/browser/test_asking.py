"""How the page asks the server: once for a view, again in Dash's way where that fails, and ahead."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import wait_for_map


def paths(page):
    return [re.sub(r"^https?://[^/]+", "", address) for address in page.requested]


def test_a_change_of_indicator_is_one_question_and_one_file(open_page):
    page = open_page("/sv/")
    page.requested.clear()
    page.evaluate("window.segregationskartan.choose('indicator', 'owner_occupied_share')")
    expect(page.locator("#map-title")).to_contain_text("Äganderätter")
    page.wait_for_load_state("networkidle")
    view, values = paths(page)
    assert view.startswith("/views/") and "indicator=owner_occupied_share" in view
    assert values.endswith("/owner_occupied_share-municipality.json")


def test_a_view_seen_before_costs_nothing(open_page):
    page = open_page("/sv/?area=1480")
    page.evaluate("window.segregationskartan.choose('area', '1280')")
    page.locator("#map path[data-code^='1280']").first.wait_for(state="attached")
    page.requested.clear()
    page.go_back()
    expect(page.locator("#place-name")).to_have_text("Göteborg")
    assert page.requested == []


def test_without_the_one_question_the_page_asks_as_dash_does(browser, site):
    page = browser.new_page()
    page.route(re.compile("/views/"), lambda route: route.abort())
    page.goto(f"{site}/sv/?area=1480")
    wait_for_map(page)
    expect(page.locator("#place-name")).to_have_text("Göteborg")
    page.context.close()


def test_what_is_pointed_at_is_fetched_before_it_is_chosen(open_page):
    page = open_page("/sv/")
    page.requested.clear()
    theme = page.locator("button[data-theme]").nth(1)
    with page.expect_response(re.compile("/values/")):
        theme.hover()
    page.wait_for_load_state("networkidle")
    page.requested.clear()
    theme.click()
    expect(theme).to_have_attribute("aria-pressed", "true")
    assert page.requested == []
