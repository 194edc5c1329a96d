"""The charts of a profile as a reader takes them along, and the words that go with them."""

from collections.abc import Sequence

from data.catalogue import Category, Indicator, indicators
from data.profile import contents
from layouts import paths
from layouts.colours import CATEGORIES, PARTS
from layouts.drawings.bars import Bar, Part
from layouts.drawings.bars import drawn as bars
from layouts.drawings.legend import drawn as legend
from layouts.drawings.sheet import beneath
from layouts.drawings.svg import Drawing
from layouts.drawn import years
from layouts.language import text
from layouts.numbers import number, numbered
from layouts.profile.question import OfArea
from layouts.readings import Figure, Split
from layouts.sharing import span
from layouts.sharing_paths import SPLIT, TYPES
from layouts.taken import Taken
from layouts.view import name

DECIMALS = 1
WIDE = 760


def types_taken(asked: OfArea) -> Taken:
    said, shown = text(asked.language, "section_types"), contents().area_types
    return _taken(TYPES, said, asked, shown, shown[0])


def split_taken(asked: OfArea) -> Taken:
    assert asked.indicator is not None and asked.indicator.grouping is not None
    language = asked.language
    said = text(language, "where_lies", groups=asked.indicator.grouping.label[language])
    remark = text(language, "split_note")
    return _taken(SPLIT, said, asked, [asked.indicator], asked.indicator, remark)


def _taken(
    of: str,
    label: str,
    asked: OfArea,
    shown: Sequence[Indicator],
    first: Indicator,
    *remarks: str,
) -> Taken:
    place, held = asked.area, years(first, asked.area.level)
    where = name(place, asked.language)
    page = paths.PROFILES[place.level.id]
    return Taken(
        of=of,
        asked=asked,
        page=page,
        label=label,
        place=f"{where}, {span(held[0], held[-1])}",
        indicators=shown,
        name=(paths.hyphenated(where), *([first.id] if asked.indicator else []), str(held[-1])),
        remarks=remarks,
        area=place if page in paths.LEVEL_OF else None,
        section=of,
    )


def type_bars(figures: Sequence[Figure], language: str) -> list[Bar]:
    """A bar a year, divided by area type."""
    types = indicators()["area_type"].categories
    return [Bar(str(year), _parts(figures, types, year, language)) for year in figures[0].known]


def _parts(
    figures: Sequence[Figure], types: Sequence[Category], year: int, language: str
) -> list[Part]:
    return [
        Part(
            figure.known[year],
            numbered(category, language),
            number(figure.known[year], figure.indicator.decimals, language),
            CATEGORIES[category.value - 1],
        )
        for figure, category in zip(figures, types, strict=True)
        if figure.known[year] > 0
    ]


def split_bars(one: Split, language: str) -> list[Bar]:
    """A bar a year, divided into what lies where."""
    names = {str(part): text(language, f"part_{part}") for part in one.shares}
    return [
        Bar(
            str(year),
            [
                Part(100 * share, named, number(100 * share, DECIMALS, language), PARTS[part])
                for (part, named), share in zip(names.items(), map(float, shares), strict=True)
            ],
        )
        for year, shares in one.shares.iterrows()
    ]


def divided(rows: Sequence[Bar], heading: str, width: int = WIDE) -> Drawing:
    """The bars, and what their colours mean."""
    named = {part.name: part.colour for row in rows for part in row.parts}
    key = legend([{"label": said, "colour": each} for said, each in named.items()], width=width)
    return beneath([bars(rows, heading, width, whole=True), key])


def divided_said(title: str, heading: str, rows: Sequence[Bar]) -> str:
    """The bars in words."""
    told = (
        f"{row.label}: {', '.join(f'{part.name} {part.written}' for part in row.parts)}."
        for row in rows
    )
    return " ".join([f"{title}. {heading}.", *told])
