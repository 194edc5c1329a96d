"""How the municipality has developed: a chart of each indicator, and its numbers in a table."""

from collections.abc import Sequence

import pandas
from dash import html

from geo.areas import Area
from layouts.language import text
from layouts.numbers import NOTHING, number
from layouts.profile.question import OfArea
from layouts.report.taken import course_drawing, course_said
from layouts.report.told import Course
from layouts.sharing_bar import bar
from layouts.sharing_paths import COURSE
from layouts.tables import Cell, Head, table

WIDTH, HEIGHT = 660, 210


def courses(shown: Sequence[Course], place: Area, language: str) -> list[object]:
    return [
        html.P(text(language, "development_note")),
        *(_course(one, place, language) for one in shown),
    ]


def _course(one: Course, place: Area, language: str) -> html.Section:
    label = one.indicator.label[language]
    said = " ".join([course_said(one, language), text(language, "course_table")])
    drawn = course_drawing(one, language, WIDTH, HEIGHT).markup(said)
    asked = OfArea(language, place, one.indicator)
    return html.Section(
        [
            html.H3(label, id=one.indicator.id),
            html.Figure([drawn, bar(language, COURSE, asked.query)]),
            _numbers(one, language),
        ],
        className="course",
    )


def _numbers(one: Course, language: str) -> html.Div:
    """The numbers of the chart: a row a line, a column a year."""
    years = sorted({int(year) for line in one.lines for year in line.values.dropna().index})
    heads = [Head(text(language, "table_area")), *(Head(str(year)) for year in years)]
    rows = [
        [Cell(line.name), *(Cell(_value(line.values.get(year), one, language)) for year in years)]
        for line in one.lines
    ]
    caption = f"{one.indicator.label[language]}, {one.indicator.unit.label[language]}"
    return table(caption, heads, rows)


def _value(value: float | None, one: Course, language: str) -> str:
    if value is None or pandas.isna(value):
        return NOTHING
    return number(float(value), one.indicator.decimals, language)
