"""The parts of a form that asks a question of a page: it works without any script."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dash import html
from markupsafe import Markup

from data.catalogue import Indicator, themes
from layouts.language import text

Choice = tuple[str, str]


def form(parts: Sequence[object], action: str, language: str, **more: Any) -> html.Form:
    """A form that is sent to the page itself, with the button that does it."""
    button = html.Button(text(language, "show"), type="submit", className="submit")
    return html.Form([*parts, button], action=action, method="get", className="question", **more)


def select(
    name: str, label: str, choices: Iterable[Choice], chosen: str, kind: str = ""
) -> html.Div:
    """A menu with its label; the empty value asks nothing."""
    options = [option(value, words, chosen) for value, words in choices]
    return field_of(name, label, html.Select(options, id=f"ask-{name}", name=name), kind)


def indicator_select(
    name: str, label: str, shown: Iterable[Indicator], chosen: Indicator, language: str
) -> html.Div:
    """A menu of indicators by theme."""
    shown = list(shown)
    groups = [
        html.Optgroup(
            [
                option(each.id, each.label[language], chosen.id)
                for each in shown
                if each.theme is theme
            ],
            label=theme.label[language],
        )
        for theme in themes().values()
        if any(each.theme is theme for each in shown)
    ]
    return field_of(
        name, label, html.Select(groups, id=f"ask-{name}", name=name), "indicator-field"
    )


def field(name: str, label: str, value: str = "", kind: str = "", **more: str) -> html.Div:
    """A line to write in."""
    return field_of(
        name,
        label,
        tag("input", id=f"ask-{name}", name=name, type="text", value=value, **more),
        kind,
    )


def hidden(asked: Mapping[str, object]) -> list[Markup]:
    """What is asked too, without being seen."""
    return [tag("input", type="hidden", name=name, value=value) for name, value in asked.items()]


def tag(kind: str, **attributes: object) -> Markup:
    """An element without content that Dash has no component for; underscores are hyphens."""
    said = Markup("").join(
        Markup(' {}="{}"').format(name.replace("_", "-"), value)
        for name, value in attributes.items()
        if value is not None
    )
    return Markup("<{}{}>").format(Markup(kind), said)


def field_of(name: str, label: str, control: object, kind: str = "") -> html.Div:
    """A control with its label."""
    return html.Div(
        [html.Label(label, htmlFor=f"ask-{name}"), control], className=f"field {kind}".strip()
    )


def option(value: str, words: str, chosen: str) -> html.Option:
    return html.Option(words, value=value, selected=value == chosen)
