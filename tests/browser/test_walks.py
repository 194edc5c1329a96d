"""Three visitors, each with a job, from beginning to end: on a desk and on a phone, by mouse and by keys."""

import io
import re
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from PIL import Image
from playwright.sync_api import expect
from pypdf import PdfReader

from data import store
from data.catalogue import indicators
from data.edition import current_edition
from layouts.numbers import number, signed
from tests.browser.conftest import DESKTOP, PHONE, wait_for_map

SVG = "{http://www.w3.org/2000/svg}"
RINKEBY, HERRGARDEN, SODERTALJE, MALMO = "0180R076", "1280R028", "0181", "1280"
MOST_TABS = 150


class Mouse:
    """Points and clicks; writes where it clicked."""

    def __init__(self, page):
        self.page = page

    def choose(self, selector):
        self.page.locator(selector).first.click()

    def write(self, selector, words):
        self.choose(selector)
        self.page.keyboard.type(words)


class Keys:
    """Has no mouse: goes from one thing to the next, sees where it is, and presses Enter."""

    def __init__(self, page):
        self.page = page

    def reach(self, selector):
        self.page.locator(selector).first.wait_for()
        is_there = "(wanted) => document.querySelector(wanted) === document.activeElement"
        for _ in range(MOST_TABS):
            if self.page.evaluate(is_there, selector):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"No way to {selector} by the Tab key.")

    def choose(self, selector):
        self.reach(selector)
        seen = "getComputedStyle(document.activeElement).outlineStyle"
        assert self.page.evaluate(seen) != "none", selector
        self.page.keyboard.press("Enter")

    def write(self, selector, words):
        self.reach(selector)
        self.page.keyboard.type(words)


everywhere = pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desk", "phone"])
in_both_ways = pytest.mark.parametrize("by", [Mouse, Keys])


def saved(page, act):
    with page.expect_download() as waited:
        act()
    return waited.value.suggested_filename, Path(waited.value.path()).read_bytes()


def find(page, visitor, words, name):
    """Searches, and goes to the first hit."""
    visitor.write("#search-box", words)
    expect(page.locator("#search-hits li").first).to_contain_text(name)
    if isinstance(visitor, Mouse):
        page.locator("#search-hits li").first.click()
    else:
        page.keyboard.press("Enter")
    expect(page.locator("#place-name")).to_contain_text(name)


@pytest.mark.parametrize(
    ("viewport", "by", "words", "name", "code"),
    [
        (DESKTOP, Mouse, "rinkeby", "Rinkeby", RINKEBY),
        (DESKTOP, Keys, "herrgarden", "Herrgården norr", HERRGARDEN),
        (PHONE, Mouse, "herrgarden", "Herrgården norr", HERRGARDEN),
        (PHONE, Keys, "rinkeby", "Rinkeby", RINKEBY),
    ],
    ids=["desk-Mouse", "desk-Keys", "phone-Mouse", "phone-Keys"],
)
def test_a_resident_finds_their_area_and_sees_how_it_has_changed(
    open_page, viewport, by, words, name, code
):
    page = open_page("/", viewport)
    visitor = by(page)
    find(page, visitor, words, name)
    values = store.series(indicators()["foreign_born_share"], code)
    last = number(float(values.iloc[-1]), 1, "sv")
    before, now = (round(float(value), 1) for value in (values.iloc[0], values.iloc[-1]))
    change = signed(now - before, 1, "sv")
    expect(page.locator("#fact-value")).to_contain_text(last)
    expect(page.locator("#fact-change")).to_contain_text(change)
    visitor.choose('button[data-writes="show"][data-value="change"]')
    expect(page).to_have_url(re.compile(r"since=2020"))
    expect(page.locator("#map-title")).to_contain_text("2020–2023")
    visitor.choose(".ways-on a")
    expect(page.locator("h1")).to_contain_text(name)
    expect(page.locator("main")).to_contain_text(last)
    expect(page.locator("main")).to_contain_text(change)
    assert page.errors == []


