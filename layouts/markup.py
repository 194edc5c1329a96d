"""Components as HTML text, for what is large and never changes once it is shown.

Dash draws every component by itself: a table of a thousand cells takes seconds on a slow machine.
As text the browser reads it in one go, by `assets/markup.js`.
"""

import re
from collections.abc import Mapping
from html import escape
from typing import Any

from dash.development.base_component import Component

VOID = {"br", "hr", "img"}
NAMES = {"className": "class"}
CAPITAL = re.compile(r"(?=[A-Z])")


def held(component: Component) -> Component:
    """The component with its children as text, which the browser fills in."""
    text = markup(component.children)
    component.children = None
    setattr(component, "data-markup", text)
    return component


def markup(part: Any) -> str:
    """The HTML of a component, a text, a number, or a list of them."""
    if part is None:
        return ""
    if isinstance(part, list | tuple):
        return "".join(markup(each) for each in part)
    if not isinstance(part, Component):
        return escape(str(part), quote=False)
    props = dict(part.to_plotly_json()["props"])
    tag, children = type(part).__name__.lower(), props.pop("children", None)
    start = f"<{tag}{''.join(_attribute(name, value) for name, value in props.items())}>"
    return start if tag in VOID else f"{start}{markup(children)}</{tag}>"


def _attribute(name: str, value: Any) -> str:
    if value is None or value is False:
        return ""
    if isinstance(value, Mapping):
        value = ";".join(f"{CAPITAL.sub('-', key).lower()}:{each}" for key, each in value.items())
    if value is True:
        return f" {name.lower()}"
    return f' {NAMES.get(name, name).lower()}="{escape(str(value))}"'
