"""The map and its charts draw with the whole plotly.js as with our part of it."""

import re

import pytest
from playwright.sync_api import expect
from plotly.offline import get_plotlyjs

from tests.browser.conftest import wait_for_map


@pytest.mark.parametrize("address", ["/sv/?area=1480", "/sv/?indicator=area_type&area=1280"])
def test_the_whole_bundle_draws_the_same_map_and_chart(browser, site, address):
    drawn = []
    for whole in (True, False):
        page = browser.new_page()
        if whole:
            page.route(re.compile(r"plotly\.min\.js"), serve_whole)
        page.goto(site + address)
        wait_for_map(page)
        expect(page.locator(".series .main-svg .trace").first).to_be_visible()
        shapes = (
            "[...document.querySelectorAll('#map path[data-code]')].map((p) => p.getAttribute('d'))"
        )
        traces = "document.querySelectorAll('.series .main-svg .trace').length"
        drawn.append((page.evaluate(shapes), page.evaluate(traces)))
        page.context.close()
    assert drawn[0] == drawn[1]


def serve_whole(route):
    route.fulfill(body=get_plotlyjs(), content_type="text/javascript")