@everywhere
@in_both_ways
def test_a_planner_compares_with_three_peers_and_prints_the_report(visit, viewport, by):
    page = visit("/sv/kommun/0181-sodertalje", viewport)
    visitor = by(page)
    # By the page's own contents, as what lies between has a link in each row.
    visitor.choose('a[href="#go_on"]')
    visitor.choose('#go_on a[href*="/jamfor"]')
    expect(page.locator("h1")).to_contain_text("Södertälje")
    chosen = page.locator(".chosen-areas li > a:first-child")
    start = chosen.count()
    for more in range(max(0, 4 - start)):
        visitor.choose("#peers ol a")
        expect(chosen).to_have_count(start + more + 1)
    names = chosen.all_inner_texts()
    assert len(names) >= 4
    drawn = " ".join(page.locator("#over_time svg:visible text.label").all_text_contents())
    assert all(name in drawn for name in names)
    beside = page.locator("#side_by_side thead th").all_inner_texts()
    assert all(name in beside for name in names)
    visitor.choose('.chosen-areas a[href*="0181"]')
    expect(page.locator("h1")).to_have_text("Södertälje")
    visitor.choose('a[href="#go_on"]')
    visitor.choose('#go_on a[href*="/kartlaggning/"]')
    expect(page).to_have_url(re.compile("/sv/kartlaggning/0181-sodertalje$"))
    page.emulate_media(media="print")
    expect(page.locator(".site-footer")).to_be_hidden()
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert len(printed) >= 6
    assert "Södertälje" in printed[0].extract_text()
    said = " ".join(one.extract_text() for one in printed)
    assert "Statistiska centralbyrån" in said
    assert current_edition().id in said
    assert page.errors == []


@everywhere
@in_both_ways
def test_a_journalist_takes_the_chart_of_malmo_with_its_citation(open_page, viewport, by):
    page = open_page("/", viewport)
    visitor = by(page)
    find(page, visitor, "malmo", "Malmö")
    visitor.choose('.ways-on a[href*="/kommun/1280"]')
    expect(page.locator("h1")).to_have_text("Malmö")
    visitor.choose('main a[href*="indicator=dissimilarity_foreign_born"]')
    wait_for_map(page)
    expect(page.locator("#place-name")).to_have_text("Malmö")
    shown = page.locator("#fact-value").inner_text()
    visitor.choose('.sharing[data-follows="series"] [data-shares="download"]')
    page.locator("dialog[open]").wait_for()
    files = {}
    for form in ("png", "svg", "xlsx"):
        link = f'dialog .files a[download$=".{form}"]'
        name, files[form] = saved(page, lambda link=link: visitor.choose(link))
        assert name.endswith(f"{current_edition().id}.{form}")
    holds_what_was_shown(files, shown)
    page.keyboard.press("Escape")
    page.locator("dialog").wait_for(state="detached")
    visitor.choose('.sharing[data-follows="series"] [data-shares="cite"]')
    said = page.locator("dialog #cite-sv").inner_text()
    assert "Malmö" in said
    assert f"edition={current_edition().id}" in said
    assert re.search(r"\d{4}-\d{2}-\d{2}\)\.", said)
    assert page.errors == []


def holds_what_was_shown(files, shown):
    """The files are opened, and hold the chart of Malmö with the value that stood on the screen."""
    drawing = ElementTree.fromstring(files["svg"])
    size = (2 * int(drawing.get("width")), 2 * int(drawing.get("height")))
    assert Image.open(io.BytesIO(files["png"])).size == size
    words = " ".join("".join(text.itertext()) for text in drawing.iter(f"{SVG}text"))
    label = indicators()["dissimilarity_foreign_born"].label["sv"]
    for word in (label, "Malmö", "Skåne län", "Sverige", current_edition().id, "CC0"):
        assert word in words
    titles = [title.text for title in drawing.iter(f"{SVG}title")]
    assert f"Malmö 2023: {shown}" in titles
    rows = openpyxl.load_workbook(io.BytesIO(files["xlsx"]))["data"].iter_rows(values_only=True)
    newest = next(row[4] for row in rows if row[1] == MALMO and row[3] == 2023)
    assert number(newest, indicators()["dissimilarity_foreign_born"].decimals, "sv") == shown
