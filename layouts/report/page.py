"""The whole report: cover, contents, and chapters with space for the municipality's own words."""

from dash import html

from data.edition import current_edition
from data.report import outline
from layouts import paths
from layouts.language import text
from layouts.report.chapters import CHAPTERS
from layouts.report.told import Report

ROWS = 9


def report_page(report: Report, language: str) -> html.Main:
    chapters = list(enumerate(outline().chapters, start=1))
    return html.Main(
        [
            _cover(report, language),
            _contents(chapters, language),
            *(_chapter(number, id_, report, language) for number, id_ in chapters),
        ],
        id="main",
        className="document profile report",
    )


def _cover(report: Report, language: str) -> html.Header:
    place, edition = report.profile.place, current_edition()
    badge = html.P(text(language, "in_programme"), className="badge")
    return html.Header(
        [
            html.P(text(language, "report_kind"), className="eyebrow"),
            html.H1(place.name),
            html.P(report.profile.around[-1].name, className="profile-line"),
            *([badge] if report.profile.in_programme else []),
            html.P(text(language, "report_about", area=place.name)),
            html.P(text(language, "report_independent")),
            html.P(text(language, "edition_of", edition=edition.id, date=edition.date)),
            _tools(report, language),
        ],
        className="cover",
    )


def _tools(report: Report, language: str) -> html.Div:
    """What is of use on a screen only: the same as a file, and how to print."""
    place = report.profile.place
    return html.Div(
        [
            html.P(
                html.A(
                    text(language, "report_as_pdf"),
                    href=paths.pdf(language, place),
                    className="to-map",
                )
            ),
            html.P(text(language, "report_how"), className="note"),
            html.P(
                html.A(
                    text(language, "report_to_profile", area=place.name),
                    href=paths.profile(language, place),
                )
            ),
        ],
        className="on-screen",
    )


def _contents(chapters: list[tuple[int, str]], language: str) -> html.Nav:
    links = [html.Li(html.A(_title(n, id_, language), href=f"#{id_}")) for n, id_ in chapters]
    return html.Nav(
        [html.H2(text(language, "contents"), id="contents"), html.Ol(links)],
        className="contents",
        **{"aria-labelledby": "contents"},
    )


def _chapter(number: int, id_: str, report: Report, language: str) -> html.Section:
    parts = [html.H2(_title(number, id_, language)), *CHAPTERS[id_](report, language)]
    if id_ in outline().assessed:
        parts.append(_assessment(id_, language))
    return html.Section(parts, id=id_, className="chapter")


def _title(number: int, id_: str, language: str) -> str:
    said = text(language, f"chapter_{id_}")
    return f"{number}. {said}"


def _assessment(id_: str, language: str) -> html.Div:
    """Space for the municipality's own words: what is typed stays in the browser, and is printed."""
    name = f"assessment-{id_}"
    return html.Div(
        [
            html.Label(
                [
                    html.Strong(text(language, "assessment")),
                    html.Span(text(language, f"assessment_{id_}")),
                ],
                htmlFor=name,
            ),
            html.Textarea(id=name, rows=ROWS, autoComplete="off"),
            html.P(text(language, "assessment_stays"), className="note on-screen"),
        ],
        className="assessment",
    )
