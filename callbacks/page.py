"""The page in the language of its address."""

from dash import Dash, Input, Output

from callbacks.profile import profile_of
from layouts import ids
from layouts.page import page
from layouts.paths import MAP, Asked, resolve
from layouts.view import read


def register(app: Dash) -> None:
    app.callback(Output(ids.PAGE, "children"), Input(ids.URL, "pathname"))(show_page)


def show_page(pathname: str | None) -> list[object]:
    """The page of a path; where there is none, the map, which says so."""
    asked = resolve(pathname) or Asked(MAP, read(pathname)[0].language)
    return page(asked.page, asked.language, profile_of(asked.area) if asked.area else None)
