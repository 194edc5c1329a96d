"""What a full tour asks for and leaves behind: one origin, no cookie, no storage, no complaint."""

import urllib.request
from itertools import cycle

import pytest
from playwright.sync_api import expect

from layouts import open_data, paths
from layouts.language import languages
from tests import kinds
from tests.browser.conftest import DESKTOP, wait_for_map

KEPT = """async () => ({
    cookies: document.cookie,
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map((one) => one.name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {
    "cookies": "",
    "local": [],
    "session": [],
    "databases": [],
    "caches": [],
    "workers": 0,
}
# Headers that keep something with the visitor, or send it elsewhere.
FORBIDDEN = {"set-cookie", "report-to", "nel", "refresh", "clear-site-data"}


@pytest.fixture
def visitor(browser):
    """A page of a visitor who comes for the first time; notes what is asked for and what fails."""
    context = browser.new_context(reduced_motion="reduce", viewport=DESKTOP)
    page = context.new_page()
    page.asked, page.answers, page.errors = [], [], []
    page.on("request", lambda asked: page.asked.append(asked.url))
    page.on("response", lambda answer: page.answers.append(answer))
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.on("console", lambda said: said.type == "error" and page.errors.append(said.text))
    yield page
    context.close()


def pages(page, site):
    """Every kind of page, one in each language in turn, and what is made to be framed."""
    of_kinds = [
        kinds.address_of(*kind) for kind in zip(paths.PATHS, cycle(languages()), strict=False)
    ]
    for address in (*of_kinds, *open_data.FRONT.values(), *kinds.frames()):
        page.goto(site + address)
        expect(page.locator("h1, #place-name").first).to_be_visible()
        yield address


def acts(page, site):
    """What a person does on the pages: looks around the map, searches, compares, shares."""
    page.goto(f"{site}/")
    wait_for_map(page)
    page.locator("#search-box").fill("goteborg")
    page.locator("#search-hits li").first.click()
    expect(page.locator("#place-name")).to_have_text("Göteborg")
    page.locator("#indicator").select_option("rented_share")
    expect(page.locator("#map-title")).to_contain_text("Hyresrätter")
    page.locator("#year").fill("0")
    page.locator(".all-values summary").click()
    page.locator("[data-zoom=in]").click()
    page.wait_for_load_state("networkidle")
    yield "map"
    page.locator('[data-shares="embed"]').first.click()
    page.locator("dialog[open]").wait_for()
    yield "share"
    page.goto(f"{site}/sv/jamfor?areas=0180,1480&add=malmo")
    expect(page.locator("main")).to_contain_text("Malmö")
    yield "compare"
    page.locator("#search-box").fill("rinkeby")
    page.locator("#search-hits li").first.click()
    expect(page.locator("h1, #place-name").first).to_contain_text("Rinkeby")
    page.wait_for_load_state("networkidle")
    yield "search"


@pytest.mark.parametrize("tour", [pages, acts])
def test_a_full_tour_meets_no_error_and_one_origin_and_leaves_nothing(visitor, site, tour):
    for place in tour(visitor, site):
        assert visitor.errors == [], place
        assert visitor.evaluate(KEPT) == NOTHING, place
    visitor.wait_for_load_state("networkidle")
    assert visitor.context.cookies() == []
    assert len(visitor.asked) > 30
    outside = [url for url in visitor.asked if not url.startswith((f"{site}/", "data:", "blob:"))]
    assert outside == []
    assert [one.url for one in visitor.answers if FORBIDDEN & set(one.headers)] == []
    assert [one.url for one in visitor.answers if one.status >= 400] == []


def test_a_script_that_was_put_into_the_page_does_not_run(visitor, site):
    visitor.goto(f"{site}/sv/metod")
    visitor.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.ran = true";
            document.body.append(script);
            const image = document.createElement("div");
            image.innerHTML = '<img src="data:," onerror="window.ran = true">';
            document.body.append(image);
        }"""
    )
    visitor.wait_for_timeout(200)
    assert visitor.evaluate("window.ran") is None
    assert any("Content Security Policy" in said for said in visitor.errors)


def test_nothing_is_evaluated_as_code(visitor, site):
    visitor.goto(f"{site}/")
    wait_for_map(visitor)
    # From a script of the page itself: what a test evaluates comes from outside the page.
    visitor.evaluate("""() => setTimeout("window.ran = true", 0)""")
    visitor.wait_for_timeout(200)
    assert visitor.evaluate("window.ran") is None
    assert any("unsafe-eval" in said for said in visitor.errors)


def test_no_other_page_may_frame_ours(visitor, site):
    visitor.route(
        "http://elsewhere.test/",
        lambda route: route.fulfill(
            content_type="text/html", body=f'<iframe src="{site}/sv/metod"></iframe>'
        ),
    )
    visitor.goto("http://elsewhere.test/")
    visitor.wait_for_load_state("networkidle")
    framed = visitor.frames[-1]
    assert framed.url.startswith("chrome-error:")


def test_nobody_who_asks_from_this_machine_chooses_scheme_or_path(site):
    pretended = {
        "X-Forwarded-Proto": "https",
        "X-Forwarded-Host": "elsewhere.test",
        "SCRIPT_NAME": "/elsewhere",
        "PATH_INFO": "/metrics",
    }
    with urllib.request.urlopen(
        urllib.request.Request(f"{site}/robots.txt", headers=pretended), timeout=30
    ) as answer:
        assert f"Sitemap: {site}/sitemap.xml" in answer.read().decode()
        assert "Strict-Transport-Security" not in answer.headers
