"""How the page asks the server: once for a view, again in Dash's way where that fails, and ahead."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import wait_for_map


def paths(page):
    return [re.sub(r"^https?://[^/]+", "", address) for address in page.requested]


def choose(page, indicator="owner_occupied_share", title="Äganderätter"):
    page.evaluate(f"window.segregationskartan.choose('indicator', '{indicator}')")
    expect(page.locator("#map-title")).to_contain_text(title)
    page.wait_for_load_state("networkidle")


def fill(page, code="1480"):
    return page.locator(f"#map path[data-code='{code}']").first.evaluate("it => it.style.fill")


def test_a_change_of_indicator_is_one_question(open_page):
    page = open_page("/sv/")
    page.wait_for_load_state("networkidle")
    page.requested.clear()
    before = fill(page)
    choose(page)
    [view] = paths(page)
    assert re.match(r"/views/.*/sv/new/values\?indicator=owner_occupied_share", view)
    assert fill(page) != before


def test_another_area_is_asked_without_the_values_that_are_there(open_page):
    page = open_page("/sv/")
    page.wait_for_load_state("networkidle")
    page.requested.clear()
    page.evaluate("window.segregationskartan.choose('area', '1480')")
    expect(page.locator("#place-name")).to_have_text("Göteborg")
    view = next(path for path in paths(page) if path.startswith("/views/"))
    assert re.match(r"/views/.*/sv/new\?area=1480", view)


# Of another indicator each, as what has been seen before is not asked for again.
DAMAGE = {
    "cut off": (lambda body: body[: len(body) // 2], "rented_share", "Hyresrätter"),
    "of another opening": (
        lambda body: body[:-8] + bytes(8),
        "tenant_owned_share",
        "Bostadsrätter",
    ),
    "a bit that flipped": (
        lambda body: body[:900] + bytes((body[900] ^ 1,)) + body[901:],
        "owner_occupied_share",
        "Äganderätter",
    ),
    "nothing": (lambda body: b"", "dwellings", "Bostäder"),
}


@pytest.mark.parametrize(("damage", "indicator", "title"), DAMAGE.values(), ids=DAMAGE)
def test_a_short_answer_that_came_damaged_is_asked_for_whole(turned, damage, indicator, title):
    page = turned("/sv/")
    page.wait_for_load_state("networkidle")

    def damaged(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=damage(answer.body()))

    page.route(re.compile("/new"), damaged)
    page.requested.clear()
    choose(page, indicator, title)
    page.unroute_all(behavior="wait")
    whole, values = paths(page)[1:]
    assert re.match(rf"/views/.*/sv/\?indicator={indicator}", whole)
    assert values.endswith(f"/{indicator}-municipality.json")


def test_a_short_answer_that_does_not_come_is_asked_for_whole(browser, site):
    page = browser.new_page()
    page.add_init_script(
        "const { timeout } = AbortSignal; AbortSignal.timeout = (wait) => timeout.call(AbortSignal, wait / 50)"
    )
    page.route(re.compile("/new"), lambda route: None)
    page.goto(f"{site}/sv/")
    wait_for_map(page)
    page.wait_for_load_state("networkidle")
    choose(page)
    expect(page.locator("#map path[data-code='1480']").first).to_be_visible()
    page.context.close()


def test_values_that_came_along_altered_are_asked_for_by_themselves(open_page):
    """The short answer is whole, but what it holds is not what was published."""
    page = open_page("/sv/")
    page.wait_for_load_state("networkidle")
    page.evaluate(
        """() => {
            const keep = window.segregationskartan.keep;
            window.segregationskartan.keep = (address, checksum, bytes) => {
                bytes[bytes.length - 30] ^= 1;
                return keep(address, checksum, bytes);
            };
        }"""
    )
    page.requested.clear()
    choose(page)
    _, values = paths(page)
    assert values.endswith("/owner_occupied_share-municipality.json")
    expect(page.locator("#map path[data-code='1480']").first).to_be_visible()


def test_a_browser_that_cannot_unpack_asks_for_the_whole(browser, site):
    page = browser.new_page()
    page.add_init_script("delete window.DecompressionStream")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}/sv/")
    wait_for_map(page)
    choose(page)
    assert not any("/new" in address for address in asked)
    page.context.close()


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
    with page.expect_response(re.compile("/values")):
        theme.hover()
    page.wait_for_load_state("networkidle")
    page.requested.clear()
    theme.click()
    expect(theme).to_have_attribute("aria-pressed", "true")
    assert page.requested == []
