"""The RegSO that the rules name, on which theme, and on what ground. A difference is no judgement."""

from dash import html

from data.report import outline
from data.written import difference
from layouts import paths
from layouts.comparison import small_area_table
from layouts.language import text, within_a_sentence
from layouts.numbers import number, signed, with_unit
from layouts.report.told import Differing, Report
from layouts.tables import Cell, Head, table


def attention(report: Report, language: str) -> list[object]:
    return [
        html.P(text(language, "attention_note")),
        html.H3(text(language, "attention_types")),
        *_of_types(report, language),
        html.H3(text(language, "attention_differing")),
        html.P(text(language, "attention_differing_note", most=outline().rules.most)),
        *(part for one in report.attention.differing for part in _differing(one, report, language)),
    ]


def _of_types(report: Report, language: str) -> list[object]:
    """All RegSO of the types that the rules name."""
    found, place = report.attention.of_types, report.profile.place.name
    types = " ".join(map(str, outline().rules.types[:1])), str(outline().rules.types[-1])
    if not found:
        return [html.P(text(language, "attention_none", area=place, low=types[0], high=types[1]))]
    said = text(
        language,
        "attention_count",
        area=place,
        count=len(found),
        of=len(report.profile.small_areas),
        low=types[0],
        high=types[1],
        year=found[0].readings[-1].year,
    )
    caption = text(language, "attention_types")
    return [html.P(said), small_area_table(report.profile, language, found, caption)]


def _differing(one: Differing, report: Report, language: str) -> list[object]:
    """The RegSO furthest from the municipality by one indicator."""
    label, theme = one.indicator.label[language], one.indicator.theme.label[language]
    base = with_unit(one.base, one.indicator, language)
    kind = "median" if one.base_is_median else "value"
    rule = text(
        language,
        f"attention_rule_{kind}",
        base=base,
        least=_distance(one.least, one, language),
        area=report.profile.place.name,
    )
    heading = html.H4(f"{theme}: {within_a_sentence(language, label)}")
    if not one.found:
        return [heading, html.P([rule, " ", text(language, "attention_nobody")])]
    heads = [
        Head(text(language, "table_area")),
        Head(label, f"{one.indicator.unit.label[language]}, {one.found[0][1].year}"),
        Head(text(language, "difference"), one.indicator.unit.label[language]),
        Head(text(language, "area_type")),
    ]
    decimals = one.indicator.decimals
    rows = [
        [
            Cell(html.A(small.area.name, href=paths.profile(language, small.area))),
            Cell(reading.written(language, unit=False)),
            Cell(signed(difference(reading.value or 0, one.base, decimals), decimals, language)),
            Cell(small.readings[-1].written(language)),
        ]
        for small, reading in one.found
    ]
    return [heading, html.P(rule), table(label, heads, rows)]


def _distance(value: float, one: Differing, language: str) -> str:
    unit = one.indicator.unit
    suffix = text(language, "points_suffix") if unit.id == "percent" else unit.suffix[language]
    return number(value, one.indicator.decimals, language) + suffix
