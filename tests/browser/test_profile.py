"""What a visitor does with the profiles."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.conftest import DESKTOP, PHONE, in_words, wait_for_map


@pytest.fixture
def open_profile(visit):
    """Opens a profile, whole."""

    def opened(address, viewport=DESKTOP):
        page = visit(address, viewport)
        page.locator("#sources").wait_for()
        return page

    return opened


def test_a_planner_reads_a_profile_and_goes_on_to_the_map(open_profile):
    page = open_profile("/sv/kommun/0181-sodertalje")
    expect(page.locator("h1")).to_have_text("Södertälje")
    expect(page.locator(".badge")).to_contain_text("2018:151")
    expect(page.locator(".summary li")).to_have_count(9)
    expect(page.locator("#key_figures tbody tr").first).to_contain_text("43,9\u00a0%")
    loaded = "[...document.querySelectorAll('.sparkline')].every((image) => image.naturalWidth)"
    assert page.evaluate(loaded)
    assert page.errors == []
    assert page.outside == []
    page.get_by_role("link", name="Hyresrätter", exact=True).click()
    wait_for_map(page)
    expect(page.locator("#place-name")).to_have_text("Södertälje")
    expect(page.locator("#map-title")).to_contain_text("Hyresrätter")


def test_the_regso_sort_by_any_column_and_lead_to_their_profiles_and_the_map(open_profile):
    page = open_profile("/sv/kommun/1280-malmo")
    table = page.locator("#regso table")
    first = table.locator("tbody tr").first
    expect(table.locator("th[aria-sort=descending]")).to_contain_text("Folkmängd")
    share = table.locator("thead button", has_text="Utrikes födda")
    share.click()
    cells = table.locator("tbody tr td:nth-child(3)").all_inner_texts()
    values = [float(cell.replace(",", ".")) for cell in cells]
    assert values == sorted(values, reverse=True)
    share.focus()
    page.keyboard.press("Enter")
    expect(table.locator("th[aria-sort=ascending]")).to_contain_text("Utrikes födda")
    name = first.locator("th").inner_text()
    first.locator("a").click()
    expect(page.locator("h1")).to_have_text(name)
    expect(page.locator(".breadcrumb")).to_contain_text("Malmö")
    page.locator(".to-map").click()
    wait_for_map(page)
    expect(page.locator("#place-name")).to_have_text(name)


def test_the_map_leads_to_the_profile_and_the_profile_to_its_peers(open_page):
    page = open_page("/sv/?area=0180R009")
    page.get_by_role("link", name="Kommunprofil för Stockholm").click()
    expect(page).to_have_url(re.compile("/sv/kommun/0180-stockholm$"))
    expect(page.locator("h1")).to_have_text("Stockholm")
    peer = page.locator("#peers tbody tr a").first
    name = peer.inner_text()
    peer.click()
    expect(page.locator("h1")).to_have_text(name)


def test_the_map_of_a_profile_leads_from_area_to_area(open_profile):
    page = open_profile("/sv/lan/12-skane-lan")
    page.locator("#map .areas a[aria-label^='Malmö']").click()
    expect(page.locator("h1")).to_have_text("Malmö")
    page.locator(".map-and-parts .shares a").first.click()
    expect(page.locator(".eyebrow")).to_have_text("Områdesprofil")
    expect(page.locator("#map .chosen-area")).to_have_count(1)
    page.locator(".breadcrumb a").first.click()
    expect(page.locator("h1")).to_have_text("Sverige")
    assert page.errors == []


def test_the_language_switch_keeps_the_municipality(open_profile):
    page = open_profile("/sv/kommun/0980")
    page.locator("a.language").click()
    expect(page).to_have_url(re.compile("/en/municipality/0980-gotland$"))
    expect(page.locator("h1")).to_have_text("Gotland")
    expect(page.locator("#key_figures")).to_contain_text("Not applicable")
    canonical = page.locator("link[rel=canonical]")
    assert canonical.get_attribute("href").endswith("/en/municipality/0980-gotland")
    assert page.title() == "Gotland – municipality profile"


def test_the_search_of_a_profile_leads_to_the_map(open_profile):
    """Though it has a section with a map of its own."""
    page = open_profile("/sv/kommun/0181-sodertalje")
    page.locator("#search-box").fill("lund")
    page.locator("#search-hits li").first.wait_for()
    page.keyboard.press("Enter")
    wait_for_map(page)
    expect(page.locator("#place-name")).to_have_text("Lund")
    assert page.errors == []


def test_an_unknown_municipality_is_not_found_and_the_page_says_so(context, site):
    page = context.new_page()
    answer = page.goto(f"{site}/sv/kommun/9999-ingenstans")
    assert answer.status == 404
    expect(page.locator("main")).to_contain_text("kommun/9999-ingenstans")
    page.get_by_role("combobox").fill("Rinkeby")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("Enter")
    wait_for_map(page)
    expect(page.locator("#place-name")).to_contain_text("Rinkeby")
    page.close()


def test_a_profile_can_be_read_without_any_script(browser, site):
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{site}/sv/kommun/1480")
    expect(page.locator("h1")).to_have_text("Göteborg")
    expect(page.locator("#key_figures tbody tr").first).to_be_visible()
    page.context.close()


@pytest.mark.parametrize(
    ("address", "viewport"),
    [
        ("/sv/kommun/0180", PHONE),  # most areas
        ("/en/municipality/2403", DESKTOP),  # fewest areas
        ("/sv/omrade/1280R059", PHONE),
        ("/en/area/2584R001", DESKTOP),  # its border has moved
        ("/en/county/09", PHONE),  # one municipality
    ],
    ids=in_words,
)
def test_axe_finds_no_violation_on_unusual_profiles_either(open_profile, address, viewport):
    page = open_profile(address, viewport)
    page.locator("#sources summary").click()
    assert violations(page) == []


@pytest.mark.parametrize(
    ("address", "width"),
    [
        ("/sv/kommun/0180", 320),
        ("/en/municipality/0331", 320),
        ("/sv/kommun/0980", 390),
        ("/sv/omrade/1280R059", 320),
        ("/en/county/25", 320),
        ("/sv/sverige", 320),
    ],
)
def test_a_phone_scrolls_in_one_direction_only(open_profile, address, width):
    page = open_profile(address, {"width": width, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_print_fits_the_paper(open_profile):
    page = open_profile("/sv/kommun/0181", {"width": 688, "height": 1000})
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= 688
    expect(page.locator(".site-footer")).to_be_hidden()
    expect(page.locator(".caveats dd").first).to_be_visible()
