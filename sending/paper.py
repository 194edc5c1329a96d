"""Documents for paper: a page of ours as PDF, tagged for screen readers (PDF/UA).

Making one takes a processor for seconds, so it is done in a process of its own, of low priority and
one at a time: nobody else waits for it. `python -m sending.paper` reads HTML and writes PDF.
"""

import gc
import os
import re
import resource
import subprocess
import sys
from mimetypes import guess_type
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import urlsplit

ASSETS_FOLDER = Path(__file__).parents[1] / "assets"
ASSETS = "/assets/"
VARIANT = "pdf/ua-1"
NAMED = re.compile(r'(<svg [^>]*aria-label="([^"]*)"[^>]*>)')
MARK = "Segregationskartan"
BYTES = "application/octet-stream"
LONGEST = 120  # seconds
POLITENESS = 5
NO_ENGINE = 3
MAKING = Lock()


class PaperError(Exception):
    """No PDF can be made; the sentence says why and what helps."""


class BusyError(PaperError):
    """Another PDF is being made."""


def pdf(page: str, site: str) -> bytes:
    """The PDF of a page; `site` is the scheme and host that its links begin with."""
    if not MAKING.acquire(blocking=False):
        raise BusyError("Another PDF is being made. Ask again in a few seconds.")
    try:
        made = subprocess.run(
            [sys.executable, "-m", __name__, site],
            input=page.encode(),
            capture_output=True,
            timeout=LONGEST,
            cwd=ASSETS_FOLDER.parent,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise PaperError(
            f"The PDF took more than {LONGEST} seconds, so it was given up."
        ) from error
    finally:
        MAKING.release()
    if made.returncode:
        lines = made.stderr.decode(errors="replace").strip().splitlines()
        raise PaperError(lines[-1] if lines else "The PDF could not be made.")
    return made.stdout


def written(page: str, site: str) -> bytes:
    """The PDF of a page, made here and now; raises PaperError where the engine is not there."""
    try:
        from weasyprint import HTML
    except OSError as error:
        raise PaperError(
            f"WeasyPrint needs the system library Pango ({error}). "
            "Install it: 'apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0'."
        ) from error
    made = HTML(string=told(page), base_url=site, url_fetcher=fetcher()).write_pdf(
        pdf_variant=VARIANT, finisher=scoped
    )
    return bytes(made)


def scoped(_: Any, made: Any) -> None:
    """Says of every head of a table whether it is that of a column or of a row."""

    def parent(one: Any) -> Any:
        return made.objects[int(one["P"].split()[0])]

    for one in made.objects:
        if isinstance(one, dict) and one.get("S") == "/TH":
            group = parent(parent(one))["S"]
            one["A"]["Scope"] = "/Column" if group == "/THead" else "/Row"


def told(page: str) -> str:
    """The page with words for all its pictures where the engine looks for them.

    A drawing's name must be its title, which on a screen would pop up; a mark must have a name.
    """
    return NAMED.sub(r"\1<title>\2</title>", page).replace('alt=""', f'alt="{MARK}"')


def fetcher() -> Any:
    """Reads what pages of ours name, from our own files; nothing is asked over the network."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Assets(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
            if url.startswith("data:"):
                return super().fetch(url, headers)
            file = asset(url)
            media, _ = guess_type(file.name)
            return URLFetcherResponse(url, file.read_bytes(), {"Content-Type": media or BYTES})

    return Assets(allowed_protocols={"data"}, allow_redirects=False)


def asset(url: str) -> Path:
    """The file that an address of ours under /assets/ stands for; raises PaperError for any other."""
    path = urlsplit(url).path
    file = (ASSETS_FOLDER / path.removeprefix(ASSETS)).resolve()
    if not path.startswith(ASSETS) or not file.is_relative_to(ASSETS_FOLDER) or not file.is_file():
        raise PaperError(f"{url} is no file of ours, so it is not in the PDF.")
    return file


def main() -> None:
    # What one document needs goes with the process: to look for what is no longer used takes longer.
    gc.disable()
    os.nice(POLITENESS)
    # Also where whoever asked for it has ended meanwhile.
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST))
    try:
        made = written(sys.stdin.buffer.read().decode(), sys.argv[1])
    except PaperError as error:
        print(error, file=sys.stderr)
        sys.exit(NO_ENGINE)
    sys.stdout.buffer.write(made)


if __name__ == "__main__":
    main()
