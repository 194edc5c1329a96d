"""The areas over time, overlaid, and the same as a table."""

from collections.abc import Sequence
from dataclasses import replace

import pandas
from dash import html

from data.catalogue import Indicator, Unit
from layouts.compare.question import Comparison
from layouts.compare.readings import Course
from layouts.drawings import lines
from layouts.drawings.fitting import fitting
from layouts.drawings.styles import COMPARED
from layouts.labels import Line
from layouts.language import languages, text
from layouts.numbers import NOTHING, number, with_unit
from layouts.said import lines_said
from layouts.sharing_bar import bar
from layouts.sharing_paths import COMPARISON
from layouts.tables import Cell, Head, table
from layouts.view import name

WIDE, WIDE_HEIGHT, NARROW_HEIGHT = 1100, 420, 320


def over_time(asked: Comparison, courses: Sequence[Course], language: str) -> list[object]:
    """The chart, what is not in it and why, and the table of the same values."""
    drawn = drawn_courses(courses)
    lacking = [html.P(said, className="note") for said in left_out(asked, courses, language)]
    taken = bar(language, COMPARISON, asked.query)
    if not drawn:
        return lacking
    if asked.indicator.categories:
        return [*lacking, values_table(asked, drawn, language), taken]
    return [
        _chart(asked, drawn, language),
        *lacking,
        taken,
        html.Details(
            [html.Summary(text(language, "series_table")), values_table(asked, drawn, language)],
            className="values",
        ),
    ]


def drawn_courses(courses: Sequence[Course]) -> list[Course]:
    return [course for course in courses if not course.lacking]


def left_out(asked: Comparison, courses: Sequence[Course], language: str) -> list[str]:
    """Which areas are not in the chart, and why."""
    return [
        text(
            language,
            course.lacking,
            area=name(course.area, language),
            indicator=asked.indicator.label[language],
            base=asked.base,
        )
        for course in courses
        if course.lacking
    ]


def named_lines(drawn: Sequence[Course], language: str) -> list[Line]:
    return [Line(name(each.area, language), each.values, COMPARED, each.breaks) for each in drawn]


def measured_in(asked: Comparison) -> Indicator:
    """The indicator as it is drawn: in its unit, or beside a year that stands for 100."""
    if asked.base is None:
        return asked.indicator
    labels = {each: text(each, "unit_of_base", base=asked.base) for each in languages()}
    nothing = dict.fromkeys(languages(), "")
    return replace(asked.indicator, unit=Unit("base", labels, nothing), decimals=1)


def _chart(asked: Comparison, drawn: Sequence[Course], language: str) -> html.Figure:
    said = chart_name(asked, drawn, language)
    return plate(named_lines(drawn, language), measured_in(asked), language, said)


def plate(
    named: Sequence[Line],
    indicator: Indicator,
    language: str,
    said: str,
    *,
    year: int | None = None,
    caption: object = None,
) -> html.Figure:
    """The lines drawn twice, for wide pages and for narrow ones; styles show one of them."""
    picture = fitting(
        lambda width: lines(
            named,
            indicator,
            language,
            width=width,
            height=WIDE_HEIGHT if width == WIDE else NARROW_HEIGHT,
            name=said,
            year=year,
        ),
        wide=WIDE,
    )
    told = [] if caption is None else [html.Figcaption(caption, className="note")]
    return html.Figure([picture, *told], className="plate")


def chart_name(asked: Comparison, drawn: Sequence[Course], language: str) -> str:
    """The picture in words: where each area begins and ends."""
    named = [(name(each.area, language), each.values) for each in drawn]
    return lines_said(named, measured_in(asked), language)


def values_table(asked: Comparison, drawn: Sequence[Course], language: str) -> html.Div:
    every = sorted({int(year) for each in drawn for year in each.values.index}, reverse=True)
    heads = [Head(text(language, "year")), *(Head(name(each.area, language)) for each in drawn)]
    rows = [
        [Cell(year), *(Cell(_written(each.values, year, asked, language)) for each in drawn)]
        for year in every
    ]
    return table(text(language, "section_over_time"), heads, rows)


def _written(values: pandas.Series, year: int, asked: Comparison, language: str) -> str:
    if year not in values.index:
        return NOTHING
    value = values[year]
    if pandas.isna(value):
        return text(language, "missing")
    if asked.indicator.categories:
        return with_unit(float(value), asked.indicator, language)
    return number(float(value), measured_in(asked).decimals, language)
