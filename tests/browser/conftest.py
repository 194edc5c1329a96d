import re
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.browser.site import chromium, served
from tests.browser.turning import PATIENCE, turn

# What is waited for comes in its own time on a machine that does much else.
expect.set_options(timeout=PATIENCE)

DESKTOP = {"width": 1440, "height": 1000}
PHONE = {"width": 390, "height": 844}


def in_words(value):
    """How a test that is asked of addresses and sizes is named."""
    return "phone" if value == PHONE else "desktop" if value == DESKTOP else str(value)


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    with served(Path(tmp_path_factory.mktemp("site"))) as address:
        yield address


@pytest.fixture(scope="session")
def browser():
    """One process draws all pages of a site: it has read their scripts once and for all."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium(),
            args=["--no-sandbox", "--disable-dev-shm-usage", "--process-per-site"],
        )
        yield started
        started.close()


@pytest.fixture(scope="session")
def context(browser, site):
    """One visitor for all tests, so that what never changes is fetched once.

    Playwright's own `wait_for_function` evaluates text, which the pages forbid; test_security.py
    goes through all of them with their policy in force.
    """
    visitor = browser.new_context(reduced_motion="reduce", bypass_csp=True)
    # While a page is open, what draws the site stays.
    visitor.new_page().goto(f"{site}/healthz")
    return visitor


@contextmanager
def opening(context, site):
    """Opens an address of the site and waits for its map; notes requests and console errors."""
    pages = []

    def opened(address="/", viewport=None):
        page = note_what_fails(context.new_page(), site)
        pages.append(page)
        page.set_viewport_size(viewport or DESKTOP)
        page.requested = []
        page.on("request", lambda request: note(page, request.url))
        page.goto(site + address)
        wait_for_map(page)
        return page

    yield opened
    for page in pages:
        page.close()


@pytest.fixture
def open_page(context, site):
    """A page with a map for one test."""
    with opening(context, site) as opened:
        yield opened


@pytest.fixture(scope="module")
def open_once(context, site):
    """A page with a map for all tests of a module that ask for it in the same words."""
    with opening(context, site) as opened:
        kept = {}

        def once(address="/", viewport=None):
            asked = (address, str(viewport))
            if asked not in kept:
                kept[asked] = opened(address, viewport)
            return kept[asked]

        yield once


@pytest.fixture(scope="module")
def turned(context, site):
    """A page that stays open and is turned to the address that is asked for, as by Back and Forward:
    what an address shows is seen at a fraction of the work of opening it.

    There is one for each size and each path before the question, which says the language; it is
    opened at the first address. A test may leave it at another address, but as it was otherwise.
    """
    with opening(context, site) as opened:
        kept = {}

        def turned_to(address, viewport=None):
            asked = (urlsplit(address).path, str(viewport))
            if asked in kept:
                turn(kept[asked], address)
            else:
                kept[asked] = opened(address, viewport)
            return kept[asked]

        yield turned_to


@pytest.fixture
def visit(context, site):
    """Opens an address as it is, map or not; notes console errors and what leaves the site."""
    pages = []

    def opened(address, viewport=None, within=context):
        page = note_what_fails(within.new_page(), site)
        pages.append(page)
        page.set_viewport_size(viewport or DESKTOP)
        page.goto(site + address)
        return page

    yield opened
    for page in pages:
        page.close()


def note_what_fails(page, site):
    """The page, which from now on keeps its errors and what it asks for elsewhere."""
    page.errors, page.outside = [], []
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.on("console", lambda said: said.type == "error" and page.errors.append(said.text))
    page.on("request", lambda asked: note_outside(page, asked.url, site))
    return page


def note_outside(page, address, site):
    if not address.startswith((site, "data:", "blob:")):
        page.outside.append(address)


def note(page, address):
    """Every request but the icon's: Chromium asks its own cache for it at each new address."""
    if not address.endswith("/mark.svg"):
        page.requested.append(address)


def wait_for_map(page):
    page.locator("#map path[data-code]").first.wait_for(state="attached")
    told = page.locator("#fact-sentence, #fact-value").filter(has_text=re.compile(r"\S"))
    told.first.wait_for(state="attached")
