"""Puts Dash's scripts where they are served compressed: python -m deploy.bundles

Dash serves megabytes of script uncompressed, and to compress them for each visitor costs more than
all the rest. They are written once, under the addresses that the page asks for, and compressed.
"""

import re
from pathlib import Path

from whitenoise.compress import Compressor

from app import create_app
from settings import BUNDLES_FOLDER

PREFIX = "/_dash-component-suites/"
LOADED_LATER = ("dash/dcc/async-graph.js", "plotly/package_data/plotly.min.js")


def addresses(page: str) -> list[str]:
    """The scripts that a page names, and those that they load in turn."""
    named = re.findall(rf'src="{PREFIX}([^"?]+)', page)
    return [*named, *LOADED_LATER]


def main() -> None:
    client = create_app().server.test_client()
    compressor = Compressor(quiet=True)
    with client.get("/") as page:
        wanted = addresses(page.text)
    before = after = 0
    for address in wanted:
        with client.get(PREFIX + address) as answer:
            path = Path(BUNDLES_FOLDER, address)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(answer.get_data())
        written = list(compressor.compress(str(path)))
        before += path.stat().st_size
        after += min(Path(file).stat().st_size for file in (*written, path))
    print(f"{len(wanted)} scripts: {before / 1e6:.1f} MB, compressed {after / 1e6:.1f} MB.")


if __name__ == "__main__":
    main()
