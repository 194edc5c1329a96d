"""Bundles of plotly.js only what the map and the charts need, where npm is there and the registry answers."""

import json
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from plotly.offline import get_plotlyjs_version

FOLDER = Path(__file__).with_name("plotly")
SECONDS = 120
# A registry that cannot be reached is not waited for: the full bundle does the same, only heavier.
INSTALL = (
    "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline",
    "--loglevel=error", "--fetch-retries=0", "--fetch-timeout=20000",
)  # fmt: skip
BUNDLE = (
    "node_modules/.bin/esbuild", "entry.js", "--bundle", "--minify", "--target=es2016",
    "--format=iife", "--global-name=Plotly", "--define:global=window", "--define:define.amd=false",
    "--alias:country-iso-search=./countries.js", "--loader:.css=empty", "--legal-comments=none",
    "--log-level=error", "--outfile=plotly.min.js",
)  # fmt: skip


class NotBundledError(Exception):
    """There is no partial bundle, for a reason that says so."""


def partial_bundle() -> bytes:
    """plotly.js of exactly the version that plotly.py carries, with our trace types alone."""
    if shutil.which("npm") is None:
        raise NotBundledError("npm is not installed")
    carried = get_plotlyjs_version()
    if (named := named_version()) != carried:
        raise NotBundledError(f"plotly.py carries {carried}, and deploy/plotly names {named}")
    with TemporaryDirectory() as folder:
        shutil.copytree(FOLDER, folder, dirs_exist_ok=True)
        for command in (INSTALL, BUNDLE):
            run(command, folder)
        return heading(carried) + Path(folder, "plotly.min.js").read_bytes()


def named_version() -> str:
    package = json.loads(FOLDER.joinpath("package.json").read_text("utf-8"))
    return str(package["dependencies"]["plotly.js"])


def run(command: tuple[str, ...], folder: str) -> None:
    try:
        subprocess.run(
            command, cwd=folder, check=True, capture_output=True, text=True, timeout=SECONDS
        )
    except subprocess.TimeoutExpired as error:
        raise NotBundledError(f"{command[0]} took over {SECONDS} seconds") from error
    except (OSError, subprocess.CalledProcessError) as error:
        said = str(getattr(error, "stderr", "") or error).strip().splitlines()
        raise NotBundledError(said[0] if said else f"{command[0]} failed") from error


def heading(version: str) -> bytes:
    return f"/* plotly.js v{version}, Plotly, Inc., MIT license; choropleth, scatter, bar */\n".encode()
