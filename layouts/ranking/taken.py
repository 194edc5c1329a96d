"""The ranking as a reader takes it along: its words, and its first rows for a frame."""

from dash import html

from layouts.language import text
from layouts.numbers import NOTHING, number, signed
from layouts.paths import RANKING
from layouts.pictures import capital
from layouts.ranking.question import Ranking
from layouts.ranking.rows import Ranked, Row
from layouts.ranking.table import place_of
from layouts.ranking.words import among
from layouts.sharing_paths import RANKING as OF
from layouts.tables import Cell, Head, table
from layouts.taken import Taken

MOST_ROWS = 12


def ranking_taken(asked: Ranking) -> Taken:
    language, indicator = asked.language, asked.indicator
    filters = [asked.scope] if asked.within else []
    filters += [asked.size.id] if asked.size else []
    return Taken(
        of=OF,
        asked=asked,
        page=RANKING,
        label=indicator.label[language],
        place=text(language, "ranking_of", among=among(asked, language), year=asked.year),
        indicators=[indicator],
        name=(indicator.id, asked.level.id, *filters, str(asked.year)),
        subtitle=capital(among(asked, language)) + f", {asked.year}",
        remarks=[text(language, "ranking_remark")],
        pictured=False,
    )


def first_rows(asked: Ranking, ranked: Ranked) -> list[object]:
    """As many rows as a frame holds, in the order asked for, and how many there are."""
    language, shown = asked.language, ranked.rows[:MOST_ROWS]
    heads = [
        Head(text(language, "table_area")),
        Head(text(language, "place_among")),
        Head(text(language, "table_value"), asked.indicator.unit.label[language]),
        *([Head(text(language, "since_year", first=asked.since))] if asked.since else []),
    ]
    count = text(
        language,
        "ranking_first_rows",
        shown=number(len(shown), 0, language),
        count=number(len(ranked.rows), 0, language),
    )
    rows = [_row(row, asked) for row in shown]
    warned = [html.P(text(language, "ranking_note"))] if asked.indicator.is_index else []
    return [*warned, table(ranking_taken(asked).title, heads, rows, kind="plain"), html.P(count)]


def _row(row: Row, asked: Ranking) -> list[Cell]:
    language = asked.language
    cells = [
        Cell(row.area.name),
        Cell(place_of(row, language)),
        Cell(row.reading.written(language, unit=False)),
    ]
    if not asked.since:
        return cells
    change = row.change
    written = NOTHING if change is None else signed(change, asked.indicator.decimals, language)
    return [*cells, Cell(written)]
