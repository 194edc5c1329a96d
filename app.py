"""Assembles the dashboard."""

import re
import sys
from pathlib import Path
from typing import Any

from dash import Dash
from flask import Flask, Response, request
from whitenoise import WhiteNoise

import api
import service
from callbacks import answers, cache, register_all, viewed
from callbacks.door import guard
from callbacks.opening import opened, opening_of
from data import evidence, store
from data.declared import CatalogueError
from data.edition import PUBLISHED_FOLDER, EditionError, current_edition
from data.store import StoreError
from geo import boundaries
from geo.areas import AreaError
from geo.boundaries import BoundaryError
from layouts.language import DEFAULT, languages
from layouts.made_by import views
from layouts.page import page, shell
from layouts.paths import MAP, path
from sending import later
from sending.origin import origin
from sending.quick import Quick
from service import journal
from settings import ASSETS_COMPRESSED_FOLDER, BUNDLES_FOLDER, Settings, SettingsError

LARGEST_BODY = 100_000
ASSETS_KEPT = 3600
NEVER_CHANGES = re.compile(
    r"^/boundaries/[^/]+\.[0-9a-f]{8}\.|^/editions/[^/]+-[0-9a-f]{8}/|/[^/]+\.v\d[^/]+\.js$"
)
# What a change of indicator asks for.
NEVER_CHANGE_BELOW = ("/views/", "/editions/")
# What pages other than the map need is not sent with the map.
DOCUMENTS_ASSETS = "^documents$"
# Dash loads its own table on every page.
UNUSED_SCRIPT = re.compile(r'<script src="[^"]*/dash_table/[^"]*"></script>')
# A token of each drawing of the page, for callbacks in the background, of which we have none: with it
# no two workers' pages would be the same, and who has one would be sent the other.
PASSING_TOKEN = re.compile(r'"end_id":"[^"]*",?')
REFUSALS = (SettingsError, CatalogueError, EditionError, StoreError, AreaError, BoundaryError)
ASSETS_FOLDER = Path(__file__).with_name("assets")


class Dashboard(Dash):
    """Dash, in a page that shows the view of its address before any script has run."""

    def index(self, *asked: Any, **more: Any) -> Response:
        return opened(lambda: super(Dashboard, self).index(*asked, **more))

    def interpolate_index(self, **parts: Any) -> str:
        parts["scripts"] = UNUSED_SCRIPT.sub("", parts["scripts"])
        parts["config"] = PASSING_TOKEN.sub("", parts["config"])
        index: str = super().interpolate_index(**parts)
        for name, words in opening_of(request.full_path, origin()).items():
            index = index.replace(f"{{{name}}}", words, 1)
        return index


def create_app(settings: Settings | None = None) -> Dash:
    settings = settings or Settings.from_environment()
    journal.start(settings.log_format, settings.log_level)
    server = Flask(__name__)
    server.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    cache.start(server, settings.cache_url, settings.cache_folder)
    boundaries.check()
    store.load()
    evidence.load()
    app = Dashboard(__name__, server=server, update_title="", assets_path_ignore=[DOCUMENTS_ASSETS])
    app.index_string = Path(__file__).with_name("layouts").joinpath("index.html").read_text("utf-8")
    app.layout = shell()
    app.validation_layout = [shell(), *page(DEFAULT)]
    guard(app)
    register_all(app)
    viewed.register(app)
    answers.register(app)
    api.register(server)
    later.register(server)
    serve_files(server)
    service.register(server, settings, app.csp_hashes())
    warm(server)
    return app


def serve_files(server: Flask) -> None:
    """Files that need no Python: they are listed once, at start, and nothing else is served."""
    files = WhiteNoise(server.wsgi_app, immutable_file_test=never_changes, max_age=ASSETS_KEPT)
    files.add_files(str(ASSETS_FOLDER), prefix="assets")
    if is_copy(ASSETS_COMPRESSED_FOLDER, ASSETS_FOLDER):
        files.add_files(str(ASSETS_COMPRESSED_FOLDER), prefix="assets")
    files.add_files(str(boundaries.FOLDER), prefix="boundaries")
    files.add_files(str(PUBLISHED_FOLDER), prefix="editions")
    if BUNDLES_FOLDER.is_dir():
        files.add_files(str(BUNDLES_FOLDER), prefix="_dash-component-suites")
    server.wsgi_app = Quick(files, NEVER_CHANGE_BELOW)  # type: ignore[method-assign]


def is_copy(copy: Path, of: Path) -> bool:
    """Whether a folder has every file of another as it is; a copy made before a change has not."""
    files = [path for path in of.rglob("*") if path.is_file()]
    copies = [copy / path.relative_to(of) for path in files]
    return all(
        one.is_file() and one.read_bytes() == path.read_bytes()
        for one, path in zip(copies, files, strict=True)
    )


def never_changes(path: str, url: str) -> bool:
    """Whether the address carries its content's hash or, of Dash's scripts, their version.

    The list of boundaries and the name of the current edition have addresses that stay the same.
    """
    return NEVER_CHANGES.search(url) is not None


def warm(server: Flask) -> None:
    """Requests before the first visitor's: on a fresh worker Dash's bundles can answer 500.

    What they load before there are workers is in the memory that these share.
    """
    first = [views(current_edition().id) + path(MAP, language) for language in languages()]
    answers.warm(server, ["/", *first])


def start() -> Flask:
    """The app for gunicorn; refuses to start with a sentence where its files are not in order."""
    try:
        return create_app().server
    except REFUSALS as error:
        sys.exit(f"Segregationskartan does not start. {error}")


server = start()
