"""A municipality of the support programme beside others like it, before and after it was decided."""

import pandas
from dash import html

from data.catalogue import Indicator
from data.written import difference
from layouts.compare.chart import plate
from layouts.compare.question import Comparison
from layouts.compare.readings import Programme
from layouts.labels import Line
from layouts.language import text
from layouts.numbers import number, signed
from layouts.said import lines_said, of_lines
from layouts.sharing_bar import bar
from layouts.sharing_paths import PROGRAMME
from layouts.tables import Cell, Head, table

DECIDED = 2018


def before_and_after(asked: Comparison, shown: Programme | None, language: str) -> list[object]:
    """The chart and the means before and after; words where the figures do not reach."""
    if shown is None:
        return []
    indicator = asked.indicator
    place = shown.municipality.name
    intro = text(
        language,
        "programme_intro",
        area=place,
        peers=", ".join(peer.name for peer in shown.peers),
    )
    if not reaches(shown):
        said = text(language, "programme_short", indicator=indicator.label[language])
        return [html.P(intro), html.P(said, className="note")]
    return [
        html.P(intro),
        _chart(shown, indicator, language),
        bar(language, PROGRAMME, asked.query),
        _table(shown, indicator, language),
        html.P(text(language, "programme_caution"), className="note"),
    ]


def reaches(shown: Programme) -> bool:
    """Whether there are values before and after, of the municipality and of those like it."""
    known = shown.own.dropna()
    if known.empty or shown.mean.dropna().empty:
        return False
    return bool(known.index[0] < DECIDED <= known.index[-1])


def programme_lines(shown: Programme, language: str) -> list[Line]:
    return [
        Line(shown.municipality.name, shown.own, "chosen"),
        Line(text(language, "peers_mean"), shown.mean, "municipality"),
        Line(text(language, "peers_median"), shown.median, "median"),
    ]


def _chart(shown: Programme, indicator: Indicator, language: str) -> html.Figure:
    caption, named = text(language, "programme_line"), programme_lines(shown, language)
    said = programme_said(shown, indicator, language)
    return plate(named, indicator, language, said, year=DECIDED, caption=caption)


def programme_said(shown: Programme, indicator: Indicator, language: str) -> str:
    """The chart in words."""
    head = text(
        language,
        "programme_chart",
        area=shown.municipality.name,
        indicator=indicator.label[language],
    )
    numbers = lines_said(of_lines(programme_lines(shown, language)), indicator, language)
    return f"{head}. {numbers}"


def _table(shown: Programme, indicator: Indicator, language: str) -> html.Div:
    own = shown.own.dropna()
    before, after = own[own.index < DECIDED], own[own.index >= DECIDED]
    heads = [
        Head(text(language, "table_area")),
        Head(text(language, "mean_of_years", years=_span(before)), indicator.unit.label[language]),
        Head(text(language, "mean_of_years", years=_span(after)), indicator.unit.label[language]),
        Head(text(language, "change")),
    ]
    rows = [
        _row(line.name, line.values, before.index, after.index, indicator, language)
        for line in programme_lines(shown, language)
    ]
    return table(text(language, "programme_table"), heads, rows)


def _row(
    who: str,
    values: pandas.Series,
    before: pandas.Index,
    after: pandas.Index,
    indicator: Indicator,
    language: str,
) -> list[Cell]:
    first, then = float(values[before].mean()), float(values[after].mean())
    decimals = indicator.decimals
    return [
        Cell(who),
        Cell(number(first, decimals, language)),
        Cell(number(then, decimals, language)),
        Cell(signed(difference(then, first, decimals), decimals, language)),
    ]


def _span(values: pandas.Series) -> str:
    first, last = int(values.index[0]), int(values.index[-1])
    return str(first) if first == last else f"{first}–{last}"
