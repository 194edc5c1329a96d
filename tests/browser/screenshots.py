"""Takes the pictures in docs/screenshots anew and lists them: python -m tests.browser.screenshots"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from geo.areas import area
from layouts import paths
from tests.browser.conftest import DESKTOP, PHONE, wait_for_map
from tests.browser.site import ROOT, chromium, served

FOLDER = ROOT / "docs" / "screenshots"
LIST = FOLDER / "README.md"
QUALITY = 80
SODERTALJE, BLACKEBERG, SKANE = "0181", "0180R009", "12"
EXAMPLES = {"county": SKANE, "municipality": SODERTALJE, "regso": BLACKEBERG}
QUESTIONS = {
    paths.COMPARE: "?areas=0181,0127,0126,0180&indicator=rented_share",
    paths.SCATTER: "?x=foreign_born_share&y=rented_share",
    paths.SEARCH: "?q=herrg",
    paths.SHARE: "?of=comparison&areas=0181,0127,0126,0180&indicator=rented_share",
}
MAPS = {
    "map-goteborg": "/sv/?indicator=foreign_born_share&area=1480",
    "map-area-types": "/en/?indicator=area_type&area=1280",
    "map-change": "/sv/?indicator=foreign_born_share&since=2020&year=2023",
    "map-two": "/sv/?indicator=foreign_born_share&area=0180&beside=rented_share",
    "map-segregation": "/sv/?indicator=dissimilarity_foreign_born&area=0180",
}
OTHERS = {
    "embed": "/sv/inbaddad/karta?indicator=foreign_born_share&area=1280",
    "embed-comparison": "/en/embed/comparison?areas=0181,0127,0126,0180&indicator=rented_share",
    "api": "/api/v1/",
}


def pictures() -> Iterator[tuple[str, str]]:
    """The name and address of a picture of every kind of page."""
    yield from ((page, address_of(page, "sv")) for page in paths.PATHS)
    yield from MAPS.items()
    yield from OTHERS.items()


def address_of(page: str, language: str) -> str:
    level = paths.LEVEL_OF.get(page)
    place = area(EXAMPLES[level]) if level else None
    return paths.path(page, language, place) + QUESTIONS.get(page, "")


def take(browser: Browser, site: str, name: str, address: str, width: int, scheme: str) -> str:
    """The file name of a picture that was taken."""
    size = DESKTOP if width == DESKTOP["width"] else PHONE
    context = browser.new_context(
        viewport=size, reduced_motion="reduce", color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    page.goto(site + address)
    if page.locator("#react-entry-point").count():
        wait_for_map(page)
    page.wait_for_load_state("networkidle")
    shown = Image.open(BytesIO(page.screenshot()))
    context.close()
    file = f"{name}-{width}{'-dark' if scheme == 'dark' else ''}.webp"
    shown.save(FOLDER / file, quality=QUALITY)
    return file


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for former in FOLDER.glob("*.*"):
        former.unlink()
    lines = ["# Every kind of page\n", "Taken by `make screenshots`.\n"]
    with (
        TemporaryDirectory() as folder,
        served(Path(folder)) as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for name, address in pictures():
            files = [
                take(browser, site, name, address, DESKTOP["width"], "light"),
                take(browser, site, name, address, PHONE["width"], "light"),
            ]
            if name in (paths.MAP, paths.PROFILE):
                files.append(take(browser, site, name, address, DESKTOP["width"], "dark"))
            if name in paths.PATHS:
                english = address_of(name, "en")
                named = f"{name}-en"
                files.append(take(browser, site, named, english, DESKTOP["width"], "light"))
            print(address, *files)
            shown = " ".join(f'<img src="{file}" alt="{address}" height="420">' for file in files)
            lines += [f"\n## {name}\n", f"`{address}`\n", shown + "\n"]
        browser.close()
    LIST.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
