"""Where the segregation that an index shows lies, and why it changed, in words."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Protocol

import pandas
from dash import html

from data.catalogue import Group, units
from data.decomposition import ChangeParts
from geo.areas import area
from layouts.language import text
from layouts.numbers import number, signed
from layouts.view import View

MOST = 5
DECIMALS = 4


class Contribution(Protocol):
    """What one RegSO adds to the segregation of its municipality."""

    @property
    def area(self) -> str: ...
    @property
    def share(self) -> float: ...
    @property
    def over_represented(self) -> Group | None: ...


def why(
    view: View,
    contributions: Sequence[Contribution],
    split: pandas.DataFrame | None,
    parts: ChangeParts | None,
    span: tuple[int, int] | None,
) -> list[object]:
    """Where segregation lies, and why it changed over a span of years."""
    return [
        *(_where(view, contributions) if contributions else []),
        *(_levels(view, split) if split is not None else []),
        *(_change(view, parts, span) if parts is not None and span is not None else []),
    ]


def _where(view: View, contributions: Sequence[Contribution]) -> list[object]:
    """The RegSO that add most to the municipality's segregation."""
    language = view.language
    rows = [
        html.Li(
            [
                html.Span([_link(one.area), *_more_of(one, language)]),
                html.Span(_percent(one.share, language)),
            ]
        )
        for one in contributions[:MOST]
    ]
    return [
        html.H3(text(language, "where")),
        html.P(text(language, "where_text", year=view.years[-1])),
        html.Ol(rows, className="shares"),
    ]


def _link(code: str) -> html.Button:
    known = area(code)
    return html.Button(
        known.name if known else code,
        type="button",
        className="link",
        **{"data-writes": "area", "data-value": code},
    )


def _more_of(one: Contribution, language: str) -> list[object]:
    group = one.over_represented
    if group is None:
        return []
    return [html.Small(text(language, "more_of", group=group.label[language]))]


def _levels(view: View, split: pandas.DataFrame) -> list[object]:
    """How much lies between and within the municipalities of a county or of Sweden."""
    language, last = view.language, split.dropna().iloc[-1]
    rows = [
        html.Li([html.Span(text(language, f"part_{part}")), html.Span(_percent(share, language))])
        for part, share in (last / last.sum()).items()
    ]
    return [
        html.H3(text(language, "levels")),
        html.P(text(language, "levels_text", year=split.dropna().index[-1])),
        html.Ul(rows, className="shares"),
    ]


def _change(view: View, parts: ChangeParts, span: tuple[int, int]) -> list[object]:
    language = view.language
    named = {field.name: float(getattr(parts, field.name)) for field in fields(parts)}
    shown = {part: value for part, value in named.items() if round(value, DECIMALS)}
    if not shown:
        return []
    rows = [
        html.Li(
            [
                html.Span(text(language, f"part_{part}")),
                html.Span(signed(value, DECIMALS, language)),
            ]
        )
        for part, value in shown.items()
    ]
    title = text(language, "why", first=span[0], last=span[1])
    total = signed(sum(named.values()), DECIMALS, language)
    return [
        html.H3(title),
        html.P(text(language, "why_text", total=total)),
        html.Ul(rows, className="shares"),
    ]


def _percent(share: float, language: str) -> str:
    return number(100 * share, 0, language) + units()["percent"].suffix[language]
