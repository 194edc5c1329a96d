"""Puts Dash's scripts where they are served compressed: python -m deploy.bundles

Dash serves megabytes of script uncompressed, and to compress them for each visitor costs more than
all the rest. They are written once, under the addresses that the page asks for, and compressed.
"""

import re
import shutil
from pathlib import Path

from whitenoise.compress import Compressor

from app import ASSETS_FOLDER, create_app
from deploy.partial import NotBundledError, partial_bundle
from settings import ASSETS_COMPRESSED_FOLDER, BUNDLES_FOLDER

PREFIX = "/_dash-component-suites/"
PLOTLY = "plotly/package_data/plotly.min.js"
LOADED_LATER = ("dash/dcc/async-graph.js", PLOTLY)


def addresses(page: str) -> list[str]:
    """The scripts that a page names, and those that they load in turn."""
    named = re.findall(rf'src="{PREFIX}([^"?]+)', page)
    return [*named, *LOADED_LATER]


def scripts() -> dict[str, bytes]:
    """Each script by its address, plotly's with no more than we draw with where that can be had."""
    client = create_app().server.test_client()
    with client.get("/") as page:
        wanted = addresses(page.text)
    found = {}
    for address in wanted:
        with client.get(PREFIX + address) as answer:
            found[address] = answer.get_data()
    try:
        found[PLOTLY] = partial_bundle()
    except NotBundledError as error:
        print(f"plotly.js is served whole, as {error}.")
    return found


def own_files() -> dict[str, bytes]:
    """Our scripts and styles by name. Beside their originals compressed files would outlive them."""
    files = [path for path in ASSETS_FOLDER.rglob("*") if path.is_file()]
    return {str(path.relative_to(ASSETS_FOLDER)): path.read_bytes() for path in files}


def write(files: dict[str, bytes], folder: Path) -> str:
    """Writes files into a folder of their own, plain and compressed; says what that saved."""
    shutil.rmtree(folder, ignore_errors=True)
    compressor = Compressor(quiet=True)
    before = after = 0
    for address, content in files.items():
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        written = (
            list(compressor.compress(str(path))) if compressor.should_compress(address) else []
        )
        before += len(content)
        after += min(Path(file).stat().st_size for file in (*written, path))
    return f"{before / 1e6:.2f} MB, compressed {after / 1e6:.2f} MB"


def main() -> None:
    print(f"Dash's scripts: {write(scripts(), BUNDLES_FOLDER)}.")
    print(f"Our own files: {write(own_files(), ASSETS_COMPRESSED_FOLDER)}.")


if __name__ == "__main__":
    main()
