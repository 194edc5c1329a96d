"""The key figures of an area: a table a theme."""

from collections.abc import Iterable, Sequence

from dash import html

from data.catalogue import Theme, themes
from data.profile import contents
from layouts.language import text
from layouts.numbers import NOTHING, change, number
from layouts.paths import on_map
from layouts.readings import Figure
from layouts.sparkline import sparkline
from layouts.strip import strip
from layouts.tables import Cell, Head, table


def theme_tables(figures: Iterable[Figure], area: str, language: str) -> list[object]:
    """Every theme that has no section of its own, in the order of the menu."""
    elsewhere = {indicator.id for indicator in contents().area_types}
    shown = [
        figure
        for figure in figures
        if figure.indicator.id not in elsewhere and not figure.indicator.categories
    ]
    by_theme = {
        theme: [figure for figure in shown if figure.indicator.theme is theme]
        for theme in themes().values()
        if theme.id not in contents().left_out
    }
    return [
        html.Section(
            [html.H3(theme.label[language]), _theme_table(theme, inside, area, language)],
            className="theme-figures",
        )
        for theme, inside in by_theme.items()
        if inside
    ]


def change_since_first(figure: Figure, language: str) -> list[object]:
    """The change with its unit, and since when; a dash where there is but one value."""
    first = figure.first_year
    if first is None:
        return [NOTHING]
    unit = figure.indicator.unit
    written = change(figure.since(first), figure.indicator, language)
    after = unit.after(written, language)
    suffix = text(language, "points_suffix") if unit.id == "percent" else after
    return [f"{written}{suffix}", html.Small(text(language, "since_year", first=first))]


def _theme_table(theme: Theme, figures: Sequence[Figure], area: str, language: str) -> html.Div:
    """Sweden has nobody to be placed among, so that column is left out there."""
    placed = any(figure.rank for figure in figures)
    keys = (
        "indicator",
        "newest_value",
        "change",
        *(["place_among"] if placed else []),
        "course_head",
    )
    heads = [Head(text(language, key)) for key in keys]
    rows = [_row(figure, placed, area, language) for figure in figures]
    return table(theme.label[language], heads, rows, kind="stacked")


def _row(figure: Figure, placed: bool, area: str, language: str) -> list[Cell]:
    label = figure.indicator.label[language]
    address = on_map(language, indicator=figure.indicator.id, area=area)
    return [
        Cell(html.A(label, href=address)),
        Cell(_newest(figure, language)),
        Cell(change_since_first(figure, language)),
        *([Cell(_place(figure, language))] if placed else []),
        Cell(sparkline(figure, language)),
    ]


def _newest(figure: Figure, language: str) -> list[object]:
    """The newest value and its year; where a newer year has none, why."""
    behind = figure.last != figure.year
    note = [f"{figure.last}: {text(language, figure.reason)}"] if behind else []
    written = figure.newest.written(language)
    return [written, html.Small(figure.year), *(html.Small(line) for line in note)]


def _place(figure: Figure, language: str) -> list[object]:
    """The place among others; of a RegSO, also where it lies among those of its municipality."""
    said = _rank(figure, language)
    return [said, strip(figure, language)] if figure.beside else [said]


def _rank(figure: Figure, language: str) -> str:
    """The place, or the places that equal values share."""
    rank = figure.rank
    if rank is None:
        return NOTHING
    position = number(rank.position, 0, language)
    if rank.ties:
        position += f"–{number(rank.position + rank.ties, 0, language)}"
    return text(language, "position_of", position=position, of=number(rank.of, 0, language))
