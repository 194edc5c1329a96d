"""Tables of figures: read by row and column, scrolled by keyboard, sorted by a click."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html

from layouts.readings import Reading


@dataclass(frozen=True)
class Cell:
    """What a cell shows, and what its row is sorted by; None comes last."""

    shown: object
    sort: float | str | None = None


@dataclass(frozen=True)
class Head:
    label: str
    note: str = ""


def reading(value: Reading, language: str) -> Cell:
    return Cell(value.written(language, unit=False), value.value)


def table(
    caption: str,
    heads: Sequence[Head],
    rows: Sequence[Sequence[Cell]],
    *,
    kind: str = "wide",
    sorted_by: int | None = None,
    chosen: int | None = None,
) -> html.Div:
    """A table whose first cells are the heads of its rows.

    `wide` ones scroll sideways where the screen is narrow, `stacked` ones show a row as a block.
    Where it is `sorted_by` a column, falling, readers can sort it by others.
    """
    drawn = html.Table(
        [
            html.Caption(caption, className="visually-hidden"),
            html.Thead(html.Tr([_head(head, at, sorted_by) for at, head in enumerate(heads)])),
            html.Tbody([_row(row, heads, at == chosen) for at, row in enumerate(rows)]),
        ],
        className="sortable" if sorted_by is not None else None,
    )
    scrolled = {"tabIndex": 0, "role": "region", "aria-label": caption} if kind == "wide" else {}
    return html.Div(drawn, className=f"figures {kind}", **scrolled)


def _head(head: Head, at: int, sorted_by: int | None) -> html.Th:
    words = [html.Span(head.label), *([html.Small(head.note)] if head.note else [])]
    if sorted_by is None:
        return html.Th(words, scope="col")
    order = "descending" if at == sorted_by else "none"
    return html.Th(html.Button(words, type="button"), scope="col", **{"aria-sort": order})


def _row(cells: Sequence[Cell], heads: Sequence[Head], chosen: bool) -> html.Tr:
    first, *rest = cells
    return html.Tr(
        [
            html.Th(first.shown, scope="row", **_sort(first)),
            *(
                html.Td(cell.shown, **{"data-label": head.label}, **_sort(cell))
                for head, cell in zip(heads[1:], rest, strict=True)
            ),
        ],
        className="chosen" if chosen else None,
    )


def _sort(cell: Cell) -> dict[str, object]:
    return {} if cell.sort is None else {"data-sort": cell.sort}
