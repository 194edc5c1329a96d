"""The controls. Each names the part of the address it writes in `data-writes`."""

import json

from dash import html

from data.catalogue import Indicator, indicators, themes
from geo.boundaries import areas_file
from geo.levels import levels
from layouts.language import text
from layouts.view import DRAWN_LEVELS, drawn_levels, years

WORDS_OF_SEARCH = ("search", "search_hint", "search_none")
WORDS_OF_TIME = ("year", "play", "pause")


def controls(language: str) -> html.Div:
    return html.Div(
        [theme_strip(language), html.Div([indicator_menu(language), level_choice(language)])],
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
    return html.Div(
        [
            html.Span(text(language, "level"), id="level-label", className="label"),
            html.Div(
                [
                    html.Button(
                        text(language, f"level_{level}"),
                        type="button",
                        **_writes("level", level),
                        **{"aria-pressed": "false"},
                    )
                    for level in DRAWN_LEVELS
                ],
                className="segments",
                role="group",
                **{"aria-labelledby": "level-label"},
            ),
        ],
        className="field level-field",
    )


def search(language: str) -> html.Div:
    """Where the browser puts the search box; the words it needs go along."""
    registers = [
        {
            "address": f"/boundaries/{areas_file(level, next(iter(level.editions), None)).name}",
            "label": level.label[language],
        }
        for level in (levels()[id_] for id_ in DRAWN_LEVELS)
    ]
    return html.Div(
        id="search",
        className="search",
        **{
            "data-words": _words(WORDS_OF_SEARCH, language),
            "data-registers": json.dumps(registers),
        },
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
