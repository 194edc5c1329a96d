"""Charts in words, for those who do not see them: where each line begins and ends, or what is counted."""

from collections.abc import Iterable

import pandas

from data.catalogue import Indicator
from layouts.captions import category_table
from layouts.charted import Charted
from layouts.labels import Line
from layouts.language import text
from layouts.numbers import number
from layouts.view import View


def lines_said(lines: Iterable[tuple[str, pandas.Series]], of: Indicator, language: str) -> str:
    told = [
        text(
            language,
            "compare_course_of",
            area=named,
            before=number(float(known.iloc[0]), of.decimals, language),
            first=int(known.index[0]),
            now=number(float(known.iloc[-1]), of.decimals, language),
            last=int(known.index[-1]),
        )
        for named, values in lines
        if len(known := values.dropna())
    ]
    return " ".join([f"{of.label[language]}, {of.unit.label[language]}.", *told])


def of_lines(lines: Iterable[Line]) -> list[tuple[str, pandas.Series]]:
    return [(line.name, line.values) for line in lines]


def chart_said(view: View, chart: Charted) -> str:
    """The chart of a view: its lines, the spread of a single year, or the newest counts."""
    if chart.counts is not None:
        columns = category_table(view, chart.counts)
        newest = "; ".join(f"{head}: {cells[-1]}" for head, cells in columns.items())
        return f"{chart.heading}. {newest}."
    said = lines_said(of_lines(chart.lines), view.indicator, view.language)
    return f"{chart.heading}. {said}" if chart.heading else said
