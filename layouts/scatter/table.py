"""The values of the picture as a table, written straight as text: there may be thousands of rows."""

from dash import html
from markupsafe import Markup, escape

from data.catalogue import Indicator
from layouts.language import text
from layouts.numbers import NOTHING, number
from layouts.paths import profile
from layouts.scatter.question import Relation
from layouts.scatter.readings import Both, Related

ROW = (
    '<tr{}><th scope="row" data-sort="{}"><a href="{}">{}</a></th>'
    '<td data-sort="{}">{}</td><td data-sort="{}">{}</td><td data-sort="{}">{}</td></tr>'
)


def values_table(asked: Relation, found: Related, caption: str, language: str) -> html.Div:
    """The areas of the picture, first those that lie farthest to the right."""
    heads = [
        _head(text(language, "table_area"), "", "none"),
        _of(asked.x, asked, "descending", language),
        _of(asked.y, asked, "none", language),
        _head(text(language, "ask_size"), str(found.counted or ""), "none"),
    ]
    rows = sorted(found.areas, key=lambda each: -each.x)
    written = Markup("").join(_row(each, asked, language) for each in rows)
    table = html.Table(
        [
            html.Caption(caption, className="visually-hidden"),
            html.Thead(html.Tr(heads)),
            html.Tbody(written),
        ],
        className="sortable",
    )
    scrolled = {"tabIndex": 0, "role": "region", "aria-label": caption}
    return html.Div(table, className="figures wide", **scrolled)


def _of(indicator: Indicator, asked: Relation, order: str, language: str) -> html.Th:
    note = f"{indicator.unit.label[language]}, {asked.year_of(indicator)}"
    return _head(indicator.label[language], note, order)


def _head(label: str, note: str, order: str) -> html.Th:
    words = [html.Span(label), *([html.Small(note)] if note else [])]
    button = html.Button(words, type="button")
    return html.Th(button, scope="col", **{"aria-sort": order})


def _row(each: Both, asked: Relation, language: str) -> Markup:
    counted = each.population
    parts = (
        Markup(' class="chosen"') if each.named else "",
        each.area.name,
        profile(language, each.area),
        each.area.name,
        each.x,
        number(each.x, asked.x.decimals, language),
        each.y,
        number(each.y, asked.y.decimals, language),
        "" if counted is None else counted,
        NOTHING if counted is None else number(counted, 0, language),
    )
    return Markup(ROW.format(*map(escape, parts)))
