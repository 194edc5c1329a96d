"""The map page before its script has run, without one, and when the script takes over."""

import pytest
from playwright.sync_api import expect

from data import store
from data.catalogue import indicators
from tests.browser.conftest import PHONE


@pytest.fixture
def plain(browser, site):
    """A page of a visitor whose browser runs no script."""
    context = browser.new_context(java_script_enabled=False)

    def opened(address, viewport=None):
        page = context.new_page()
        page.set_viewport_size(viewport or {"width": 1440, "height": 1000})
        page.goto(site + address)
        return page

    yield opened
    context.close()


def test_without_a_script_the_map_is_a_picture_with_its_numbers(plain):
    page = plain("/sv/?indicator=foreign_born_share&area=1280&year=2023")
    expect(page.locator("h1")).to_have_text("Utrikes födda Malmö, 2023")
    expect(page.get_by_role("img", name="Utrikes födda, Malmö, 2023")).to_be_visible()
    expect(page.locator(".fact-value")).to_have_text("35,9\u00a0%")
    page.locator(".all-values summary").click()
    row = page.locator(".all-values tbody tr", has_text="Herrgården norr")
    code = row.locator("a").get_attribute("href").partition("area=")[2]
    value = store.series(indicators()["foreign_born_share"], code)[2023]
    assert float(row.locator("td").inner_text().replace(",", ".")) == pytest.approx(value, abs=0.05)


def test_without_a_script_a_form_leads_to_another_map_and_links_to_areas(plain):
    page = plain("/sv/?area=1280")
    page.get_by_label("Mått").select_option("rented_share")
    page.get_by_label("År").select_option("2022")
    page.get_by_role("button", name="Visa").click()
    expect(page.locator("h1")).to_have_text("Hyresrätter Malmö, 2022")
    page.get_by_role("link", name="Skåne län").click()
    expect(page.locator("h1")).to_contain_text("Hyresrätter Skåne län")


def test_without_a_script_what_was_asked_wrongly_is_named(plain):
    page = plain("/sv/?area=9999")
    expect(page.locator(".notices")).to_contain_text("9999")


@pytest.mark.parametrize("address", ["/sv/", "/en/?area=0180", "/sv/?level=regso"])
def test_without_a_script_a_phone_scrolls_in_one_direction_only(plain, address):
    page = plain(address, PHONE)
    box = page.locator("main").bounding_box()
    assert box["x"] + box["width"] <= PHONE["width"]
    for part in page.locator("main svg").all():
        assert part.bounding_box()["width"] <= PHONE["width"]


def test_the_script_takes_the_place_of_the_picture(open_page):
    page = open_page("/sv/?area=1280")
    expect(page.locator(".opening > *")).to_have_count(0)
    expect(page.locator(".canvas > .drawn")).to_have_count(0)
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("main")).to_have_count(1)
