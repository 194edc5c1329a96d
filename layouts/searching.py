"""The search box: a plain form, which the browser makes quicker where scripts run."""

import json

from dash import html

from geo.boundaries import areas_file
from geo.levels import levels
from layouts.drawn import drawable
from layouts.forms import tag
from layouts.language import text
from layouts.paths import PROFILES, SEARCH, path

WORDS = ("search", "search_hint", "search_none")


def search(language: str) -> html.Form:
    """The search box; where scripts run the browser helps to find the area."""
    go = html.Button(text(language, "search_go"), type="submit", className="search-go")
    return html.Form(
        [search_field("search", language), go],
        id="search",
        className="search",
        role="search",
        action=path(SEARCH, language),
        method="get",
        **searched(language),
    )


def search_field(named: str, language: str, value: str = "") -> list[object]:
    """A line to write a name or code in, with its label."""
    box = tag(
        "input",
        id=f"{named}-box",
        name="q",
        type="text",
        value=value or None,
        autocomplete="off",
        spellcheck="false",
        maxlength=80,
        placeholder=text(language, "search_hint"),
    )
    return [html.Label(text(language, "search"), htmlFor=f"{named}-box"), box]


def searched(language: str) -> dict[str, str]:
    """What a search box needs: its words, and where the names of areas are."""
    registers = [
        {
            "address": f"/boundaries/{areas_file(level, next(iter(level.editions), None)).name}",
            "label": level.label[language],
        }
        for level in (levels()[id_] for id_ in drawable() if id_ in PROFILES)
    ]
    return {
        "data-words": json.dumps({key: text(language, key) for key in WORDS}),
        "data-registers": json.dumps(registers),
    }
