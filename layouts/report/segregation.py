"""The segregation of a municipality in its report: its measures, where it lies, why it changed."""

from dataclasses import fields

from dash import html

from layouts.language import text
from layouts.numbers import signed
from layouts.profile.picture import contributions
from layouts.profile.sections import SECTIONS
from layouts.report.told import Change, Report
from layouts.tables import Cell, Head, table

DECIMALS = 4


def segregation(report: Report, language: str) -> list[object]:
    return [
        *SECTIONS["indices"](report.profile, language),
        contributions(report.profile, language),
        html.P(text(language, "part_note"), className="note"),
        *(part for one in report.changes for part in _change(one, language)),
    ]


def _change(one: Change, language: str) -> list[object]:
    """The parts of the change of mutual information; they sum to it."""
    groups = one.grouping.label[language]
    title = text(language, "why_changed", groups=groups, first=one.first, last=one.last)
    parts = [
        (text(language, f"part_{field.name}"), float(getattr(one.parts, field.name)))
        for field in fields(one.parts)
    ]
    rows = [
        [Cell(said), Cell(signed(value, DECIMALS, language))]
        for said, value in parts
        if round(value, DECIMALS)
    ]
    rows.append(
        [Cell(text(language, "together")), Cell(signed(one.parts.total, DECIMALS, language))]
    )
    heads = [
        Head(text(language, "reason")),
        Head(text(language, "change"), text(language, "in_nats")),
    ]
    return [html.H3(title), html.P(text(language, "why_note")), table(title, heads, rows)]
