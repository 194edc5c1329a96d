"""Takes the pictures in docs/screenshots anew: python -m tests.browser.screenshots"""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.site import ROOT, chromium, served

FOLDER = ROOT / "docs" / "screenshots"
PICTURES = {
    "sweden": "/sv/",
    "goteborg": "/sv/?indicator=foreign_born_share&area=1480",
    "malmo-area-types": "/en/?indicator=area_type&area=1280",
    "sodertalje-profile": "/sv/kommun/0181-sodertalje",
    "methods": "/en/method",
    "stockholm-segregation": "/sv/?indicator=dissimilarity_foreign_born&area=0180",
}


def take(browser: Browser, site: str, name: str, address: str, width: int) -> None:
    size = DESKTOP if width == DESKTOP["width"] else PHONE
    page = browser.new_page(viewport=size, reduced_motion="reduce")
    page.goto(site + address)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(800)
    page.screenshot(path=FOLDER / f"{name}-{width}.png")
    page.close()


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        TemporaryDirectory() as folder,
        served(Path(folder)) as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for name, address in PICTURES.items():
            for width in (DESKTOP["width"], PHONE["width"]):
                take(browser, site, name, address, width)
                print(f"docs/screenshots/{name}-{width}.png")
        browser.close()


if __name__ == "__main__":
    main()
