"""Areas that were chosen, the way to be rid of each, and the line for one more."""

from collections.abc import Callable, Mapping, Sequence

from dash import html

from geo.areas import Area
from layouts.forms import hidden, tag
from layouts.language import text
from layouts.paths import profile
from layouts.searching import searched
from layouts.view import name


def chips(
    chosen: Sequence[Area],
    label: str,
    language: str,
    *,
    without: Callable[[Area], str] | None,
) -> html.Ul:
    """The areas by name; `without` is the address of the page without one."""
    return html.Ul(
        [
            html.Li(
                [
                    html.A(name(area, language), href=profile(language, area)),
                    *([_remove(area, without(area), language)] if without else []),
                ]
            )
            for area in chosen
        ],
        className="chosen-areas",
        **{"aria-label": label},
    )


def _remove(area: Area, address: str, language: str) -> html.A:
    label = text(language, "remove_area", area=name(area, language))
    return html.A("×", href=address, className="remove", **{"aria-label": label})


def adding(action: str, asked: Mapping[str, object], language: str) -> html.Form:
    """A line for one more area by name or code; with scripts the browser helps to find it."""
    label = html.Label(text(language, "add_area"), htmlFor="adding-box")
    line = tag(
        "input",
        id="adding-box",
        name="add",
        type="text",
        autocomplete="off",
        maxlength=80,
        placeholder=text(language, "search_hint"),
    )
    holder = html.Div([label, line], id="adding", className="search adding", **searched(language))
    button = html.Button(text(language, "add"), type="submit", className="submit")
    return html.Form(
        [holder, button, *hidden(asked)], action=action, method="get", className="add-form"
    )
