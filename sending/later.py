"""Sends files of editions that were published after the start, which WhiteNoise does not know of.

While one process takes over from another, a page of the new one may ask the old one for its files.
"""

from flask import Flask, Response, abort, send_from_directory

from data.edition import PUBLISHED_FOLDER, EditionError, named_edition
from sending.sent import FOREVER

ADDRESS = "/editions/<edition>/<path:file>"


def register(server: Flask) -> None:
    server.get(ADDRESS, endpoint="edition_file")(edition_file)


def edition_file(edition: str, file: str) -> Response:
    """A file that the edition's manifest names, or the manifest; nothing else there is sent."""
    try:
        found = named_edition(edition)
    except EditionError:
        abort(404)
    if file not in found.files:
        abort(404)
    response = send_from_directory(PUBLISHED_FOLDER / found.id, file)
    response.headers["Cache-Control"] = FOREVER
    return response
