"""No page shows a chart or a map that a reader cannot take along; test_every_page.py has all kinds."""

import pytest

from layouts import paths
from layouts.language import languages
from layouts.paths import path
from tests.browser.bars import LACKING
from tests.kinds import address_of

MORE = {
    "two maps": "/sv/?indicator=foreign_born_share&area=1280&beside=rented_share",
    "a change": "/sv/?indicator=foreign_born_share&area=1280&level=regso&since=2020",
    "types": "/sv/?indicator=area_type&area=1280&level=regso",
    "a county of one municipality": "/sv/lan/09-gotlands-lan",
    "the programme": "/sv/jamfor?areas=0181&indicator=openly_unemployed_share",
    "types compared": "/sv/jamfor?areas=0181R001,0181R002&indicator=area_type",
    "a ranking of small areas": "/sv/rangordna?level=regso&within=0181",
    "small areas related": "/sv/samband?level=regso&within=0181",
    "a small municipality": "/sv/kommun/2403-bjurholm",
}


@pytest.mark.parametrize("shown", MORE)
def test_other_charts_of_these_pages_can_be_taken_along_too(visit, turned, shown):
    has_map = MORE[shown].startswith(path(paths.MAP, "sv") + "?")
    visited = (turned if has_map else visit)(MORE[shown])
    assert visited.evaluate(LACKING)["lacking"] == []


@pytest.mark.parametrize("language", languages())
def test_a_chart_of_the_report_is_taken_in_a_dialog(visit, language):
    visited = visit(address_of(paths.REPORT, language))
    chart = visited.locator("section.course").first
    chart.locator('[data-shares="download"]').click()
    dialog = visited.locator("dialog[open]")
    dialog.wait_for()
    assert dialog.locator(".files a").count() == 4
    assert visited.errors == []


def test_no_bar_stands_on_paper(visit):
    for page in (paths.PROFILE, paths.REPORT, paths.COUNTY):
        visited = visit(address_of(page, "sv"))
        visited.emulate_media(media="print")
        bars = visited.locator(".sharing")
        assert bars.count()
        assert not any(bar.is_visible() for bar in bars.all())
