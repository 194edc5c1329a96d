"""The form that asks the ranking."""

from collections.abc import Iterable

from dash import html

from data.sizes import Size, sizes
from layouts.drawn import drawn_levels, years
from layouts.forms import Choice, form, hidden, indicator_select, select
from layouts.language import text
from layouts.numbers import number
from layouts.paths import RANKING, path
from layouts.ranking.question import ONLY, Ranking, rankable
from layouts.within import within_select


def ranking_form(asked: Ranking, language: str) -> html.Form:
    every_year = years(asked.indicator, asked.level)
    earlier = [year for year in every_year if year < every_year[-1]]
    shown = [
        indicator_select(
            "indicator", text(language, "indicator"), rankable(), asked.indicator, language
        ),
        select(
            "level",
            text(language, "level"),
            [
                (level.id, text(language, f"level_{level.id}"))
                for level in drawn_levels(asked.indicator)
            ],
            asked.level.id,
        ),
        select("year", text(language, "year"), _years(reversed(every_year)), str(asked.year)),
        *within_select(
            asked.level,
            asked.within,
            language,
            whole=asked.level.id == "municipality",
            only=asked.indicator.measure.inside,
        ),
        *(_filters(asked, language) if asked.level.id == "municipality" else []),
        *(
            [select("since", text(language, "ask_since"), _years(earlier), str(asked.since))]
            if earlier
            else []
        ),
        *hidden({"sort": asked.sort, "order": asked.order}),
    ]
    return form(shown, path(RANKING, language), language)


def _filters(asked: Ranking, language: str) -> list[object]:
    programme = [("", text(language, "programme_all")), (ONLY, text(language, "programme_only"))]
    populations = [
        ("", text(language, "size_all")),
        *((size.id, size_label(size, language)) for size in sizes().values()),
    ]
    return [
        select(
            "programme",
            text(language, "ask_programme"),
            programme,
            ONLY if asked.programme else "",
        ),
        select(
            "size", text(language, "ask_size"), populations, asked.size.id if asked.size else ""
        ),
    ]


def size_label(size: Size, language: str) -> str:
    least = number(size.least, 0, language)
    if size.below is None:
        return text(language, "size_over", least=least)
    below = number(size.below, 0, language)
    if size.least == 0:
        return text(language, "size_under", below=below)
    return text(language, "size_between", least=least, below=number(size.below - 1, 0, language))


def _years(years: Iterable[int]) -> list[Choice]:
    return [(str(year), str(year)) for year in years]
