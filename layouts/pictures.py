"""The pictures of a view: its map and the chart of its area, as they stand in files and on other pages."""

from collections.abc import Mapping

import pandas

from data.catalogue import Indicator
from data.edition import Edition
from geo.areas import area
from geo.crosswalk import changed_codes
from geo.levels import SWEDEN
from layouts.captions import around
from layouts.charted import Charted
from layouts.classes import classes
from layouts.colours import class_colours
from layouts.drawings.bars import Bar, Part
from layouts.drawings.bars import drawn as bars
from layouts.drawings.choropleth import drawn as choropleth
from layouts.drawings.histogram import drawn as histogram
from layouts.drawings.legend import drawn as legend
from layouts.drawings.lines import drawn as lines
from layouts.drawings.painted import painted
from layouts.drawings.sheet import Told
from layouts.drawings.svg import Drawing
from layouts.language import text
from layouts.numbers import number, numbered, with_unit
from layouts.scene import highlight
from layouts.view import View, name

MAP_BOX = (600, 760)


def map_scope(view: View) -> str:
    """What the map looks at: of the municipalities of a county perhaps only those round one."""
    if view.level.id == "municipality" and view.scope != SWEDEN and view.area.level.id != "county":
        return view.area.code[:4]
    return view.scope


def map_drawing(
    view: View, values: pandas.Series, edition: Edition, box: tuple[int, int] = MAP_BOX
) -> Drawing:
    coverage = edition.coverage(view.indicator, view.level)
    assert coverage is not None
    return choropleth(
        view.level,
        map_scope(view),
        painted(values, view.indicator, coverage),
        width=box[0],
        height=box[1],
        chosen=highlight(view),
        values=_written(values, view.indicator, view.language),
        dashed=changed_codes() if has_changed_borders(view, edition) else (),
    )


def map_legend(view: View, values: pandas.Series, edition: Edition, width: int = 210) -> Drawing:
    """The classes, and the look of what has no value where an area of the map has none."""
    coverage = edition.coverage(view.indicator, view.level)
    assert coverage is not None
    inside = values if view.scope == SWEDEN else values[values.index.str.startswith(view.scope)]
    return legend(
        classes(view.indicator, coverage, view.language),
        heading=capital(view.indicator.unit.label[view.language]),
        missing=text(view.language, "drawn_nothing") if inside.isna().any() else None,
        width=width,
    )


def series_drawing(view: View, chart: Charted, width: int = 760, height: int = 400) -> Drawing:
    indicator, language = view.indicator, view.language
    if chart.counts is not None:
        return bars(_rows(view, chart.counts), chart.heading, width, whole=True)
    if chart.values is not None:
        known = chart.lines[0].values.dropna()
        marked = (chart.lines[0].name, float(known.iloc[-1])) if len(known) else None
        return histogram(chart.values, indicator, language, chart.heading, marked, width, height)
    return lines(chart.lines, indicator, language, chart.band, width, height)


def series_legend(view: View, chart: Charted) -> Drawing | None:
    """The names of categories; lines have theirs at their ends."""
    if chart.counts is None:
        return None
    palette = class_colours(view.indicator, len(view.indicator.categories))
    named = [
        {"label": numbered(category, view.language), "colour": colour}
        for category, colour in zip(view.indicator.categories, palette, strict=True)
    ]
    return legend(named, width=210)


def map_told(view: View, edition: Edition) -> Told:
    """What stands round the picture of the map."""
    subtitle = text(
        view.language,
        "drawn_map",
        unit=capital(view.indicator.unit.label[view.language]),
        plural=capital(view.level.plural[view.language]),
        place=around(view),
        year=view.year,
    )
    chosen = highlight(view)
    if chosen and (marked := area(chosen)):
        subtitle += " " + text(view.language, "drawn_marked", place=marked.name)
    notes = [*notes_of(view, edition)]
    if has_changed_borders(view, edition):
        notes.append(text(view.language, "changed_note"))
    notes.append(text(view.language, "footer_borders"))
    return Told(view.indicator.label[view.language], subtitle, notes, text(view.language, "site"))


def series_told(view: View, chart: Charted, edition: Edition) -> Told:
    """What stands round the picture of the chart; its unit stands above its axis."""
    place, shown = name(view.area, view.language), view.years
    years = str(shown[0]) if len(shown) == 1 else f"{shown[0]}–{shown[-1]}"
    return Told(
        view.indicator.label[view.language],
        f"{place}, {years}",
        notes_of(view, edition),
        text(view.language, "site"),
    )


def notes_of(view: View, edition: Edition) -> list[str]:
    """Sources with their licence, the edition, and what must be borne in mind."""
    indicator, language = view.indicator, view.language
    sources = "; ".join(f"{each.publisher}, {each.table}" for each in indicator.sources)
    licences = "; ".join(dict.fromkeys(each.licence for each in indicator.sources))
    word = text(language, "source" if len(indicator.sources) == 1 else "sources")
    return [
        f"{word}: {sources}. {text(language, 'licence', licence=licences)}.",
        text(language, "drawn_edition", edition=edition.id, date=edition.date),
        f"{text(language, 'caveat')}: {indicator.caveat[language]}",
        *([text(language, "ranking_note")] if indicator.is_index else []),
    ]


def has_changed_borders(view: View, edition: Edition) -> bool:
    """Whether figures of an older edition of the areas are drawn in newer borders, and marked."""
    coverage, editions = edition.coverage(view.indicator, view.level), list(view.level.editions)
    if coverage is None or not editions or coverage.areas_edition == editions[-1]:
        return False
    return view.scope != SWEDEN


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _rows(view: View, counts: pandas.DataFrame) -> list[Bar]:
    palette = class_colours(view.indicator, len(view.indicator.categories))
    named = list(zip(view.indicator.categories, palette, strict=True))
    return [
        Bar(
            str(year),
            [
                Part(
                    float(row[category.value]),
                    numbered(category, view.language),
                    number(int(row[category.value]), 0, view.language),
                    colour,
                )
                for category, colour in named
            ],
        )
        for year, row in counts.iterrows()
    ]


def _written(values: pandas.Series, indicator: Indicator, language: str) -> Mapping[str, str]:
    known = values.dropna()
    return {str(code): with_unit(float(one), indicator, language) for code, one in known.items()}
