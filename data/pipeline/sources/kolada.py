"""Kolada v3: key figures of municipalities, page after page, with its symbols kept apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from data.declared import made
from data.pipeline.sources.documents import document, wrong
from data.pipeline.sources.errors import SourceError
from data.pipeline.sources.readers import Reader
from data.pipeline.sources.request import Request
from data.pipeline.sources.services import Service, declared

PAGE = 5000
MOST_PAGES = 100
BOTH_SEXES = "T"
SYMBOLS = {"-": "missing", ".": "not_applicable", "..": "suppressed"}
WORDS = {"missing": "missing", "private": "suppressed"}
SWEDEN, COUNTY = re.compile(r"0000"), re.compile(r"00\d\d")


@dataclass(frozen=True)
class KeyFigure:
    id: str
    kpi: str
    title: str
    years: tuple[int, int]
    range: tuple[float, float]


@dataclass(frozen=True)
class KoladaValue:
    """`area` is a municipality (4 digits), a county (2) or 00 for Sweden."""

    area: str
    year: int
    value: float | None
    status: str


def key_figures() -> dict[str, KeyFigure]:
    return {id_: made(KeyFigure, id_, table) for id_, table in declared("kolada").items()}


def read_key_figure(service: Service, reader: Reader, figure: KeyFigure) -> list[KoladaValue]:
    """Every value for both sexes together, by area and year; SourceError names what is wrong."""
    _check_title(service, reader, figure)
    years = ",".join(str(year) for year in range(figure.years[0], figure.years[1] + 1))
    path = f"data/kpi/{figure.kpi}/year/{years}?page=1&per_page={PAGE}"
    found: dict[tuple[str, int], KoladaValue] = {}
    for request, entries in _pages(service, reader, figure.kpi, path):
        for value in _values(request, figure, entries):
            if (value.area, value.year) in found:
                raise wrong(request, f"{value.area} has two values for {value.year}.")
            found[value.area, value.year] = value
    if not found:
        raise SourceError(
            service.id, figure.kpi, "there are no values.", "See whether the key figure has ceased."
        )
    return sorted(found.values(), key=lambda value: (value.area, value.year))


def _check_title(service: Service, reader: Reader, figure: KeyFigure) -> None:
    for request, entries in _pages(
        service, reader, f"metadata of {figure.kpi}", f"kpi/{figure.kpi}"
    ):
        titles = [str(entry.get("title", "")) for entry in entries]
        if len(titles) != 1 or not re.fullmatch(figure.title, titles[0], re.IGNORECASE):
            raise wrong(
                request,
                f"it is called {titles}, which does not match {figure.title!r}.",
                "Correct kolada.toml after reading what the key figure is now.",
            )


def _pages(
    service: Service, reader: Reader, what: str, path: str
) -> Iterator[tuple[Request, list[dict[str, Any]]]]:
    address: str | None = service.at(path)
    asked: set[str] = set()
    while address is not None:
        request = Request(service.id, what, address)
        if address in asked or len(asked) == MOST_PAGES:
            raise wrong(
                request,
                f"after {len(asked)} pages the next is {address}, which is no end.",
                "The source is at fault; fetch again later.",
            )
        asked.add(address)
        content = _page(reader, request)
        yield request, content["values"]
        address = _next(service, request, content.get("next_url"))


def _page(reader: Reader, request: Request) -> dict[str, Any]:
    def parsed(body: bytes) -> dict[str, Any]:
        content = document(request, body)
        values = content.get("values", [content] if "title" in content else None)
        if not isinstance(values, list) or not all(isinstance(one, dict) for one in values):
            raise wrong(request, "the page lacks its values.")
        return {**content, "values": values}

    return reader.read(request, parsed)


def _next(service: Service, request: Request, next_url: Any) -> str | None:
    """The next page, which is never on another host: an answer does not choose whom we ask."""
    if not next_url:
        return None
    address = urljoin(request.address, str(next_url))
    if urlsplit(address)[:2] != urlsplit(service.address)[:2]:
        raise wrong(request, f"the next page is on another host, {address}.")
    return address


def _values(
    request: Request, figure: KeyFigure, entries: list[dict[str, Any]]
) -> Iterator[KoladaValue]:
    for entry in entries:
        area, year = _area(str(entry.get("municipality", ""))), entry.get("period")
        if entry.get("kpi") != figure.kpi or type(year) is not int or area is None:
            raise wrong(request, f"there is an entry {str(entry)[:120]}.")
        cells = entry.get("values")
        if not isinstance(cells, list):
            raise wrong(request, f"{area} lacks its values for {year}.")
        for cell in cells:
            if cell.get("gender") == BOTH_SEXES and not cell.get("isdeleted"):
                yield _value(request, figure, area, year, cell)


def _value(
    request: Request, figure: KeyFigure, area: str, year: int, cell: dict[str, Any]
) -> KoladaValue:
    value, status = cell.get("value"), str(cell.get("status") or "").strip()
    symbol = value.strip() if isinstance(value, str) else status
    if isinstance(value, str) or value is None:
        meaning = SYMBOLS.get(symbol) or WORDS.get(symbol.casefold())
        if meaning is None and symbol:
            raise wrong(request, f"{area} has the unknown symbol {symbol!r} for {year}.")
        return KoladaValue(area, year, None, meaning or "missing")
    if type(value) not in (int, float) or not figure.range[0] <= value <= figure.range[1]:
        low, high = figure.range
        raise wrong(request, f"{area} has {value!r} for {year}, outside {low:g} to {high:g}.")
    return KoladaValue(area, year, float(value), "ok")


def _area(code: str) -> str | None:
    """Our code of an area: Kolada writes 0000 for Sweden and 00LL for a county."""
    if SWEDEN.fullmatch(code) or COUNTY.fullmatch(code):
        return code[:2] if SWEDEN.fullmatch(code) else code[2:]
    return code if re.fullmatch(r"\d{4}", code) else None
