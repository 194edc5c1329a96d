"""The controls. Each names the part of the address it writes in `data-writes`."""

import json
from collections.abc import Mapping

from dash import html

from data.catalogue import Indicator, indicators, themes
from layouts.drawn import drawable, drawn_levels, years
from layouts.language import text

WORDS_OF_WAYS = ("since", "beside_indicator", "beside_of_year")
WORDS_OF_NEAR = ("loading", "near_me_failed", "near_me_outside")
WAYS = ("value", "change", "beside")
WORDS_OF_TIME = ("year", "play", "pause")


def controls(language: str) -> html.Div:
    return html.Div(
        [
            theme_strip(language),
            html.Div(
                [
                    indicator_menu(language),
                    level_choice(language),
                    way_choice(language),
                    near_me(language),
                ]
            ),
        ],
        className="controls",
    )


def shown() -> list[Indicator]:
    """The indicators that can be drawn, in the order of the catalogue."""
    return [indicator for indicator in indicators().values() if drawn_levels(indicator)]


def theme_strip(language: str) -> html.Nav:
    """A button a theme; it goes to the theme's first indicator."""
    firsts = {indicator.theme.id: indicator for indicator in reversed(shown())}
    return html.Nav(
        [
            html.Button(
                theme.label[language],
                type="button",
                className="theme",
                **_writes("indicator", firsts[theme.id].id, theme=theme.id),
            )
            for theme in themes().values()
            if theme.id in firsts
        ],
        className="themes",
        **{"aria-label": text(language, "themes")},
    )


def indicator_menu(language: str) -> html.Div:
    return html.Div(
        [
            html.Label(text(language, "indicator"), htmlFor="indicator"),
            html.Select(
                [
                    html.Optgroup(
                        [
                            _option(indicator, language)
                            for indicator in shown()
                            if indicator.theme is theme
                        ],
                        label=theme.label[language],
                    )
                    for theme in themes().values()
                ],
                id="indicator",
                **{"data-writes": "indicator"},
            ),
        ],
        className="field indicator-field",
    )


def level_choice(language: str) -> html.Div:
    labels = {level: text(language, f"level_{level}") for level in drawable()}
    return _segments("level", text(language, "level"), labels)


def way_choice(language: str) -> html.Div:
    """Whether the map shows values, their change, or two maps."""
    labels = {way: text(language, f"show_{way}") for way in WAYS}
    return _segments("show", text(language, "show_as"), labels)


def _segments(writes: str, label: str, labels: Mapping[str, str]) -> html.Div:
    return html.Div(
        [
            html.Span(label, id=f"{writes}-label", className="label"),
            html.Div(
                [
                    html.Button(
                        words,
                        type="button",
                        **_writes(writes, value),
                        **{"aria-pressed": "false"},
                    )
                    for value, words in labels.items()
                ],
                className="segments",
                role="group",
                **{"aria-labelledby": f"{writes}-label"},
            ),
        ],
        className=f"field {writes}-field",
    )


def ways(language: str) -> html.Div:
    """Where the browser asks for what a change or a second map needs to know."""
    return html.Div(
        id="ways", className="ways", hidden=True, **{"data-words": _words(WORDS_OF_WAYS, language)}
    )


def near_me(language: str) -> html.Div:
    return html.Div(
        [
            html.Button(
                html.Span(text(language, "near_me")),
                type="button",
                className="near-me",
                **{"data-words": _words(WORDS_OF_NEAR, language)},
            ),
            html.Span(className="near-said", role="status"),
        ],
        className="field near-field",
    )


def time(language: str) -> html.Div:
    return html.Div(id="time", className="time", **{"data-words": _words(WORDS_OF_TIME, language)})


def zoom_buttons(language: str) -> html.Div:
    return html.Div(
        [
            html.Button(
                sign,
                type="button",
                title=text(language, f"zoom_{act}"),
                **{"data-zoom": act, "aria-label": text(language, f"zoom_{act}")},
            )
            for act, sign in (("in", "+"), ("out", "−"), ("home", "⤢"))
        ],
        className="zoom",
    )


def _option(indicator: Indicator, language: str) -> html.Option:
    every_year = sorted({y for level in drawn_levels(indicator) for y in years(indicator, level)})
    return html.Option(
        indicator.label[language],
        value=indicator.id,
        **{
            "data-levels": " ".join(level.id for level in drawn_levels(indicator)),
            "data-years": " ".join(map(str, every_year)),
        },
    )


def _words(keys: tuple[str, ...], language: str) -> str:
    return json.dumps({key: text(language, key) for key in keys})


def _writes(key: str, value: str, **data: str) -> dict[str, str]:
    more = {f"data-{name}": content for name, content in data.items()}
    return {"data-writes": key, "data-value": value} | more
