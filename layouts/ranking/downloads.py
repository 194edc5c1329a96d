"""The files that hold what the ranking shows."""

from dash import html

from layouts import open_data
from layouts.file_links import file_links
from layouts.language import text
from layouts.ranking.question import Ranking
from layouts.ranking.rows import Ranked


def downloads(asked: Ranking, ranked: Ranked, language: str) -> html.P:
    words = text(language, "download_table")
    return file_links(words, lambda form: _address(asked, ranked, form))


def _address(asked: Ranking, ranked: Ranked, form: str) -> str:
    """The values of just these areas, in the year and the one that change is counted from."""
    years = [asked.since, asked.year] if asked.since else [asked.year]
    places = {"level": asked.level.id}
    if asked.programme or asked.size:
        places["area"] = ",".join(row.area.code for row in ranked.rows)
    elif asked.within:
        places["within"] = asked.within.code
    return open_data.values([asked.indicator], form, **places, year=",".join(map(str, years)))
