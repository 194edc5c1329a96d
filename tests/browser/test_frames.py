"""The code that is handed out for other sites, pasted into one: it fits whatever width it gets."""

import html
import re

import pytest

from layouts.language import languages
from layouts.paths import SHARE, path

WIDTHS = (320, 640, 1000)
SHARED = {
    "a map": "of=map&indicator=dissimilarity_foreign_born&area=1280&level=municipality",
    "a tall map": "of=map&indicator=foreign_born_share",
    "two maps": "of=map&indicator=foreign_born_share&area=1280&beside=rented_share",
    "a map of types": "of=map&indicator=area_type&area=1280",
    "a chart": "of=series&indicator=dissimilarity_foreign_born&area=1280",
    "types over time": "of=series&indicator=area_type&area=1280",
    "a comparison": "of=comparison&areas=0181,0127,0136,0162,0180,1280,1480,00"
    "&indicator=dissimilarity_foreign_born",
    "maps compared": "of=maps&areas=0181,0127,0136,0162,0180,1280,1480,0380"
    "&indicator=foreign_born_share",
    "the programme": "of=programme&areas=0181&indicator=openly_unemployed_share",
    "types compared": "of=comparison&areas=0181R001,0181R002&indicator=area_type",
    "a ranking": "of=ranking&indicator=dissimilarity_foreign_born&within=12",
    "area types": "of=types&area=1280",
    "parts of the segregation": "of=split&area=00&indicator=mutual_information_tenure",
    "a course of a report": "of=course&area=0980&indicator=foreign_born_share",
    "a relationship": "of=relation&x=foreign_born_share&y=rented_share",
}
READABLE = 9  # pixels: the letters of a drawing are 13 before it is fitted
FITS = """() => {
    const root = document.documentElement;
    const inside = (box) => box.left >= 0 && box.right <= innerWidth + 1 && box.bottom <= innerHeight + 1;
    const seen = [...document.querySelectorAll("h1, p, summary, th, td, text, .drawing")]
        .map((one) => [one, one.getBoundingClientRect()])
        .filter(([one, box]) => box.width && !one.closest("details > div"));
    const letters = [...document.querySelectorAll(".drawn .drawing")]
        .filter((one) => one.getBoundingClientRect().width)
        .map((one) => 13 * Math.min(one.clientWidth / one.viewBox.baseVal.width, one.clientHeight / one.viewBox.baseVal.height));
    return {
        scrolls: root.scrollHeight > innerHeight || root.scrollWidth > innerWidth,
        cut: seen.filter(([, box]) => !inside(box)).map(([one]) => one.textContent.slice(0, 40)),
        smallest: Math.min(99, ...letters),
        drawn: Math.min(...[...document.querySelectorAll(".embedded-parts > *")].map((one) => one.clientHeight || one.getBoundingClientRect().height)),
    };
}"""


@pytest.fixture
def host(visit, site):
    """A page of another site with the code in it, and the frame's own page."""

    def opened(code):
        page = visit("/robots.txt")
        whole = f"<!DOCTYPE html><body style='margin:0'>{code}"
        page.route(
            f"{site}/host", lambda asked: asked.fulfill(content_type="text/html", body=whole)
        )
        page.goto(f"{site}/host")
        frame = page.frame_locator("iframe")
        frame.locator(".full").wait_for()
        frame.locator("body").evaluate("() => document.fonts.ready.then(() => null)")
        return page, frame.locator("body")

    return opened


def code_of(context, site, language, asked):
    """What a reader copies, for the whole width of their column."""
    page = context.request.get(f"{site}{path(SHARE, language)}?{asked}").text()
    found = re.search(r'<textarea[^>]*id="embed-code"[^>]*>(.*?)</textarea>', page, re.DOTALL)[1]
    return html.unescape(found).replace("max-width:640px", "max-width:100%")


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("shared", SHARED)
def test_the_code_fits_whatever_width_it_gets(host, context, site, shared, language):
    code = code_of(context, site, language, SHARED[shared])
    page, body = host(code)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 1000})
        found = body.evaluate(FITS)
        assert not found["scrolls"], width
        assert found["cut"] == [], width
        assert found["smallest"] >= READABLE, width
        assert found["drawn"] >= 20, width


def test_what_must_be_borne_in_mind_unfolds_inside_the_frame(host, context, site):
    page, body = host(code_of(context, site, "sv", SHARED["a chart"]))
    page.set_viewport_size({"width": 320, "height": 1000})
    body.locator("summary").click()
    box = body.locator("details > div")
    assert "SCB" in box.inner_text()
    assert body.evaluate("() => document.documentElement.scrollHeight <= innerHeight")
