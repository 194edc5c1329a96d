"""axe-core finds nothing that keeps people out."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import PHONE

ADDRESSES = [
    "/sv/",
    "/en/",
    "/sv/?indicator=area_type&area=1280",
    "/en/?indicator=dissimilarity_foreign_born&area=0180",
    "/sv/?indicator=turnout_regional_election&area=0980",
    "/sv/?indicator=nonsense",
]


@pytest.mark.parametrize("viewport", [None, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_axe_finds_no_violation(open_page, address, viewport):
    page = open_page(address, viewport=viewport)
    page.locator(".all-values summary").click()
    page.locator("#table table").wait_for()
    found = Axe().run(page).response["violations"]
    assert [
        (violation["id"], node["html"][:160]) for violation in found for node in violation["nodes"]
    ] == []


def test_search_hits_have_no_violation(open_page):
    page = open_page("/")
    page.locator("#search-box").fill("sto")
    page.locator("#search-hits li").first.wait_for()
    found = Axe().run(page).response["violations"]
    assert [violation["id"] for violation in found] == []


def test_every_control_is_reached_by_tab(open_page):
    page = open_page("/")
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate(
                "document.activeElement.id || document.activeElement.dataset.value"
                " || document.activeElement.dataset.zoom || document.activeElement.className"
            )
        )
    assert {
        "search-box",
        "indicator",
        "county",
        "regso",
        "map-frame",
        "in",
        "play",
        "year",
    } <= reached


@pytest.mark.parametrize("address", ["/sv/metod", "/en/method"])
def test_the_method_page_has_no_violation(context, site, address):
    page = context.new_page()
    page.goto(site + address)
    page.locator("h1").wait_for()
    found = Axe().run(page).response["violations"]
    page.close()
    assert [(violation["id"], violation["nodes"][0]["html"][:160]) for violation in found] == []
