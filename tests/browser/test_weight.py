"""What a visit weighs."""

import pytest

from settings import BUNDLES_FOLDER
from tests.browser.conftest import wait_for_map

FIRST_VISIT = 2_000_000


@pytest.mark.skipif(
    not BUNDLES_FOLDER.is_dir(), reason="scripts are compressed by make run and make test"
)
def test_a_first_visit_fetches_less_than_two_megabytes(browser, site):
    page = browser.new_page()
    sizes = {}
    page.on(
        "response",
        lambda answer: sizes.update({answer.url: int(answer.headers.get("content-length", 10**7))}),
    )
    page.goto(site)
    wait_for_map(page)
    page.wait_for_load_state("networkidle")
    page.context.close()
    assert sum(sizes.values()) < FIRST_VISIT
