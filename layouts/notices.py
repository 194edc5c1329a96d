"""What the address asked for that could not be shown, in words."""

from collections.abc import Sequence

from dash import html

from layouts.language import text
from layouts.notice import Notice


def notices(missed: Sequence[Notice], language: str) -> list[object]:
    if not missed:
        return []
    return [
        html.P(text(language, "notice"), className="notice-title"),
        html.Ul([html.Li(sentence(notice, language)) for notice in missed]),
    ]


def sentence(notice: Notice, language: str) -> str:
    return text(
        language,
        notice.key,
        asked=notice.asked,
        shown=notice.shown,
        indicator=notice.indicator,
    )
