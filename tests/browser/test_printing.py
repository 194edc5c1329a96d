"""What comes out on paper: the whole map in its colours, nothing over anything, heads on every page."""

import io

import pytest
from pypdf import PdfReader

from geo.areas import area
from layouts.paths import profile

PAPER = {"width": 688, "height": 1000}  # what an A4 leaves between its margins
MAPS = {
    "values": "/sv/?indicator=foreign_born_share&area=1280",
    "two maps": "/sv/?indicator=foreign_born_share&area=1280&beside=rented_share",
    "types": "/en/?indicator=area_type&area=0180",
}
DRAWN = """() => {
    const box = (one) => one.getBoundingClientRect();
    const within = (one, outer) => box(one).left >= box(outer).left - 1 && box(one).right <= box(outer).right + 1
        && box(one).top >= box(outer).top - 1 && box(one).bottom <= box(outer).bottom + 1;
    const maps = [...document.querySelectorAll(".canvas")].filter((one) => box(one).width);
    const chart = document.querySelector("#series .main-svg");
    const after = document.querySelector(".place-pane .series").nextElementSibling;
    return {
        maps: maps.map((one) => [...one.querySelectorAll("path[data-code]")].map((path) => within(path, one))),
        legends: [...document.querySelectorAll(".legend")].filter((one) => box(one).width).map((one) => maps.every((map) => box(one).top >= box(map).bottom - 1 || box(one).left >= box(map).right || box(one).right <= box(map).left)),
        swatches: [...document.querySelectorAll(".legend .swatch")].map((one) => getComputedStyle(one).printColorAdjust),
        chart: within(chart, document.querySelector(".place-pane")),
        overlaps: [...document.querySelectorAll(".place-pane .series ~ *")].filter((one) => box(one).height && box(one).top < box(chart).bottom - 1).length,
        wide: document.documentElement.scrollWidth,
    };
}"""
ROWS_ON_A_PAGE = 10


@pytest.mark.parametrize("shown", MAPS)
def test_the_map_is_whole_on_paper_and_in_its_colours(open_page, shown):
    page = open_page(MAPS[shown])
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print", color_scheme="light")
    page.set_viewport_size(PAPER)
    found = page.evaluate(DRAWN)
    assert len(found["maps"]) == (2 if shown == "two maps" else 1)
    assert all(paths and all(paths) for paths in found["maps"])
    assert all(found["legends"])
    assert set(found["swatches"]) == {"exact"}
    assert found["chart"]
    assert found["overlaps"] == 0
    assert found["wide"] <= PAPER["width"]


def test_after_printing_the_map_is_drawn_as_before(open_page):
    page = open_page(MAPS["values"])
    boxed = "document.querySelectorAll('.main-svg[viewBox]').length"
    for event, some in (("beforeprint", True), ("afterprint", False)):
        page.evaluate(f"dispatchEvent(new Event('{event}'))")
        assert bool(page.evaluate(boxed)) is some


def test_each_page_of_a_long_table_says_what_its_columns_are(visit):
    stockholm = area("0180")
    page = visit(profile("sv", stockholm))
    heads = page.locator("#regso thead th").all_inner_texts()
    names = page.locator("#regso tbody th").all_inner_texts()
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    said = [one.extract_text() for one in printed]
    of_table = [one for one in said if sum(name in one for name in names) > ROWS_ON_A_PAGE]
    assert len(of_table) > 2
    last = heads[-1].split()[0]
    assert all(last in one for one in of_table)
