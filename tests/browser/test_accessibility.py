"""axe-core finds nothing that keeps people out."""

import pytest

from tests.browser.axe import DAY, NIGHT, violations
from tests.browser.conftest import DESKTOP, PHONE, in_words

SEEN = [
    ("/sv/", PHONE),
    ("/en/", DESKTOP),
    ("/sv/?indicator=area_type&area=1280", DESKTOP),
    ("/en/?indicator=dissimilarity_foreign_born&area=0180", PHONE),
    ("/sv/?indicator=turnout_regional_election&area=0980", DESKTOP),
    ("/sv/?indicator=nonsense", PHONE),
]


@pytest.mark.parametrize(("address", "viewport"), SEEN, ids=in_words)
def test_axe_finds_no_violation(turned, address, viewport):
    page = turned(address, viewport)
    page.locator(".all-values summary").click()
    page.locator("#table table").wait_for()
    found = violations(page)
    page.locator(".all-values summary").click()
    assert found == []


def test_every_control_is_reached_by_tab(open_once):
    page = open_once("/")
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


def test_search_hits_have_no_violation(open_once):
    page = open_once("/")
    page.locator("#search-box").fill("sto")
    page.locator("#search-hits li").first.wait_for()
    assert violations(page) == []


PALE = (
    "#regso tbody tr:nth-child(20) td",  # in the middle of many that look the same
    "#key_figures tbody tr:nth-child(3) th a",
    ".summary li:nth-child(4)",
)


def test_what_is_hard_to_read_is_found_wherever_it_is(visit):
    page = visit("/sv/kommun/1280")
    for selector in PALE:
        faint = "(one) => { one.style.color = 'rgb(128 128 128 / 12%)' }"
        page.locator(selector).first.evaluate(faint)
    found = violations(page, DAY, NIGHT)
    assert {rule for rule, *_ in found} == {"color-contrast"}
    schemes = [scheme for _, scheme, html in found if "12" in html and "style" in html]
    assert {scheme: schemes.count(scheme) for scheme in schemes} == {
        DAY: len(PALE),
        NIGHT: len(PALE),
    }
