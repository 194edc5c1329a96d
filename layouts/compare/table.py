"""Every indicator of the compared areas, by theme, and how much they differ."""

from collections.abc import Sequence

from dash import html

from data.catalogue import themes
from layouts import open_data
from layouts.compare.question import Comparison
from layouts.compare.readings import Beside
from layouts.file_links import file_links
from layouts.language import text
from layouts.numbers import NOTHING, number
from layouts.paths import RANKING, path, profile
from layouts.ranking.question import rankable
from layouts.readings import Reading
from layouts.view import name


def side_by_side(asked: Comparison, rows: Sequence[Beside], language: str) -> list[object]:
    caption = text(language, "section_side_by_side")
    heads = [
        html.Th(text(language, "indicator"), scope="col"),
        *(
            html.Th(html.A(name(area, language), href=profile(language, area)), scope="col")
            for area in asked.areas
        ),
        *([html.Th(text(language, "difference"), scope="col")] if len(asked.areas) > 1 else []),
    ]
    bodies = [
        html.Tbody([_theme(theme.label[language], len(heads)), *_rows(inside, asked, language)])
        for theme in themes().values()
        if (inside := [row for row in rows if row.indicator.theme is theme])
    ]
    table = html.Table(
        [
            html.Caption(caption, className="visually-hidden"),
            html.Thead(html.Tr(heads)),
            *bodies,
        ]
    )
    return [
        html.P(text(language, "side_by_side_note"), className="note"),
        html.Div(
            table,
            className="figures wide beside",
            tabIndex=0,
            role="region",
            **{"aria-label": caption},
        ),
        file_links(
            text(language, "download_all_measures"),
            lambda form: open_data.of_areas(asked.areas, form),
        ),
    ]


def _theme(label: str, columns: int) -> html.Tr:
    return html.Tr(
        [html.Th(label, scope="rowgroup"), html.Td(className="filler", colSpan=columns - 1)],
        className="theme-head",
    )


def _rows(inside: Sequence[Beside], asked: Comparison, language: str) -> list[html.Tr]:
    return [
        html.Tr(
            [
                _head(row, language),
                *(html.Td(_cell(reading, row, language)) for reading in row.readings),
                *([_difference(row, language)] if len(asked.areas) > 1 else []),
            ],
            className="chosen" if row.indicator is asked.indicator else None,
        )
        for row in inside
    ]


def _head(row: Beside, language: str) -> html.Th:
    indicator = row.indicator
    years = sorted({reading.year for reading in row.readings if reading})
    dated = str(years[0]) if len(years) == 1 else ""
    note = ", ".join(part for part in (indicator.unit.label[language], dated) if part)
    label: object = indicator.label[language]
    if indicator in rankable():
        label = html.A(label, href=f"{path(RANKING, language)}?indicator={indicator.id}")
    return html.Th([label, html.Small(note)], scope="row")


def _cell(reading: Reading | None, row: Beside, language: str) -> list[object]:
    """The value, and its year where the areas have different ones."""
    if reading is None:
        return [html.Span(text(language, "not_of_level"), className="none")]
    if reading.value is None:
        return [html.Span(reading.written(language), className="none")]
    dated = len({one.year for one in row.readings if one}) > 1
    shown = reading.written(language, unit=False)
    if reading.indicator.categories:
        shown = reading.written(language)
    return [shown, *([html.Small(reading.year)] if dated else [])]


def _difference(row: Beside, language: str) -> html.Td:
    if row.difference is None:
        return html.Td(NOTHING, className="difference")
    written = number(row.difference, row.indicator.decimals, language)
    share = round(100 * (row.weight or 0))
    return html.Td(
        [html.Span(written), html.Span(className="bar", style={"--share": f"{share}%"})],
        className="difference large" if row.weight == 1 else "difference",
    )
