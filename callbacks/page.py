"""The map page in the language of its address."""

from dash import Dash, Input, Output

from layouts import ids
from layouts.page import page
from layouts.paths import language_of


def register(app: Dash) -> None:
    app.callback(Output(ids.PAGE, "children"), Input(ids.URL, "pathname"))(show_page)


def show_page(pathname: str | None) -> list[object]:
    return page(language_of(pathname))
