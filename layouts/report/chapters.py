"""The chapters of a report by name. Each takes a report and a language and gives its parts."""

from collections.abc import Callable

from dash import html

from data.report import outline
from layouts.comparison import small_area_table
from layouts.language import text
from layouts.numbers import number
from layouts.profile.picture import picture
from layouts.profile.sections import SECTIONS, note
from layouts.report.attention import attention
from layouts.report.courses import courses
from layouts.report.segregation import segregation
from layouts.report.told import Report
from layouts.sources import sources_and_caveats

Chapter = Callable[[Report, str], list[object]]


def _summary(report: Report, language: str) -> list[object]:
    return SECTIONS["in_short"](report.profile, language)


def _situation(report: Report, language: str) -> list[object]:
    profile = report.profile
    return [
        html.P(text(language, "situation_note")),
        *picture(profile, language),
        html.H3(text(language, "section_types")),
        *SECTIONS["types"](profile, language),
        html.H3(text(language, "section_key_figures")),
        *SECTIONS["key_figures"](profile, language),
    ]


def _development(report: Report, language: str) -> list[object]:
    return courses(report.courses, report.profile.place, language)


def _attention(report: Report, language: str) -> list[object]:
    return attention(report, language)


def _peers(report: Report, language: str) -> list[object]:
    return SECTIONS["peers"](report.profile, language)


def _every_area(report: Report, language: str) -> list[object]:
    """All RegSO; on paper nobody sorts them."""
    said, *_ = SECTIONS["regso"](report.profile, language)
    return [said, small_area_table(report.profile, language, report.profile.small_areas)]


def _method(report: Report, language: str) -> list[object]:
    rules = outline().rules
    said = [
        text(language, "report_method_figures"),
        text(language, "report_method_indices"),
        text(language, "report_method_types"),
        text(
            language,
            "report_method_rules",
            types=", ".join(map(str, rules.types)),
            deviations=number(rules.deviations, 1, language),
            most=rules.most,
        ),
        text(language, "report_method_summary"),
    ]
    return [*(html.P(line) for line in said), note("ranking_notes", language)]


def _sources(report: Report, language: str) -> list[object]:
    figures = report.profile.figures.values()
    shown = dict.fromkeys([*(one.indicator for one in figures), *outline().rules.differing])
    return sources_and_caveats(shown, language, folded=False)


CHAPTERS: dict[str, Chapter] = {
    "summary": _summary,
    "situation": _situation,
    "development": _development,
    "attention": _attention,
    "peers": _peers,
    "segregation": segregation,
    "regso": _every_area,
    "method": _method,
    "sources": _sources,
}
