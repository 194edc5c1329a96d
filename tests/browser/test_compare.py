"""A planner with a council meeting tomorrow: compares, ranks and relates, by mouse and by keys."""

import re
from itertools import cycle

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.conftest import DESKTOP, PHONE, in_words, note_what_fails

ADDRESSES = [
    "/sv/jamfor?areas=0181,0127,00,0180R009&indicator=foreign_born_share&base=2020",
    "/en/compare?areas=0181,9999&indicator=openly_unemployed_share",
    "/sv/rangordna?indicator=gini_rented&sort=change",
    "/en/ranking?level=regso&within=0181",
    "/sv/samband?x=rented_share&y=owner_occupied_share&level=regso&within=0181",
    "/en/relationships",
]
sizes = pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])


@pytest.fixture
def opened(visit, context):
    """Opens a page that is read, whole."""

    def opens(address, viewport=DESKTOP, within=context):
        page = visit(address, viewport, within)
        page.locator("#sources").wait_for()
        return page

    return opens


def chosen(page):
    return page.locator(".chosen-areas li > a:first-child")


def names_in_chart(page):
    return page.locator("#over_time svg:visible text.label").all_text_contents()


@sizes
def test_a_planner_compares_sodertalje_with_three_peers_by_mouse(opened, viewport):
    page = opened("/sv/jamfor?areas=0181", viewport)
    page.locator("#adding-box").fill("Botk")
    page.locator("#adding-hits li", has_text="Botkyrka").click()
    expect(chosen(page)).to_have_text(["Södertälje", "Botkyrka"])
    page.locator("#peers ol a").first.click()
    expect(chosen(page)).to_have_count(3)
    page.locator("#peers ol a").first.click()
    expect(chosen(page)).to_have_count(4)
    expect(page).to_have_url(re.compile(r"areas=0181,0127,\d{4},\d{4}&"))
    page.locator("#ask-indicator").select_option("openly_unemployed_share")
    page.get_by_role("button", name="Visa", exact=True).first.click()
    expect(page).to_have_url(re.compile("indicator=openly_unemployed_share"))
    drawn = " ".join(names_in_chart(page))
    assert all(name in drawn for name in chosen(page).all_inner_texts())
    expect(page.locator("#before_after")).to_contain_text("beslutades 2018")
    expect(page.locator("#side_by_side tbody tr").nth(1)).to_contain_text("Utrikes födda")
    page.get_by_role("link", name="Ta bort Botkyrka").click()
    expect(chosen(page)).to_have_count(3)
    assert (page.errors, page.outside) == ([], [])


@sizes
def test_a_planner_compares_sodertalje_with_three_peers_by_keys(opened, viewport):
    page = opened("/sv/jamfor?areas=0181", viewport)
    page.locator("#adding-box").focus()
    page.keyboard.type("Bot")
    page.locator("#adding-hits li").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(chosen(page)).to_have_count(2)
    for count in (3, 4):
        page.locator("#peers ol a").first.focus()
        page.keyboard.press("Enter")
        expect(chosen(page)).to_have_count(count)
    page.locator("#ask-base").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("base=2020"))
    expect(page.locator("#over_time")).to_contain_text("index, 2020 = 100")
    page.go_back()
    expect(chosen(page)).to_have_count(4)
    assert page.errors == []


def test_areas_are_added_without_any_script(browser, opened):
    within = browser.new_context(java_script_enabled=False)
    page = opened("/sv/jamfor?areas=0181", within=within)
    page.locator("#adding-box").fill("botkyrka")
    page.get_by_role("button", name="Lägg till").click()
    expect(chosen(page)).to_have_text(["Södertälje", "Botkyrka"])
    page.locator("#adding-box").fill("qqqqqq")
    page.get_by_role("button", name="Lägg till").click()
    expect(page.locator(".notices")).to_contain_text("qqqqqq")
    within.close()


def test_weights_find_other_peers(opened):
    page = opened("/sv/jamfor?areas=0181")
    before = page.locator("#peers ol a").all_inner_texts()
    page.locator("#ask-weight_income").select_option("3")
    page.locator("#ask-weight_background").select_option("0")
    page.locator("#peers button").click()
    expect(page).to_have_url(re.compile("weight_background=0&weight_income=3"))
    assert page.locator("#peers ol a").all_inner_texts() != before


def test_the_ranking_sorts_at_once_and_its_address_says_so(opened):
    page = opened("/sv/rangordna?indicator=foreign_born_share")
    first = page.locator(".ranked tbody th").first
    highest = first.inner_text()
    head = page.locator(".ranked thead a[data-column=value]")
    head.click()
    expect(page).to_have_url(re.compile("sort=value&order=rising"))
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("Värde")
    assert first.inner_text() != highest
    head.focus()
    page.keyboard.press("Enter")
    expect(first).to_have_text(highest)
    page.locator(".ranked thead a[data-column=name]").click()
    expect(first).to_have_text("Ale")
    page.reload()
    expect(first).to_have_text("Ale")
    assert page.errors == []


def test_the_ranking_sorts_and_filters_without_any_script(browser, opened):
    within = browser.new_context(java_script_enabled=False)
    page = opened("/sv/rangordna", within=within)
    page.locator("#ask-programme").select_option("only")
    page.get_by_role("button", name="Visa").click()
    expect(page.locator(".ranked tbody tr")).to_have_count(32)
    page.locator(".ranked thead a[data-column=name]").click()
    expect(page.locator(".ranked tbody th").first).to_have_text("Borlänge")
    expect(page.locator(".ranked tbody tr")).to_have_count(32)
    within.close()


def test_pointing_and_arrow_keys_say_the_name_and_values(opened):
    page = opened("/sv/samband?level=regso&within=0181")
    said = page.locator(".pointed-at")
    page.locator(".circles").focus()
    page.keyboard.press("ArrowRight")
    first = said.inner_text()
    assert re.search(r".+: [\d,]+\s%, [\d,]+\s%", first)
    page.keyboard.press("ArrowRight")
    expect(said).not_to_have_text(first)
    page.keyboard.press("ArrowLeft")
    expect(said).to_have_text(first)
    page.keyboard.press("Escape")
    expect(said).to_contain_text("piltangenterna")
    page.locator(".circles svg:visible circle.point").last.hover()
    expect(said).to_contain_text("%")
    assert page.errors == []


@pytest.fixture(
    scope="module",
    params=zip(ADDRESSES, cycle([PHONE, PHONE, DESKTOP]), strict=False),
    ids=lambda asked: " ".join(map(in_words, asked)),
)
def read(request, context, site):
    """A page that is only read, in the window it is read in."""
    address, viewport = request.param
    page = note_what_fails(context.new_page(), site)
    page.read_in = viewport
    page.set_viewport_size(viewport)
    page.goto(site + address)
    page.locator("#sources").wait_for()
    yield page
    page.close()


def test_axe_finds_no_violation(read):
    read.set_viewport_size(read.read_in)
    assert violations(read) == []
    assert read.errors == [] and read.outside == []


def test_a_narrow_page_scrolls_in_one_direction_only(read):
    read.set_viewport_size({"width": 320, "height": 700})
    assert read.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_print_fits_the_paper(read):
    read.set_viewport_size({"width": 688, "height": 1000})
    read.emulate_media(media="print")
    width = read.evaluate("document.documentElement.scrollWidth")
    forms = read.locator("form:visible").count()
    read.emulate_media(media="screen")
    assert width <= 688
    assert forms == 0
