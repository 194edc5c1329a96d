"""What a visitor does with the map, on the real figures."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, wait_for_map
from tests.browser.turning import wait_for_view

SHAPES = "#map .choroplethlayer > g:first-child path"


def fills(page):
    return page.evaluate(
        f"[...document.querySelectorAll('{SHAPES}')].map((path) => [path.dataset.code, path.style.fill])"
    )


def shown_areas(page, count):
    page.wait_for_function(
        f"document.querySelectorAll('{SHAPES}[data-code]').length === {count}", timeout=15_000
    )


def point_in(page, code):
    """A point of the screen that lies in the shape of an area."""
    return page.evaluate(
        """(code) => {
            const shape = document.querySelector(`[data-code="${code}"]`);
            const [box, matrix] = [shape.getBBox(), shape.getScreenCTM()];
            for (let i = 1; i < 400; i += 1) {
                const x = box.x + (box.width * ((i * 7) % 20)) / 20;
                const y = box.y + (box.height * Math.floor(i / 20)) / 20;
                const near = [[x, y], [x + 1, y], [x, y + 1], [x - 1, y], [x, y - 1]];
                if (near.every(([a, b]) => shape.isPointInFill(new DOMPoint(a, b)))) {
                    const point = new DOMPoint(x, y).matrixTransform(matrix);
                    return [point.x, point.y];
                }
            }
        }""",
        code,
    )


def heading(page):
    return page.locator("#place-name")


def test_sweden_is_drawn_in_290_municipalities_coloured_by_value(open_once):
    page = open_once("/")
    drawn = dict(fills(page))
    assert len(drawn) == 290
    assert drawn["0127"] == "rgb(20, 63, 102)"  # Botkyrka, the highest share
    assert drawn["1407"] == "rgb(238, 242, 221)"  # Öckerö, the lowest
    assert len(set(drawn.values())) == 6


def test_nothing_goes_wrong_and_nothing_leaves_the_site(open_once, site):
    page = open_once("/")
    page.locator("#search-box").click()
    page.wait_for_load_state("networkidle")
    assert page.errors == []
    assert [url for url in page.requested if not url.startswith((site, "data:", "blob:"))] == []


def test_no_cookie_is_set(turned):
    page = turned("/sv/?area=1480")
    assert page.context.cookies() == []


def test_choosing_goteborg_draws_its_147_areas_and_its_series_and_back_returns_to_sweden(turned):
    page = turned("/sv/")
    page.mouse.move(*point_in(page, "1480"))
    expect(page.locator(".tooltip strong")).to_have_text("Göteborg")
    page.mouse.click(*point_in(page, "1480"))
    expect(heading(page)).to_have_text("Göteborg")
    shown_areas(page, 147)
    assert "area=1480" in page.url
    expect(page.locator("#series .annotation-text").filter(has_text="Göteborg")).to_be_visible()
    page.go_back()
    shown_areas(page, 290)
    expect(heading(page)).to_have_text("Sverige")


def test_back_after_another_indicator_and_an_area_draws_what_the_address_says(turned):
    page = turned("/sv/")
    page.locator("#indicator").select_option("rented_share")
    expect(page.locator("#map-title")).to_contain_text("Hyresrätter")
    page.mouse.click(*point_in(page, "1480"))
    shown_areas(page, 147)
    page.go_back()
    wait_for_view(page)
    expect(page.locator("#map-title")).to_contain_text("Hyresrätter Sverige")
    shown_areas(page, 290)


def test_back_right_after_a_choice_draws_what_the_address_says(turned):
    """So soon that the server has not been asked about the choice."""
    page = turned("/sv/")
    page.evaluate(
        """async () => {
            const title = () => document.getElementById("map-title").textContent;
            const before = title();
            window.segregationskartan.choose("indicator", "rented_share");
            while (title() === before) await new Promise(requestAnimationFrame);
            history.back();
        }"""
    )
    expect(page).not_to_have_url(re.compile("rented_share"))
    wait_for_view(page)
    expect(page.locator("#map-title")).to_contain_text("Utrikes födda")


@pytest.mark.parametrize("by", ["mouse", "keys"])
def test_back_while_an_area_is_pointed_at_leaves_it_and_draws_what_the_address_says(turned, by):
    page = turned("/sv/?area=1280")
    page.evaluate("window.segregationskartan.choose('area', '1480')")
    wait_for_view(page)
    if by == "mouse":
        page.mouse.move(*point_in(page, "1480R001"))
    else:
        page.locator("#map-frame").focus()
        page.keyboard.press("ArrowDown")
    expect(page.locator("#map .pointed")).to_have_count(1)
    page.go_back()
    wait_for_view(page)
    shown_areas(page, 91)
    expect(page.locator(".maps .pointed")).to_have_count(0)
    expect(page.locator(".tooltip")).to_be_hidden()
    assert page.errors == []


def test_what_is_pointed_at_by_keys_keeps_its_outline_when_zoomed(turned):
    page = turned("/sv/?area=1280")
    page.locator("#map-frame").focus()
    page.keyboard.press("ArrowDown")
    outline = page.locator("#map .pointed")
    before = outline.get_attribute("d")
    page.keyboard.press("+")
    expect(outline).not_to_have_attribute("d", before)
    shapes = (
        "[...document.querySelectorAll('#map path[data-code]')].map((one) => one.getAttribute('d'))"
    )
    assert outline.get_attribute("d") in page.evaluate(shapes)
    page.locator("[data-zoom=home]").click()
    assert page.errors == []


def typed_on(page, text):
    """The page with something typed into its search box, and what it finds."""
    page.locator("#search-box").fill(text)
    page.locator("#search-hits li").first.wait_for()
    return page


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("goteborg", "Göteborg"),
        ("Södertälje", "Södertälje"),
        ("0180", "Stockholm"),
        ("sodertalge", "Södertälje"),
        ("skåne", "Skåne län"),
    ],
)
def test_search_forgives_accents_case_and_spelling(turned, typed, place):
    page = typed_on(turned("/sv/"), typed)
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text(place)


def test_search_finds_a_regso_and_its_municipality_is_drawn(turned):
    page = typed_on(turned("/sv/"), "rinkeby")
    page.locator("#search-hits li").first.click()
    expect(heading(page)).to_have_text(re.compile("Rinkeby"))
    assert re.search("area=0180R\\d{3}", page.url)
    shown_areas(page, 127)


def test_a_search_without_hits_says_so(open_once):
    page = open_once("/")
    page.locator("#search-box").fill("xqxqxq")
    expect(page.locator(".search-none")).to_be_visible()


def test_a_change_of_year_recolours_without_any_request(turned):
    page = turned("/sv/?indicator=population")
    before = dict(fills(page))
    page.requested.clear()
    page.locator("#year").fill("0")
    expect(page.locator("#time output")).to_have_text("1998")
    assert dict(fills(page)) != before
    assert "year=1998" in page.url
    expect(page.locator("#fact-year")).to_have_text("1998")
    assert page.requested == []


def test_a_change_of_indicator_costs_a_few_kilobytes(open_page):
    page = open_page("/")
    sizes = []
    page.on(
        "response", lambda answer: sizes.append(int(answer.headers.get("content-length", 10**9)))
    )
    page.locator("#indicator").select_option("rented_share")
    expect(page.locator("#map-title")).to_contain_text("Hyresrätter")
    page.wait_for_load_state("networkidle")
    assert sum(sizes) < 20_000


def test_playing_goes_through_the_years(turned):
    page = turned("/sv/?year=2020")
    page.locator(".play").click()
    expect(page.locator("#time output")).to_have_text("2021", timeout=5_000)
    expect(page.locator("#time output")).to_have_text("2023", timeout=8_000)
    expect(page.locator(".play")).not_to_have_class(re.compile("playing"), timeout=5_000)


def test_arrow_keys_point_at_neighbours_and_enter_chooses(turned):
    page = turned("/sv/")
    page.locator("#map-frame").focus()
    page.keyboard.press("ArrowDown")
    first = page.locator("#map-said").inner_text()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#map-said")).not_to_have_text(first)
    assert re.search(r"\d\s%", page.locator("#map-said").inner_text())
    named = page.locator(".tooltip strong").inner_text()
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text(named)


def test_an_indicator_without_small_areas_shows_the_municipality_among_its_neighbours(turned):
    page = turned("/sv/?indicator=turnout_parliamentary_election&area=1480")
    codes = {code for code, _ in fills(page)}
    assert {"1480", "1407", "1384"} <= codes  # Kungsbacka lies in another county
    assert heading(page).inner_text() == "Göteborg"


def test_area_types_have_their_five_colours(turned):
    page = turned("/sv/?indicator=area_type&area=1280")
    assert len({fill for _, fill in fills(page)}) == 5


def test_an_area_without_value_has_a_pattern_of_its_own(open_page):
    page = open_page("/sv/?indicator=turnout_regional_election")
    assert dict(fills(page))["0980"] == 'url("#no-data")'
    expect(page.locator(".legend li[data-class=not_applicable]")).to_contain_text("Ej tillämpligt")


def test_areas_whose_border_changed_are_marked_and_the_page_says_so(turned):
    page = turned("/sv/?area=0120")
    assert page.locator("#map path.changed-border").count() > 0
    expect(page.locator("#border-note")).to_be_visible()


def test_what_cannot_be_shown_is_named(open_page):
    page = open_page("/sv/?indicator=nonsense&area=9999&year=1066&level=street")
    notices = page.locator("#notices")
    for word in ("nonsense", "9999", "1066", "street"):
        expect(notices).to_contain_text(word)
    assert len(fills(page)) == 290


def test_the_language_switch_keeps_the_view(open_page):
    page = open_page("/sv/?indicator=rented_share&area=1280&year=2021")
    page.locator("a.language").click()
    wait_for_map(page)
    expect(page.locator("#map-title")).to_contain_text("Rented dwellings")
    expect(page.locator("#fact-year")).to_have_text("2021")
    assert page.evaluate("document.documentElement.lang") == "en"


def test_the_table_holds_every_area_of_the_map(turned):
    page = turned("/sv/?indicator=population&year=2023")
    page.locator(".all-values summary").click()
    expect(page.locator("#table tbody tr")).to_have_count(290)
    first = page.locator("#table tbody tr").first
    expect(first).to_contain_text("Stockholm")
    expect(first.locator("td").nth(1)).to_have_text("988\u00a0943")
    page.locator(".all-values summary").click()


def test_the_table_sorts_by_name(open_once):
    page = open_once("/")
    page.locator(".all-values summary").click()
    page.locator("#table th button").first.click()
    expect(page.locator("#table tbody tr").first).to_contain_text("Ale")
    page.locator(".all-values summary").click()


@pytest.mark.parametrize(
    ("address", "value"),
    [
        ("/sv/?indicator=population&area=0180&year=2023", "988\u00a0943\u00a0personer"),
        ("/sv/?indicator=population&area=1480&year=2023", "604\u00a0616\u00a0personer"),
        ("/sv/?indicator=population&area=1280&year=2023", "362\u00a0133\u00a0personer"),
        ("/sv/?indicator=challenged_population_share&year=2022", "13,4\u00a0%"),
        ("/sv/?indicator=challenged_population_share&year=2023", "13,7\u00a0%"),
        ("/sv/?indicator=dissimilarity_foreign_born&area=0180&year=2020", "0,290"),
        ("/en/?indicator=dissimilarity_foreign_born&area=1480&year=2023", "0.353"),
    ],
)
def test_the_page_says_the_published_value(turned, address, value):
    assert turned(address).locator("#fact-value").inner_text() == value


@pytest.mark.parametrize(
    "address", ["/sv/", "/en/?area=1280", "/sv/?indicator=area_type&area=0180"]
)
def test_a_phone_scrolls_in_one_direction_only(turned, address):
    page = turned(address, viewport=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_a_phone_of_320_pixels_is_wide_enough(open_page):
    page = open_page("/sv/?area=1480", viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_zooming_in_and_home_again(open_once):
    page = open_once("/")
    width = "document.querySelector('[data-code=\"2380\"]').getBoundingClientRect().width"
    before = page.evaluate(width)
    page.locator("[data-zoom=in]").click()
    page.wait_for_function(f"{width} > {before * 1.3}")
    page.locator("[data-zoom=home]").click()
    page.wait_for_function(f"Math.abs({width} - {before}) < 1")


def test_a_map_that_cannot_be_fetched_is_told(browser, site):
    page = browser.new_page()
    page.route(re.compile("/editions/"), lambda route: route.abort())
    page.goto(site)
    expect(page.locator(".map-message")).to_contain_text("kunde inte hämtas", timeout=20_000)
    page.context.close()


def test_a_county_counts_and_lists_its_own_municipalities_only(turned):
    page = turned("/sv/?area=12")
    expect(page.locator("#table-count")).to_have_text("33 kommuner")
    counts = page.locator(".legend .count").all_inner_texts()
    assert sum(map(int, counts)) == 33


def test_the_method_page_explains_every_measure_and_a_search_on_it_leads_to_the_map(visit):
    page = visit("/sv/metod")
    expect(page.locator("h1")).to_have_text("Metod")
    expect(page.locator("article#dissimilarity h3")).to_contain_text("Dissimilaritetsindex")
    page.locator("a.language").click()
    expect(page.locator("h1")).to_have_text("Methods")
    page.locator("#search-box").fill("lund")
    page.locator("#search-hits li").first.wait_for()
    page.keyboard.press("Enter")
    wait_for_map(page)
    expect(heading(page)).to_have_text("Lund")
    assert "/en/" in page.url


@pytest.mark.parametrize(
    ("year", "counts"),
    [
        ("2022", ["160", "289", "855", "1\u00a0770", "289"]),
        ("2023", ["162", "293", "835", "1\u00a0781", "292"]),
    ],
)
def test_the_legend_counts_every_regso_of_each_type(turned, year, counts):
    page = turned(f"/sv/?indicator=area_type&year={year}")
    assert page.locator(".legend li:not(:has(.no-data)) .count").all_inner_texts() == counts
