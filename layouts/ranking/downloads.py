"""The files that hold what the ranking shows."""

from urllib.parse import quote, urlencode

from dash import html

from data.edition import current_edition
from layouts.language import text
from layouts.ranking.question import Ranking
from layouts.ranking.rows import Ranked

VALUES = "/api/v1/values"
FORMS = {"xlsx": {"format": "xlsx"}, "csv": {"format": "csv"}, "json": {"format": "json"}}


def downloads(asked: Ranking, ranked: Ranked, language: str) -> html.P:
    links = [
        html.A(form.upper(), href=_address(asked, ranked, more)) for form, more in FORMS.items()
    ]
    told: list[object] = [html.Span(text(language, "download_table"))]
    for link in links:
        told += [" ", link]
    return html.P(told, className="downloads")


def _address(asked: Ranking, ranked: Ranked, form: dict[str, str]) -> str:
    """The values of just these areas, in the year and the one that change is counted from."""
    years = [asked.since, asked.year] if asked.since else [asked.year]
    places = {"level": asked.level.id}
    if asked.programme or asked.size:
        places["area"] = ",".join(row.area.code for row in ranked.rows)
    elif asked.within:
        places["within"] = asked.within.code
    return f"{VALUES}?" + urlencode(
        {
            "indicator": asked.indicator.id,
            **places,
            "year": ",".join(map(str, years)),
            "edition": current_edition().id,
            **form,
        },
        quote_via=quote,
        safe=",",
    )
