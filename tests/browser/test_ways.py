"""Maps of change, two maps, and the map of where the reader is."""

import re

import pytest
from playwright.sync_api import expect

from data import store
from data.catalogue import indicators
from geo.levels import levels
from tests.browser.conftest import PHONE

FILL = "document.querySelector('{where} path[data-code=\"{code}\"]').style.fill"
SHOWN = "[...document.querySelectorAll('#map path[data-code]')]"


def fill(page, where, code):
    return page.evaluate(FILL.format(where=where, code=code))


def change_of(indicator, code, first, last):
    values = store.series(indicators()[indicator], code)
    return values[last] - values[first]


def test_a_map_of_change_counts_from_the_first_year_and_says_so(turned):
    page = turned("/sv/?indicator=foreign_born_share&area=00&year=2023")
    page.get_by_role("button", name="Ändringen").click()
    expect(page).to_have_url(re.compile("since=2020"))
    expect(page.locator("#map-title")).to_contain_text("ändring 2020–2023")
    expect(page.locator("#legend h2")).to_have_text("procentenheter")
    expect(page.locator("#legend li")).to_have_count(7)


def test_the_table_of_change_has_both_values_and_their_difference(turned):
    page = turned("/sv/?indicator=foreign_born_share&area=00&year=2023&since=2021")
    page.locator("details.all-values summary").click()
    row = page.locator("#table tbody tr", has_text="Södertälje")
    cells = row.locator("td").all_inner_texts()
    page.locator("details.all-values summary").click()
    values = store.series(indicators()["foreign_born_share"], "0181")
    written = [cell.replace(",", ".").replace("−", "-") for cell in cells[1:]]
    assert [float(one) for one in written] == [
        pytest.approx(values[2021], abs=0.05),
        pytest.approx(values[2023], abs=0.05),
        pytest.approx(values[2023] - values[2021], abs=0.05),
    ]


def test_the_years_of_a_change_are_shown_without_asking_the_server(turned):
    page = turned("/sv/?indicator=foreign_born_share&since=2020&year=2023")
    page.requested.clear()
    before = page.locator("#map-title").inner_text()
    page.get_by_label("Ändring sedan").select_option("2022")
    expect(page.locator("#map-title")).to_contain_text("2022–2023")
    assert page.locator("#map-title").inner_text() != before
    assert page.requested == []


def test_a_fall_and_a_rise_have_different_colours_and_no_change_is_neutral(turned):
    page = turned("/sv/?indicator=foreign_born_share&since=2020&year=2023&level=municipality")
    fills = {}
    shares = indicators()["foreign_born_share"]
    level = levels()["municipality"]
    change = store.values(shares, level, 2023) - store.values(shares, level, 2020)
    for name, code in {
        "fall": change.idxmin(),
        "rise": change.idxmax(),
        "same": change.abs().idxmin(),
    }.items():
        fills[name] = fill(page, "#map", code)
    assert len(set(fills.values())) == 3


def test_two_maps_show_two_years_in_one_scale(turned):
    page = turned("/sv/?indicator=foreign_born_share&area=00&year=2023")
    page.get_by_role("button", name="Två kartor").click()
    expect(page.locator("#beside path[data-code]").first).to_be_visible()
    names = page.locator(".map-name").all_inner_texts()
    assert names == ["Utrikes födda, 2023", "Utrikes födda, 2020"]
    shapes = "[...document.querySelectorAll('{} path[data-code]')].map((p) => p.getAttribute('d'))"
    first, other = (page.evaluate(shapes.format(where)) for where in ("#map", "#beside"))
    assert first == other


def test_the_other_map_can_show_another_indicator_and_both_are_told_when_pointed_at(turned):
    page = turned("/sv/?indicator=foreign_born_share&area=1280&beside=rented_share")
    expect(page.locator(".map-name").nth(1)).to_have_text("Hyresrätter, 2023")
    page.locator("#beside path[data-code]").nth(3).hover()
    tip = page.locator(".tooltip")
    expect(tip).to_contain_text("Utrikes födda 2023:")
    expect(tip).to_contain_text("Hyresrätter 2023:")
    page.locator("details.all-values summary").click()
    heads = page.locator("#table thead th").all_inner_texts()
    page.locator("details.all-values summary").click()
    assert any("Hyresrätter 2023" in head for head in heads)


def test_the_maps_move_together(open_page):
    page = open_page("/sv/?indicator=foreign_born_share&area=1280&beside=rented_share")
    shape = "document.querySelector('{} path[data-code]').getAttribute('d')"
    first, other = (shape.format(where) for where in ("#map", "#beside"))
    before = page.evaluate(first)
    page.get_by_role("button", name="Zooma in").click()
    page.wait_for_function(f"{first} !== '{before}' && {first} === {other}")


def test_one_map_comes_back(turned):
    page = turned("/sv/?indicator=foreign_born_share&area=1280&beside=rented_share")
    page.get_by_role("button", name="Värdet").click()
    expect(page.locator("#beside")).to_be_hidden()
    expect(page).not_to_have_url(re.compile("beside"))


@pytest.mark.parametrize("asked", ["since=2020", "beside=rented_share"])
def test_on_a_phone_it_scrolls_in_one_direction_only(turned, asked):
    page = turned(f"/sv/?indicator=foreign_born_share&area=1280&{asked}", PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.fixture
def standing(context):
    """Where the reader is, as the browser tells it."""

    def stand(latitude, longitude):
        context.grant_permissions(["geolocation"])
        context.set_geolocation({"latitude": latitude, "longitude": longitude})

    yield stand
    context.clear_permissions()


def test_where_the_reader_is_is_found_in_the_browser_alone(open_page, standing):
    standing(59.3880, 17.9250)
    page = open_page("/sv/")
    page.requested.clear()
    page.get_by_role("button", name="Visa där jag är").click()
    expect(page.locator("#place-name")).to_contain_text("Rinkeby")
    assert not [asked for asked in page.requested if "59.3" in asked or "17.9" in asked]


def test_who_is_abroad_is_told_so(open_page, standing):
    standing(52.52, 13.40)
    page = open_page("/sv/")
    page.get_by_role("button", name="Visa där jag är").click()
    expect(page.locator(".near-said")).to_contain_text("inte i något område")


def test_who_does_not_tell_where_they_are_is_asked_to_search(open_page, context):
    context.clear_permissions()
    page = open_page("/sv/")
    page.get_by_role("button", name="Visa där jag är").click()
    expect(page.locator(".near-said")).to_contain_text("Sök på namnet")


def test_on_a_phone_the_chosen_theme_is_in_view_and_the_page_stays(open_page):
    page = open_page("/sv/?indicator=area_type&area=1280", viewport=PHONE)
    chosen = page.locator("button[data-theme][aria-pressed=true]")
    expect(chosen).to_have_text("Områdestyper")
    expect(chosen).to_be_in_viewport(ratio=1)
    assert page.evaluate("window.scrollY") == 0
