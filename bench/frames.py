"""How smoothly the map moves: the time of each frame while it is dragged and zoomed."""

from dataclasses import dataclass
from statistics import median, quantiles

from playwright.sync_api import Browser, Page

from bench.contenders import OURS
from bench.visit import DESKTOP, DRAWN, LONGEST

STEPS = 40
RECORD = """() => {
    window.benchFrames = [];
    let last = performance.now();
    const note = (now) => {
        window.benchFrames.push(now - last);
        last = now;
        window.benchGoes = requestAnimationFrame(note);
    };
    window.benchGoes = requestAnimationFrame(note);
}"""
STOP = "() => { cancelAnimationFrame(window.benchGoes); return window.benchFrames; }"


@dataclass(frozen=True)
class Frames:
    """Milliseconds a frame, of which half are shorter and one in twenty longer."""

    pan: float
    pan_slow: float
    zoom: float


def frames(browser: Browser, site: str, level: str) -> Frames:
    page = browser.new_page(viewport={"width": DESKTOP.width, "height": DESKTOP.height})
    page.set_default_timeout(LONGEST)
    page.goto(OURS.address(site, level))
    page.wait_for_function(DRAWN.format(painted=OURS.painted))
    page.wait_for_timeout(1500)
    page.locator("[data-zoom=in]").click()
    page.wait_for_timeout(1500)
    panned = _panned(page)
    zoomed = _zoomed(page)
    page.close()
    return Frames(median(panned), quantiles(panned, n=20)[-1], median(zoomed))


def _panned(page: Page) -> list[float]:
    box = page.locator("#map .js-plotly-plot").first.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] * 0.6, box["y"] + box["height"] * 0.5
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(RECORD)
    for step in range(STEPS):
        page.mouse.move(x + 3 * step, y + 2 * step)
    found: list[float] = page.evaluate(STOP)
    page.mouse.up()
    return found[1:]


def _zoomed(page: Page) -> list[float]:
    page.wait_for_timeout(1000)
    page.evaluate(RECORD)
    for act in ("in", "out", "in", "out"):
        page.locator(f"[data-zoom={act}]").click()
        page.wait_for_timeout(300)
    found: list[float] = page.evaluate(STOP)
    return found[1:]
