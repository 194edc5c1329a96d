"""The map and its charts draw with the whole plotly.js as with our part of it."""

import re

from playwright.sync_api import expect
from plotly.offline import get_plotlyjs

from tests.browser.conftest import wait_for_map
from tests.browser.turning import turn

ADDRESSES = ("/sv/?area=1480", "/sv/?indicator=area_type&area=1280")
SHAPES = "[...document.querySelectorAll('#map path[data-code]')].map((p) => p.getAttribute('d'))"
TRACES = "document.querySelectorAll('.series .main-svg .trace').length"


def test_the_whole_bundle_draws_the_same_maps_and_charts(browser, site):
    drawn = {}
    for whole in (True, False):
        page = browser.new_page()
        if whole:
            page.route(re.compile(r"plotly\.min\.js"), serve_whole)
        page.goto(site + ADDRESSES[0])
        wait_for_map(page)
        drawn[whole] = [what_is_drawn(page, address) for address in ADDRESSES]
        page.context.close()
    assert drawn[True] == drawn[False]
    assert all(shapes and traces for shapes, traces in drawn[True])


def what_is_drawn(page, address):
    turn(page, address)
    expect(page.locator(".series .main-svg .trace").first).to_be_visible()
    return page.evaluate(SHAPES), page.evaluate(TRACES)


def serve_whole(route):
    route.fulfill(body=get_plotlyjs(), content_type="text/javascript")
