"""The page of the api is read by anybody, on a phone too, in the dark too."""

import pytest

from tests.browser.axe import DAY, NIGHT, violations
from tests.browser.conftest import DESKTOP, PHONE


@pytest.fixture
def page(context, site):
    opened = context.new_page()
    opened.site = site
    yield opened
    opened.close()


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("address", ["/api/v1/", "/api/v1/en"])
def test_nothing_keeps_a_reader_out(page, address, viewport):
    page.set_viewport_size(viewport)
    page.goto(page.site + address)
    assert violations(page, DAY, NIGHT) == []
    assert page.evaluate("document.documentElement.scrollWidth") == viewport["width"]


def test_a_problem_leads_to_its_explanation(page):
    page.goto(f"{page.site}/api/v1/values")
    kind = page.evaluate("JSON.parse(document.body.textContent).type")
    page.goto(page.site + kind)
    assert page.locator(f"{kind[kind.index('#') :]} dd").text_content()


def test_a_table_is_had_with_one_click(page):
    page.goto(f"{page.site}/api/v1/")
    with page.expect_download() as had:
        page.get_by_role("link", name="Utrikes födda i kommunerna, xlsx").click()
    assert had.value.suggested_filename.startswith("segregationskartan-foreign_born_share-")
    assert had.value.suggested_filename.endswith(".xlsx")
