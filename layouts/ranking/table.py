"""The table of the ranking. Its heads are links that sort it, so that no script is needed."""

from dash import html

from layouts.language import text
from layouts.links import to_map
from layouts.numbers import NOTHING, number, signed, with_unit
from layouts.paths import RANKING, path, profile
from layouts.ranking.question import FALLING, Ranking
from layouts.ranking.rows import Ranked, Row
from layouts.ranking.spark import spark


def ranking_table(asked: Ranking, ranked: Ranked, language: str) -> html.Div:
    caption = text(
        language, "ranking_caption", indicator=asked.indicator.label[language], year=asked.year
    )
    top = max((abs(row.reading.value or 0) for row in ranked.known), default=0)
    table = html.Table(
        [
            html.Caption(caption, className="visually-hidden"),
            html.Thead(html.Tr(_heads(asked, language))),
            html.Tbody([_row(row, asked, top, language) for row in ranked.rows]),
        ],
        className="sortable",
    )
    scrolled = {"tabIndex": 0, "role": "region", "aria-label": caption}
    return html.Div(table, className="figures ranked", **scrolled)


def _heads(asked: Ranking, language: str) -> list[html.Th]:
    unit = asked.indicator.unit.label[language]
    heads = [
        html.Th(text(language, "place_among"), scope="col"),
        _sorting("name", text(language, "table_area"), "", asked, language),
        _sorting("value", text(language, "table_value"), f"{unit}, {asked.year}", asked, language),
    ]
    if asked.since:
        since = (
            f"{_unit_of_change(asked, language)} {text(language, 'since_year', first=asked.since)}"
        )
        heads.append(_sorting("change", text(language, "change"), since, asked, language))
        heads.append(html.Th(text(language, "course_head"), scope="col"))
    return [*heads, html.Th(text(language, "page_map"), scope="col")]


def _unit_of_change(asked: Ranking, language: str) -> str:
    unit = asked.indicator.unit
    points = text(language, "points_suffix").strip()
    return points if unit.id == "percent" else unit.label[language]


def _sorting(column: str, label: str, note: str, asked: Ranking, language: str) -> html.Th:
    """A head that leads to the table sorted by it; once more turns the order."""
    where = f"{path(RANKING, language)}?{asked.sorted_by(column).query}"
    words = [html.Span(label), *([html.Small(note)] if note else [])]
    order = "ascending" if asked.order != FALLING else "descending"
    return html.Th(
        html.A(words, href=where, className="sorts", **{"data-column": column}),
        scope="col",
        **{"aria-sort": order if column == asked.sort else "none"},
    )


def _row(row: Row, asked: Ranking, top: float, language: str) -> html.Tr:
    name = html.A(row.area.name, href=profile(language, row.area))
    cells = [
        html.Td(place_of(row, language), className="place"),
        html.Th(name, scope="row", **{"data-sort": row.area.name}),
        _value(row, top, language),
    ]
    if asked.since:
        cells += [_change(row, language), html.Td(_course(row, language), className="course")]
    on_map = to_map(asked.indicator, row.area, language, asked.year)
    label = text(language, "show_on_map", area=row.area.name)
    map_link = html.A(text(language, "page_map"), href=on_map, **{"aria-label": label})
    return html.Tr([*cells, html.Td(map_link, className="to")], id=f"a{row.area.code}")


def place_of(row: Row, language: str) -> str:
    """The place, or the places that equal values share; a dash for what is not ranked."""
    place = row.place
    if place is None:
        return NOTHING
    first = number(place.position, 0, language)
    return first if place.last == place.position else f"{first}–{number(place.last, 0, language)}"


def _value(row: Row, top: float, language: str) -> html.Td:
    value = row.reading.value
    if value is None:
        return html.Td(row.reading.written(language), className="none")
    share = round(100 * max(value, 0) / top) if top else 0
    return html.Td(
        row.reading.written(language, unit=False),
        style={"--share": f"{share}%"},
        className="value",
        **{"data-sort": value},
    )


def _change(row: Row, language: str) -> html.Td:
    if row.broken:
        return html.Td(text(language, "border_moved"), className="none")
    if row.change is None:
        return html.Td(NOTHING)
    written = signed(row.change, row.reading.indicator.decimals, language)
    said = [written]
    if row.exceeds_chance is False:
        said = [written, html.Small(text(language, "within_chance_short"))]
    return html.Td(said, **{"data-sort": row.change})


def _course(row: Row, language: str) -> object:
    known = row.series.dropna()
    if len(known) < 2 or row.broken:
        return None
    before, now = (
        with_unit(float(value), row.reading.indicator, language)
        for value in (known.iloc[0], known.iloc[-1])
    )
    first, last = int(known.index[0]), int(known.index[-1])
    said = text(language, "course_short", before=before, first=first, now=now, last=last)
    return spark(row.series, said)
