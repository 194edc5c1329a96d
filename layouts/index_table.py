"""The segregation indices of a municipality, weighed against chance."""

from collections.abc import Iterable, Mapping

from dash import html

from data.catalogue import Indicator
from layouts.language import text
from layouts.numbers import NOTHING, number
from layouts.paths import on_map
from layouts.readings import Figure
from layouts.tables import Cell, Head, table
from layouts.theme_tables import change_since_first


def index_table(figures: Mapping[str, Figure], area: str, language: str) -> html.Div:
    heads = [
        Head(text(language, "indicator")),
        Head(text(language, "newest_value")),
        Head(text(language, "change")),
        Head(text(language, "by_chance")),
    ]
    rows = [
        _row(figure, _above_chance(figure.indicator, figures.values()), area, language)
        for figure in figures.values()
        if figure.indicator.is_index and not figure.indicator.measure.above_chance
    ]
    return table(text(language, "indices"), heads, rows, kind="stacked")


def no_index(figures: Iterable[Figure]) -> str:
    """Why an area has no index at all; nothing where it has any."""
    shown = [figure for figure in figures if figure.indicator.is_index]
    reasons = {figure.reason for figure in shown}
    has_any = any(figure.newest.value is not None for figure in shown)
    return "" if has_any or len(reasons) != 1 else reasons.pop()


def _above_chance(indicator: Indicator, figures: Iterable[Figure]) -> Figure | None:
    """The same index of the same groups, as its distance from the chance level."""
    return next(
        (
            figure
            for figure in figures
            if figure.indicator.measure.above_chance
            and figure.indicator.measure.index == indicator.measure.index
            and figure.indicator.measure.grouping == indicator.measure.grouping
        ),
        None,
    )


def _row(figure: Figure, above: Figure | None, area: str, language: str) -> list[Cell]:
    indicator = figure.indicator
    address = on_map(language, indicator=indicator.id, area=area)
    label = html.A(indicator.label[language], href=address)
    return [
        Cell([label, html.Small(indicator.about[language])]),
        Cell([figure.newest.written(language), html.Small(figure.year)]),
        Cell([*change_since_first(figure, language), *_weight(figure, language)]),
        Cell(_band(figure, above, language)),
    ]


def _weight(figure: Figure, language: str) -> list[object]:
    if figure.exceeds_chance is None:
        return []
    key = "change_beyond_chance" if figure.exceeds_chance else "change_within_chance"
    return [html.Small(text(language, key), className=key.replace("_", "-"))]


def _band(figure: Figure, above: Figure | None, language: str) -> list[object]:
    """Between what chance puts the index, and how far above that it is."""
    if figure.newest.value is None:
        return [NOTHING]
    if figure.chance is None:
        return [text(language, "chance_unknown")]
    low, high = (number(limit, figure.indicator.decimals, language) for limit in figure.chance)
    if above is None or above.newest.value is None:
        return [f"{low}–{high}"]
    said = text(language, "above_chance", value=above.newest.written(language))
    return [f"{low}–{high}", html.Small(said)]
