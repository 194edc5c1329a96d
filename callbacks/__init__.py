"""Callbacks. Each module answers for one part of the page and registers itself."""

from dash import Dash

from callbacks import (
    browser,
    documents,
    embeds,
    files,
    page,
    paper,
    pictures,
    place,
    portraits,
    scene,
)

PARTS = (page, scene, place, browser, documents, paper, pictures, files, embeds, portraits)


def register_all(app: Dash) -> None:
    for part in PARTS:
        part.register(app)
