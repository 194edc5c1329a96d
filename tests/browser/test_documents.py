"""What a visitor does with the report and with the pages on data, the project and accessibility."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.conftest import DESKTOP, PHONE

ADDRESSES = [
    "/sv/kartlaggning/0181",
    "/en/mapping/2403",
    "/sv/data",
    "/en/data",
    "/sv/om",
    "/en/about",
    "/sv/tillganglighet",
    "/en/accessibility",
]


@pytest.fixture
def read(visit):
    """Opens a page that is read."""
    return visit


def test_a_planner_goes_from_the_profile_to_the_report_writes_in_it_and_prints(read):
    page = read("/sv/kommun/0181-sodertalje")
    page.locator("#go_on a", has_text="kartläggning").click()
    expect(page).to_have_url(re.compile("/sv/kartlaggning/0181-sodertalje$"))
    page.get_by_role("link", name="4. Områden och teman att uppmärksamma").click()
    expect(page.locator("#attention h2")).to_be_in_viewport()
    box = page.locator("#assessment-attention")
    box.fill("Vi ser samma sak.")
    page.emulate_media(media="print")
    expect(box).to_have_value("Vi ser samma sak.")
    expect(page.locator(".site-footer")).to_be_hidden()
    expect(page.locator(".on-screen").first).to_be_hidden()
    printed = page.pdf(prefer_css_page_size=True)
    assert printed.startswith(b"%PDF")
    assert page.errors == []


def test_a_journalist_finds_the_file_of_an_indicator(read):
    page = read("/en/data")
    page.get_by_role("link", name="The indicators").click()
    details = page.locator("#foreign_born_share")
    details.locator("summary").click()
    expect(details).to_contain_text("2020–2023")
    with page.expect_download() as download:
        details.get_by_role("link", name="XLSX: Foreign-born, Municipality").click()
    assert download.value.suggested_filename.endswith(".xlsx")


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_no_violation_in_the_smallest_report_either(read, viewport):
    assert violations(read("/en/mapping/2403", viewport)) == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_phone_scrolls_in_one_direction_only(read, address):
    page = read(address, {"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_print_fits_the_paper(read, address):
    page = read(address, {"width": 688, "height": 1000})
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= 688
