"""The page of the ranking."""

from collections.abc import Sequence

from dash import html

from layouts.language import text
from layouts.links import to_compare, to_scatter
from layouts.notice import Notice
from layouts.notices import notices
from layouts.numbers import number, with_unit
from layouts.paths import on_map
from layouts.ranking.downloads import downloads
from layouts.ranking.form import ranking_form
from layouts.ranking.question import Ranking
from layouts.ranking.rows import Ranked, Row
from layouts.ranking.table import ranking_table
from layouts.ranking.words import among
from layouts.sharing_bar import bar
from layouts.sharing_paths import RANKING
from layouts.sources import sources_and_caveats

MOST_COMPARED = 5


def ranking_page(
    asked: Ranking, ranked: Ranked, missed: Sequence[Notice], language: str
) -> html.Main:
    indicator = asked.indicator
    note = [html.P(text(language, "ranking_note"), className="ranking-warning")]
    return html.Main(
        [
            html.P(text(language, "page_ranking"), className="eyebrow"),
            html.H1([indicator.label[language], html.Span(f" {asked.year}")]),
            html.P(indicator.about[language], className="lead"),
            html.Div(notices(missed, language), className="notices"),
            ranking_form(asked, language),
            *(note if indicator.is_index else []),
            html.P(in_short(asked, ranked, language), className="in-short"),
            ranking_table(asked, ranked, language),
            html.P(text(language, "ranking_how"), className="note"),
            bar(language, RANKING, asked.query),
            downloads(asked, ranked, language),
            _further(asked, ranked, language),
            html.Section(
                [
                    html.H2(text(language, "section_sources")),
                    *sources_and_caveats([indicator], language),
                ],
                id="sources",
            ),
        ],
        id="main",
        className="document ranking",
    )


def in_short(asked: Ranking, ranked: Ranked, language: str) -> str:
    """The ends and the middle of the ranking in sentences."""
    known, all_of = len(ranked.known), len(ranked.rows)
    if not known:
        return text(language, "ranking_empty", among=among(asked, language), year=asked.year)
    assert ranked.median is not None
    said = text(
        language,
        # An index says who is highest to nobody: it does not suit ranking.
        "ranking_short_index" if asked.indicator.is_index else "ranking_short",
        among=among(asked, language),
        count=number(all_of, 0, language),
        highest=_named(ranked.highest, language),
        lowest=_named(ranked.lowest, language),
        median=with_unit(ranked.median, asked.indicator, language),
    )
    if known == all_of:
        return said
    lacking = text(language, "ranking_missing", count=number(all_of - known, 0, language))
    return f"{said} {lacking}"


def _named(row: Row, language: str) -> str:
    return f"{row.area.name} ({row.reading.written(language)})"


def _further(asked: Ranking, ranked: Ranked, language: str) -> html.Ul:
    """The other pages that show the same figures."""
    where = on_map(
        language,
        indicator=asked.indicator.id,
        level=asked.level.id,
        area=asked.scope,
        year=str(asked.year),
    )
    firsts = [row.area for row in ranked.rows[:MOST_COMPARED]]
    compare = to_compare(firsts, language, asked.indicator)
    links = [
        html.A(text(language, "to_the_same_map"), href=where),
        *([html.A(text(language, "to_compare_first"), href=compare)] if firsts else []),
        html.A(
            text(language, "to_scatter"), href=to_scatter(asked.indicator, language, asked.within)
        ),
    ]
    return html.Ul([html.Li(link) for link in links], className="further")
