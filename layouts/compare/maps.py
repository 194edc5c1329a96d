"""The RegSO of each municipality or county, on one scale."""

from collections.abc import Sequence

import pandas
from dash import html

from data.edition import current_edition
from geo.levels import levels
from layouts.classes import class_limits, classes
from layouts.compare.question import Comparison
from layouts.compare.readings import Mapped
from layouts.drawings import choropleth, legend
from layouts.drawings.painted import painted
from layouts.language import text
from layouts.links import to_map
from layouts.numbers import with_unit
from layouts.sharing_bar import bar
from layouts.sharing_paths import MAPS

WIDTH, HEIGHT = 300, 300


def maps(
    asked: Comparison, shown: Sequence[Mapped], year: int | None, language: str
) -> list[object]:
    regso, indicator = levels()["regso"], asked.indicator
    coverage = current_edition().coverage(indicator, regso)
    if coverage is None or year is None:
        words = text(language, "no_maps", indicator=indicator.label[language])
        return [html.P(words, className="note")]
    if not shown:
        return [html.P(text(language, "no_maps_of_sweden"), className="note")]
    scale = classes(indicator, coverage, language)
    limits, palette = class_limits(indicator, coverage), [one["colour"] for one in scale]
    lacking = any(value is None for one in shown for value in one.values.values())
    said = f"{indicator.label[language]}, {indicator.unit.label[language]}, {year}"
    drawn = [
        _map(
            asked,
            one,
            painted(pandas.Series(one.values, dtype=float), limits, palette, indicator.decimals),
            year,
            language,
        )
        for one in shown
    ]
    return [
        html.Div(
            legend(scale, name=said, heading=said, missing=text(language, "missing"))
            if lacking
            else legend(scale, name=said, heading=said),
            className="one-scale",
        ),
        html.Div(drawn, className="small-maps"),
        html.P(text(language, "maps_note"), className="note"),
        bar(language, MAPS, asked.query),
    ]


def _map(
    asked: Comparison,
    one: Mapped,
    colours: dict[str, str | None],
    year: int,
    language: str,
) -> html.Figure:
    indicator, said = asked.indicator, map_said(asked, one, language)
    picture = choropleth(
        levels()["regso"],
        one.area.code,
        colours,
        language=language,
        name=said,
        width=WIDTH,
        height=HEIGHT,
        chosen=one.chosen,
        values=values_said(asked, one, language),
    )
    link = html.A(one.area.name, href=to_map(indicator, one.area, language, year))
    return html.Figure([html.Figcaption([html.Strong(link), html.Span(said)]), picture])


def map_said(asked: Comparison, one: Mapped, language: str) -> str:
    """How many areas a map has, and between what their values lie."""
    indicator = asked.indicator
    known = [value for value in one.values.values() if value is not None]
    return (
        text(
            language,
            "compare_map_of",
            area=one.area.name,
            count=len(one.values),
            low=with_unit(min(known), indicator, language),
            high=with_unit(max(known), indicator, language),
        )
        if known
        else text(language, "map_of_none", area=one.area.name, count=len(one.values))
    )


def values_said(asked: Comparison, one: Mapped, language: str) -> dict[str, str]:
    """What pointing at an area says after its name."""
    indicator = asked.indicator
    return {
        code: text(language, "missing") if value is None else with_unit(value, indicator, language)
        for code, value in one.values.items()
    }
