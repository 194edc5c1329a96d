"""The method page: every measure with its meaning, formula, limits and when not to use it."""

from dash import html

from data.measures import (
    HEADINGS,
    Measure,
    introduction,
    measures,
    ranking_caveat,
    sections,
    symbols,
)
from layouts.document import Document
from layouts.language import text
from layouts.paths import Asked


def document(asked: Asked) -> Document:
    language = asked.language
    title = f"{text(language, 'method')} – {text(language, 'site')}"
    return Document(title, method(language), text(language, "method_description"))


def method(language: str) -> html.Main:
    return html.Main(
        [
            html.H1(text(language, "method")),
            *(html.P(part) for part in introduction()[language].split("\n\n")),
            contents(language),
            html.Section(
                [html.H2(HEADINGS["symbols"][language]), html.P(symbols()[language])],
            ),
            *(section(id_, heading[language], language) for id_, heading in sections().items()),
        ],
        id="main",
        className="document",
    )


def contents(language: str) -> html.Nav:
    return html.Nav(
        html.Ul(
            [
                html.Li(html.A(heading[language], href=f"#{id_}"))
                for id_, heading in sections().items()
            ]
        ),
        **{"aria-label": text(language, "contents")},
    )


def section(id_: str, heading: str, language: str) -> html.Section:
    inside = [measure for measure in measures().values() if measure.section == id_]
    return html.Section(
        [html.H2(heading), *(described(measure, language) for measure in inside)], id=id_
    )


def described(measure: Measure, language: str) -> html.Article:
    facts = {
        "formula": html.Code(measure.formula),
        "range": measure.range,
        "reference": measure.reference,
        "limits": measure.limits[language],
        "not_for": measure.not_for[language],
    }
    if measure.ranked:
        facts["ranking"] = ranking_caveat()[language]
    rows = [
        html.Div([html.Dt(HEADINGS[fact][language]), html.Dd(said)]) for fact, said in facts.items()
    ]
    return html.Article(
        [
            html.H3(measure.name[language]),
            html.P(measure.meaning[language], className="meaning"),
            html.Dl(rows),
        ],
        id=measure.id,
    )
