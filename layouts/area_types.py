"""How the inhabitants of a municipality are spread over the five types of area."""

from collections.abc import Sequence

from dash import html

from data.catalogue import Category, Indicator
from layouts import colours
from layouts.language import text
from layouts.numbers import number, numbered
from layouts.readings import Figure
from layouts.tables import Cell, Head, reading, table
from layouts.view import name

WIDE_ENOUGH = 6  # per cent of the bar in which a number has room


def area_types(
    figures: Sequence[Figure], types: Indicator, area: str, language: str
) -> list[object]:
    """A divided bar a year, and its numbers in a table beside those of wider areas."""
    years = figures[0].values.index.tolist()
    caption = text(language, "types_caption", area=area)
    return [
        html.Div(
            [_bar(figures, types, year, language) for year in years],
            className="type-bars",
            role="img",
            **{"aria-label": text(language, "types_bar", area=area)},
        ),
        table(caption, _heads(figures, years, language), _rows(figures, types, years, language)),
    ]


def swatch(category: Category) -> html.Span:
    colour = colours.CATEGORIES[category.value - 1]
    return html.Span(className="type-swatch", style={"backgroundColor": colour})


def _bar(figures: Sequence[Figure], types: Indicator, year: int, language: str) -> html.Div:
    pieces = []
    for figure, category in zip(figures, types.categories, strict=True):
        share, colour = figure.known.get(year, 0.0), colours.CATEGORIES[category.value - 1]
        if not share > 0:
            continue
        written = number(share, figure.indicator.decimals, language)
        pieces.append(
            html.Span(
                written if share >= WIDE_ENOUGH else "",
                title=f"{numbered(category, language)}: {figure.at(year).written(language)}",
                style={
                    "flexGrow": share,
                    "backgroundColor": colour,
                    "color": colours.text_on(colour),
                },
            )
        )
    return html.Div([html.Span(str(year), className="type-year"), html.Div(pieces)])


def _heads(figures: Sequence[Figure], years: Sequence[int], language: str) -> list[Head]:
    unit = figures[0].indicator.unit.label[language]
    around = [Head(name(area, language), str(figures[0].year)) for area, _ in figures[0].around]
    return [Head(text(language, "area_type")), *(Head(str(year), unit) for year in years), *around]


def _rows(
    figures: Sequence[Figure], types: Indicator, years: Sequence[int], language: str
) -> list[list[Cell]]:
    return [
        [
            Cell([swatch(category), numbered(category, language)]),
            *(reading(figure.at(year), language) for year in years),
            *(
                Cell(number(value, figure.indicator.decimals, language))
                for _, value in figure.around
            ),
        ]
        for figure, category in zip(figures, types.categories, strict=True)
    ]
