"""The menu of the wider areas whose parts a page shows."""

from dash import html

from geo.areas import Area, areas
from geo.levels import Level, levels
from layouts.forms import field_of, option, select
from layouts.language import text


def within_select(
    level: Level,
    chosen: Area | None,
    language: str,
    *,
    whole: bool = True,
    only: str | None = None,
) -> list[html.Div]:
    """Counties for municipalities, municipalities too for RegSO; `whole` is whether Sweden may be.

    `only` is the one level that may hold the parts, where there is but one.
    """
    code = chosen.code if chosen else ""
    country = [("", text(language, "whole_country"))] if whole else []
    if level.id == "county":
        return []
    if level.id == "municipality":
        named = [(county.code, county.name) for county in _counties()]
        return [select("within", text(language, "ask_county"), [*country, *named], code)]
    groups = [
        html.Optgroup(
            [
                *([] if only == "municipality" else [option(county.code, county.name, code)]),
                *(option(one.code, one.name, code) for one in _municipalities(county)),
            ],
            label=county.name,
        )
        for county in _counties()
    ]
    first = [option(value, words, code) for value, words in country]
    menu = html.Select([*first, *groups], id="ask-within", name="within")
    return [field_of("within", text(language, "ask_within"), menu)]


def _counties() -> list[Area]:
    return list(areas(levels()["county"]).values())


def _municipalities(county: Area) -> list[Area]:
    return [one for one in areas(levels()["municipality"]).values() if one.parent == county.code]
