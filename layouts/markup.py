"""Components as HTML text, for pages that are read rather than steered.

Dash draws every component by itself in the browser: a table of a thousand cells takes seconds there.
As text it is read in one go, before any script has run.
"""

import re
from collections.abc import Mapping
from html import escape
from typing import Any

from dash.development.base_component import Component
from markupsafe import Markup

VOID = {"br", "hr", "img"}
NAMES = {"className": "class", "htmlFor": "for"}
CAPITAL = re.compile(r"(?=[A-Z])")


def markup(part: Any) -> str:
    """The HTML of a component, a text, a number, or a list of them; a drawing is markup already."""
    if part is None:
        return ""
    if isinstance(part, list | tuple):
        return "".join(markup(each) for each in part)
    if isinstance(part, Markup):
        return str(part)
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
