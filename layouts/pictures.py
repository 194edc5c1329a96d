"""The pictures of a view: its map and the chart of its area, as they stand in files and on other pages."""

from collections.abc import Sequence

import pandas

from data.catalogue import Indicator
from data.edition import Edition
from geo.areas import area
from geo.boundaries import is_redrawn
from geo.crosswalk import changed_codes
from geo.levels import SWEDEN
from layouts.captions import around
from layouts.charted import Charted
from layouts.colours import class_colours
from layouts.drawings.bars import Bar, Part
from layouts.drawings.bars import drawn as bars
from layouts.drawings.choropleth import drawn as choropleth
from layouts.drawings.histogram import drawn as histogram
from layouts.drawings.legend import drawn as legend
from layouts.drawings.lines import drawn as lines
from layouts.drawings.sheet import Told
from layouts.drawings.svg import Drawing
from layouts.language import text
from layouts.layer import Layer
from layouts.numbers import number, numbered
from layouts.scene import highlight
from layouts.view import View, name

MAP_BOX = (600, 760)


def map_scope(view: View) -> str:
    """What the map looks at: of the municipalities of a county perhaps only those round one."""
    if view.level.id == "municipality" and view.scope != SWEDEN and view.area.level.id != "county":
        return view.area.code[:4]
    return view.scope


def map_drawing(view: View, layer: Layer, box: tuple[int, int] = MAP_BOX) -> Drawing:
    return choropleth(
        view.level,
        map_scope(view),
        layer.colours,
        width=box[0],
        height=box[1],
        chosen=highlight(view),
        values=layer.written(view.language),
        dashed=changed_codes() if has_changed_borders(view, layer) else (),
        dotted=layer.broken,
    )


def map_legend(view: View, layer: Layer, width: int = 210) -> Drawing:
    """The classes, and the look of what has no value where an area of the map has none."""
    values, scope = layer.values, view.scope
    inside = values if scope == SWEDEN else values[values.index.str.startswith(scope)]
    broken = inside.index.isin(layer.broken)
    return legend(
        layer.classes(view.language),
        heading=_heading(view, layer),
        missing=text(view.language, "drawn_nothing") if inside[~broken].isna().any() else None,
        broken=text(view.language, "border_moved") if broken.any() else None,
        width=width,
    )


def _heading(view: View, layer: Layer) -> str:
    """The unit, and where there are two maps what each shows."""
    unit = capital(layer.unit(view.language))
    if view.showing.beside is None:
        return unit
    return f"{layer.indicator.label[view.language]}, {layer.year}. {unit}"


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


def map_told(view: View, layers: Sequence[Layer], edition: Edition) -> Told:
    """What stands round the picture of the map, or of two maps."""
    language = view.language
    shown = {
        "plural": capital(view.level.plural[language]),
        "place": around(view),
        "year": " · ".join(dict.fromkeys(str(layer.year) for layer in layers)),
    }
    subtitle = text(language, "drawn_map", **shown)
    chosen = highlight(view)
    if chosen and (marked := area(chosen)):
        subtitle += " " + text(language, "drawn_marked", place=marked.name)
    notes = notes_of([layer.indicator for layer in layers], edition, language)
    if any(layer.since is not None and layer.indicator.is_index for layer in layers):
        notes.append(text(language, "drawn_by_chance"))
    if any(has_changed_borders(view, layer) for layer in layers):
        notes.append(text(language, "changed_note"))
    notes.append(text(language, "footer_borders"))
    titles = dict.fromkeys(layer.title(language) for layer in layers)
    return Told(" · ".join(titles), subtitle, notes, text(language, "site"))


def series_told(view: View, edition: Edition) -> Told:
    """What stands round the picture of the chart; its unit stands above its axis."""
    place, shown = name(view.area, view.language), view.years
    years = str(shown[0]) if len(shown) == 1 else f"{shown[0]}–{shown[-1]}"
    return Told(
        view.indicator.label[view.language],
        f"{place}, {years}",
        notes_of([view.indicator], edition, view.language),
        text(view.language, "site"),
    )


def notes_of(indicators: Sequence[Indicator], edition: Edition, language: str) -> list[str]:
    """Sources with their licence, the edition, and what must be borne in mind."""
    sources = list(dict.fromkeys(each for one in indicators for each in one.sources))
    tables = "; ".join(f"{each.publisher}, {each.table}" for each in sources)
    licences = "; ".join(dict.fromkeys(each.licence for each in sources))
    word = text(language, "source" if len(sources) == 1 else "sources")
    caveats = " ".join(dict.fromkeys(one.caveat[language] for one in indicators))
    return [
        f"{word}: {tables}. {text(language, 'licence', licence=licences)}.",
        text(language, "drawn_edition", edition=edition.id, date=edition.date),
        f"{text(language, 'caveat')}: {caveats}",
        *([text(language, "ranking_note")] if any(one.is_index for one in indicators) else []),
    ]


def has_changed_borders(view: View, layer: Layer) -> bool:
    """Whether figures of an older edition of the areas are drawn in newer borders, and marked."""
    shown = [layer.year] if layer.since is None else [layer.year, layer.since]
    return view.scope != SWEDEN and any(is_redrawn(view.level, year) for year in shown)


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
