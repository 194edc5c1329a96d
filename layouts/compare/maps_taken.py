"""The maps of a comparison as a reader takes them along: on one scale, each with its name."""

from collections.abc import Sequence

import pandas

from data.edition import current_edition
from geo.levels import levels
from layouts.classes import class_limits, classes
from layouts.compare.maps import HEIGHT, WIDTH, map_said, values_said
from layouts.compare.question import Comparison
from layouts.compare.readings import Mapped
from layouts.compare.words import names
from layouts.drawings.choropleth import drawn as choropleth
from layouts.drawings.legend import drawn as legend
from layouts.drawings.letters import SEMIBOLD
from layouts.drawings.painted import painted
from layouts.drawings.sheet import beneath, beside
from layouts.drawings.svg import SMALL, Drawing, words
from layouts.language import text
from layouts.paths import COMPARE
from layouts.sharing_paths import MAPS
from layouts.taken import Taken

A_ROW = 4
HEAD = 2 * (SMALL + 5) + 6


def maps_taken(asked: Comparison, year: int | None) -> Taken:
    language, indicator = asked.language, asked.indicator
    return Taken(
        of=MAPS,
        asked=asked,
        page=COMPARE,
        label=indicator.label[language],
        place=f"{names(asked, language)}, RegSO, {year}",
        indicators=[indicator],
        name=(indicator.id, *(area.code for area in asked.areas), str(year)),
        remarks=[text(language, "footer_borders")],
        pictured=year is not None,
    )


def together(asked: Comparison, shown: Sequence[Mapped]) -> Drawing:
    """The maps in rows, and the one legend beneath them."""
    cells = [_named(asked, one) for one in shown]
    rows = [beside(cells[at : at + A_ROW]) for at in range(0, len(cells), A_ROW)]
    return beneath([*rows, scale(asked, shown)])


def scale(asked: Comparison, shown: Sequence[Mapped]) -> Drawing:
    """What the colours of all the maps mean."""
    language, indicator = asked.language, asked.indicator
    coverage = current_edition().coverage(indicator, levels()["regso"])
    assert coverage is not None
    lacking = any(value is None for one in shown for value in one.values.values())
    return legend(
        classes(indicator, coverage, language),
        heading=indicator.unit.label[language],
        missing=text(language, "missing") if lacking else None,
    )


def one_map(asked: Comparison, one: Mapped) -> Drawing:
    indicator = asked.indicator
    coverage = current_edition().coverage(indicator, levels()["regso"])
    assert coverage is not None
    palette = [each["colour"] for each in classes(indicator, coverage, asked.language)]
    values = pandas.Series(one.values, dtype=float)
    limits = class_limits(indicator, coverage)
    return choropleth(
        levels()["regso"],
        one.area.code,
        painted(values, limits, palette, indicator.decimals),
        width=WIDTH,
        height=HEIGHT,
        chosen=one.chosen,
        values=values_said(asked, one, asked.language),
    )


def _named(asked: Comparison, one: Mapped) -> Drawing:
    said = map_said(asked, one, asked.language)
    head = words(one.area.name, 0, SMALL + 1, font_weight=SEMIBOLD) + words(said, 0, 2 * SMALL + 6)
    drawn = one_map(asked, one)
    return Drawing(WIDTH, HEAD + drawn.height, head + drawn.placed(0, HEAD))
