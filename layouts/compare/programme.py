"""A municipality of the support programme beside others like it, before and after it was decided."""

import pandas
from dash import html

from data.catalogue import Indicator
from data.written import difference
from layouts.compare.chart import plate
from layouts.compare.readings import Programme
from layouts.labels import Line
from layouts.language import text
from layouts.numbers import number, signed
from layouts.tables import Cell, Head, table

DECIDED = 2018


def before_and_after(shown: Programme | None, indicator: Indicator, language: str) -> list[object]:
    """The chart and the means before and after; words where the figures do not reach."""
    if shown is None:
        return []
    place = shown.municipality.name
    intro = text(
        language,
        "programme_intro",
        area=place,
        peers=", ".join(peer.name for peer in shown.peers),
    )
    known = shown.own.dropna()
    reaches = len(known) and known.index[0] < DECIDED <= known.index[-1]
    if not reaches or shown.mean.dropna().empty:
        said = text(language, "programme_short", indicator=indicator.label[language])
        return [html.P(intro), html.P(said, className="note")]
    return [
        html.P(intro),
        _chart(shown, indicator, language),
        _table(shown, indicator, language),
        html.P(text(language, "programme_caution"), className="note"),
    ]


def _named(shown: Programme, language: str) -> list[Line]:
    return [
        Line(shown.municipality.name, shown.own, "chosen"),
        Line(text(language, "peers_mean"), shown.mean, "municipality"),
        Line(text(language, "peers_median"), shown.median, "median"),
    ]


def _chart(shown: Programme, indicator: Indicator, language: str) -> html.Figure:
    said = text(
        language,
        "programme_chart",
        area=shown.municipality.name,
        indicator=indicator.label[language],
    )
    caption = text(language, "programme_line")
    return plate(_named(shown, language), indicator, language, said, year=DECIDED, caption=caption)


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
        for line in _named(shown, language)
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
