"""A journalist on deadline: the chart of Malmö's segregation as files, with a citation and a frame."""

import io
import re
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import openpyxl
import pytest
from PIL import Image

from data import store
from data.catalogue import indicators
from data.edition import current_edition
from tests.browser.axe import DAY, NIGHT, violations
from tests.browser.conftest import DESKTOP, PHONE

MALMO = "/sv/?indicator=dissimilarity_foreign_born&area=1280"
VIEWPORTS = pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
ACTS = ["download", "cite", "embed"]


def bar(page, of="series"):
    return page.locator(f'.sharing[data-follows="{of}"]')


def opened(page, act, of="series"):
    bar(page, of).locator(f'[data-shares="{act}"]').click()
    dialog = page.locator("dialog[open]")
    dialog.wait_for()
    return dialog


def saved(page, link):
    with page.expect_download() as waited:
        link()
    return waited.value.suggested_filename, Path(waited.value.path()).read_bytes()


@pytest.fixture
def shown(turned):
    """A page turned to an address; a dialog that was opened on it is closed in the end."""
    pages = []

    def at(address=MALMO, viewport=DESKTOP):
        pages.append(turned(address, viewport))
        return pages[-1]

    yield at
    for page in pages:
        closed(page)


def closed(page):
    if page.locator("dialog[open]").count():
        page.locator("dialog[open] .close").click()
        page.locator("dialog").wait_for(state="detached")


@VIEWPORTS
def test_the_chart_of_malmo_is_saved_as_picture_and_workbook(shown, viewport):
    page = shown(MALMO, viewport)
    dialog = opened(page, "download")
    files = [saved(page, dialog.locator(f".files li:nth-child({n}) a").click) for n in (1, 2, 3)]
    (png, pixels), (svg, drawing), (xlsx, book) = files
    assert png.endswith(".png") and Image.open(io.BytesIO(pixels)).size[0] > 1500
    assert svg.endswith(".svg") and "Malmö" in drawing.decode()
    rows = list(openpyxl.load_workbook(io.BytesIO(book))["data"].iter_rows(values_only=True))[1:]
    own = store.series(indicators()["dissimilarity_foreign_born"], "1280")
    assert xlsx.endswith(".xlsx")
    assert {row[3]: row[4] for row in rows if row[1] == "1280"} == own.to_dict()
    assert page.errors == []


@VIEWPORTS
def test_the_same_by_keyboard_alone_and_focus_comes_back(shown, viewport):
    page = shown(MALMO, viewport)
    link = bar(page).locator('[data-shares="download"]')
    link.focus()
    page.keyboard.press("Enter")
    page.locator("dialog[open]").wait_for()
    focused = "document.activeElement.closest('dialog') ? document.activeElement.textContent : ''"
    for _ in range(3):
        if "PNG" in page.evaluate(focused):
            break
        page.keyboard.press("Tab")
    name, pixels = saved(page, lambda: page.keyboard.press("Enter"))
    assert name.endswith(".png") and pixels.startswith(b"\x89PNG")
    page.keyboard.press("Escape")
    page.locator("dialog").wait_for(state="detached")
    assert page.evaluate("document.activeElement.dataset.shares") == "download"


@VIEWPORTS
def test_a_citation_is_copied_with_the_day_and_a_link_to_the_edition(
    shown, visit, viewport, context, site
):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = shown(MALMO, viewport)
    dialog = opened(page, "cite")
    dialog.locator("button.copy").first.click()
    dialog.get_by_role("button", name="Kopierat").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "Malmö" in copied and f"edition={current_edition().id}" in copied
    assert page.evaluate("new Date().toISOString().slice(0, 4)") + "-" in copied
    address = re.search(r"https?://\S+", copied)[0]
    assert address.startswith(site)
    found = visit(address.removeprefix(site), viewport)
    found.locator("#place-name", has_text="Malmö").wait_for()


@VIEWPORTS
def test_the_code_to_embed_follows_the_choices_and_the_preview_too(shown, viewport):
    page = shown(MALMO, viewport)
    dialog = opened(page, "embed", "map")
    code = dialog.locator("#embed-code")
    assert "/sv/inbaddad/karta?" in code.input_value() and "edition=" not in code.input_value()
    dialog.get_by_label(re.compile("Frysta vid")).check()
    dialog.locator("#embed-width").select_option("800px")
    assert f"edition={current_edition().id}" in code.input_value()
    assert "max-width:800px" in code.input_value()
    frame = page.frame_locator("dialog iframe")
    frame.get_by_text("Siffrorna är frysta").wait_for()


@contextmanager
def newspaper(code):
    """Another site, whose page holds the code that was copied."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(f"<h1>Tidningen</h1>{code}".encode())

        def log_message(self, *said):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_the_code_to_embed_stands_on_another_page(shown, browser):
    page = shown(MALMO)
    code = opened(page, "embed").locator("#embed-code").input_value()
    reader = browser.new_page()
    with newspaper(code) as address:
        reader.goto(address)
        frame = reader.frame_locator("iframe")
        frame.get_by_role("img", name=re.compile("Malmö")).first.wait_for()
        assert frame.get_by_role("link", name="Öppna i Segregationskartan").is_visible()
        reader.close()


def test_what_is_taken_along_follows_the_year_that_is_chosen(shown):
    page = shown("/sv/?indicator=foreign_born_share&area=1280")
    page.locator("#year").focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**year=2022**")
    dialog = opened(page, "download", "map")
    href = dialog.locator(".files a").first.get_attribute("href")
    assert "year=2022" in href and "area=1280" in href


def test_a_link_is_shared_where_the_browser_can_and_copied_where_not(shown, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = shown(MALMO)
    page.evaluate("Object.defineProperty(navigator, 'share', { value: undefined })")
    bar(page).locator('[data-shares="send"]').click()
    bar(page).locator(".share-said", has_text="Kopierat").wait_for()
    assert "area=1280" in page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize("act", ACTS)
@VIEWPORTS
def test_dialogs_have_no_violation(open_once, viewport, act):
    page = open_once(MALMO.replace("/sv/", "/en/"))
    page.set_viewport_size(viewport)
    dialog = opened(page, act)
    found = violations(page, DAY, NIGHT)
    page.keyboard.press("Escape")
    dialog.wait_for(state="detached")
    assert found == []


@pytest.mark.parametrize(
    "address",
    [
        "/sv/dela?of=map&area=1280",
        "/en/share?of=series&indicator=area_type&area=1280",
        "/sv/inbaddad/karta?area=1280",
        "/en/embed/development?indicator=dissimilarity_foreign_born&area=1280",
        "/sv/inbaddad/utveckling?indicator=area_type&area=1280",
        "/sv/dela?of=comparison&areas=0181,0127",
        "/en/share?of=ranking&within=12",
        "/en/embed/comparison?areas=0181,0127&indicator=foreign_born_share",
        "/sv/inbaddad/kartor?areas=0181,0127&indicator=foreign_born_share",
        "/sv/inbaddad/rangordning?within=12",
        "/en/embed/relationship",
    ],
)
def test_pages_have_no_violation_and_no_sideways_scroll(visit, address):
    page = visit(address, PHONE)
    for viewport in (PHONE, DESKTOP):
        page.set_viewport_size(viewport)
        assert violations(page) == [], viewport
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


def test_the_page_works_without_script(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + "/sv/dela?of=series&area=1280")
    assert page.locator(".files a").count() == 4
    assert page.locator("textarea").count() == 2
    assert page.locator("button.copy").first.is_hidden()
    context.close()
