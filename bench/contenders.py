"""The builds that are measured side by side: how each is started, driven, and seen to have painted."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.floor import nginx
from tests.browser.site import ROOT, free_port

RIVALS = Path(__file__).with_name("rivals")
RIVALS_BIN = ROOT / ".venv-rivals" / "bin"
STARTS_WITHIN = 60
OWN_LEVEL = "municipality"


@dataclass(frozen=True)
class Contender:
    """`choose` and `turn` are scripts with {indicator}, {label} and {year}; `painted` what is seen."""

    name: str
    command: str
    choose: str
    turn: str
    painted: str
    path: str = "/"
    workers: bool = True
    own_queries: bool = False

    def address(self, site: str, level: str) -> str:
        return site + self.path + (f"?level={level}" if self.own_queries else "")


# Of thousands of shapes some hundreds: to look at all takes as long as what is measured.
PATHS = (
    "[...document.querySelectorAll('{}')]"
    ".filter((_, i, all) => i % Math.ceil(all.length / 300) === 0).map((path) => {}).join()"
)
OURS = Contender(
    "Segregationskartan",
    "procfile",
    "const menu = document.getElementById('indicator'); menu.value = '{indicator}';"
    " menu.dispatchEvent(new Event('change', {{ bubbles: true }}))",
    "const range = document.getElementById('year');"
    " range.value = window.segregationskartan.picture.scene.years.indexOf({year});"
    " range.dispatchEvent(new Event('input', {{ bubbles: true }}))",
    PATHS.format("#map path[data-code]", "path.style.fill"),
    path="/sv/",
    own_queries=True,
)
NAIVE = Contender(
    "Dash, px.choropleth",
    "{bin}/gunicorn naive:server --preload --workers 2 --threads 4 --bind 127.0.0.1:{port}",
    "dash_clientside.set_props('indicator', {{ value: '{indicator}' }})",
    "dash_clientside.set_props('year', {{ value: {year} }})",
    PATHS.format(".choroplethlayer path", "path.getAttribute('fill') || path.style.fill"),
)
STREAMLIT = Contender(
    "Streamlit, pydeck",
    "{bin}/streamlit run streamlit_app.py --server.port {port} --server.address 127.0.0.1"
    " --server.headless true --browser.gatherUsageStats false --server.fileWatcherType none",
    "[...document.querySelectorAll('[data-testid=stRadio] label')]"
    ".find((label) => label.innerText.trim() === '{indicator}').click()",
    "[...document.querySelectorAll('[data-testid=stRadio] label')]"
    ".find((label) => label.innerText.trim() === '{year}').click()",
    "document.querySelector('canvas') && [...document.querySelectorAll('[data-testid=stMarkdown]')]"
    ".map((said) => said.innerText).join()",
    workers=False,
)
SHINY = Contender(
    "Shiny, inline SVG",
    "{bin}/shiny run --port {port} --host 127.0.0.1 shiny_app.py",
    "Shiny.setInputValue('indicator', '{indicator}')",
    "Shiny.setInputValue('year', {year})",
    PATHS.format("#shapes path", "path.getAttribute('fill')"),
    workers=False,
)
FLOOR = Contender(
    "floor: bare SVG, nginx",
    "nginx",
    "window.show('{indicator}', window.year)",
    "window.show(window.indicator, {year})",
    PATHS.format("#shapes path", "path.getAttribute('fill')"),
    workers=False,
)


@dataclass(frozen=True)
class Running:
    site: str
    process: int


@contextmanager
def running(contender: Contender, level: str, folder: Path, **settings: str) -> Iterator[Running]:
    """A contender at work, as its own documentation has it served."""
    port = free_port()
    command, surroundings, where = _how(contender, port, level, folder)
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(
            ["bash", "-c", f"exec {command}"],
            cwd=where,
            env={**os.environ, **surroundings, "BENCH_LEVEL": level, **settings},
            stdout=log,
            stderr=log,
        )
    try:
        wait_for(f"http://127.0.0.1:{port}/", process, folder / "log")
        yield Running(f"http://127.0.0.1:{port}", process.pid)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _how(
    contender: Contender, port: int, level: str, folder: Path
) -> tuple[str, Mapping[str, str], Path]:
    if contender is OURS:
        command = (ROOT / "Procfile").read_text().removeprefix("web: ").strip()
        own = {
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "PORT": str(port),
            "HOST": "127.0.0.1",
            "CACHE_FOLDER": str(folder / "cache"),
        }
        return command, own, ROOT
    if contender is FLOOR:
        return nginx(folder, port, level), {}, folder
    return contender.command.format(bin=RIVALS_BIN, port=port), {}, RIVALS


def wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    last = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < last and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"{address} did not start.\n{log.read_text()}")
