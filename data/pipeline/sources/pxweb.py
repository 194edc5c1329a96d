"""SCB's PxWebApi 2: its limits, what its tables hold, and their cells."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from data.pipeline.sources.documents import document, wrong
from data.pipeline.sources.errors import SourceError
from data.pipeline.sources.jsonstat import Cube, Dimension, cube, dimensions
from data.pipeline.sources.readers import Reader
from data.pipeline.sources.request import Request, posted
from data.pipeline.sources.services import Service

LANGUAGE = "sv"
LIMITS = ("maxDataCells", "maxCallsPerTimeWindow", "timeWindow")


@dataclass(frozen=True)
class Limits:
    cells: int
    calls: int
    seconds: float


@dataclass(frozen=True)
class CodeList:
    id: str
    codes: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Table:
    """What a table holds, as it says itself; `codelists` by dimension."""

    id: str
    label: str
    updated: str
    dimensions: Mapping[str, Dimension]
    codelists: Mapping[str, tuple[str, ...]]
    time: str
    metric: str


@dataclass(frozen=True)
class PxWeb:
    service: Service
    reader: Reader

    def limits(self) -> Limits:
        """How much may be asked, which the reader obeys from then on."""
        request = Request(self.service.id, "config", self.service.at("config"))

        def parsed(body: bytes) -> Limits:
            content = document(request, body)
            cells, calls, seconds = (content.get(key) for key in LIMITS)
            if not (_above_zero(cells) and _above_zero(calls) and _above_zero(seconds)):
                raise wrong(request, f"the limits {', '.join(LIMITS)} are no numbers above 0.")
            return Limits(int(cells or 0), int(calls or 0), float(seconds or 0))

        found = self.reader.read(request, parsed)
        self.reader.limit(found.calls, found.seconds)
        return found

    def table(self, id_: str) -> Table:
        address = self.service.at(f"tables/{quote(id_)}/metadata?lang={LANGUAGE}")
        request = Request(self.service.id, f"metadata of {id_}", address)

        def parsed(body: bytes) -> Table:
            content = document(request, body)
            found = dimensions(request, content)
            updated, role = content.get("updated"), content.get("role") or {}
            if not isinstance(updated, str):
                raise wrong(request, "the table does not say when it was updated.")
            named = [role.get("time") or ["Tid"], role.get("metric") or ["ContentsCode"]]
            if any(ids[0] not in found for ids in named):
                raise wrong(request, f"there is no time or no contents among {list(found)}.")
            return Table(
                id_,
                str(content.get("label", id_)),
                updated,
                found,
                {name: _codelists(content["dimension"][name]) for name in found},
                named[0][0],
                named[1][0],
            )

        return self.reader.read(request, parsed)

    def codelist(self, id_: str, table: Table) -> CodeList:
        """A code list with its codes, in its order."""
        address = self.service.at(f"codelists/{quote(id_)}?lang={LANGUAGE}")
        request = Request(self.service.id, f"code list {id_}", address)

        def parsed(body: bytes) -> CodeList:
            values = document(request, body).get("values")
            if not isinstance(values, list) or not values:
                raise wrong(request, "the code list lacks its values.")
            codes = [value.get("code") if isinstance(value, dict) else None for value in values]
            if None in codes or len(set(codes)) != len(codes):
                raise wrong(request, "the code list lacks a code, or has one twice.")
            return CodeList(id_, tuple(map(str, codes)))

        return self.reader.read(request, parsed, f"{table.id} {table.updated}")

    def cells(
        self, table: Table, part: Mapping[str, Sequence[str]], codelists: Mapping[str, CodeList]
    ) -> Cube:
        """The cells of one part of a selection."""
        selection = [_asked(id_, codes, codelists.get(id_)) for id_, codes in part.items()]
        address = self.service.at(
            f"tables/{quote(table.id)}/data?lang={LANGUAGE}&outputFormat=json-stat2"
        )
        request = Request(self.service.id, table.id, address, posted({"selection": selection}))

        def parsed(body: bytes) -> Cube:
            found = cube(request, document(request, body))
            _check_answered(request, found, part, table)
            return found

        return self.reader.read(request, parsed, table.updated)


def _asked(id_: str, codes: Sequence[str], codelist: CodeList | None) -> dict[str, Any]:
    """A whole code list is asked for as "*", as the service looks up thousands of codes slowly."""
    if codelist is None:
        return {"variableCode": id_, "valueCodes": list(codes)}
    whole = len(codes) == len(codelist.codes)
    value_codes = ["*"] if whole else list(codes)
    return {"variableCode": id_, "valueCodes": value_codes, "codelist": codelist.id}


def _check_answered(
    request: Request, found: Cube, part: Mapping[str, Sequence[str]], table: Table
) -> None:
    """The cells that were asked for and no others, of the table as its metadata describes it."""
    for id_, codes in part.items():
        answered = found.dimensions[id_].codes if id_ in found.dimensions else ()
        if set(answered) != set(codes):
            apart = sorted(set(answered) ^ set(codes))
            raise wrong(
                request,
                f"{len(codes)} codes of {id_} were asked for and {len(answered)} answered; "
                f"the first that differs is {apart[0]!r}.",
                "Fetch again; if it stays so, the table's codes have changed.",
            )
    more = [id_ for id_ in found.dimensions if id_ not in part]
    if math.prod(len(found.dimensions[id_].codes) for id_ in more) != 1:
        raise wrong(request, f"the answer is split by {more}, which was not asked for.")
    if found.updated not in (None, table.updated):
        raise SourceError(
            request.source,
            request.what,
            f"the table was updated while it was fetched ({table.updated}, {found.updated}).",
            "Fetch again.",
        )


def _above_zero(number: object) -> bool:
    return type(number) in (int, float) and float(str(number)) > 0


def _codelists(content: Mapping[str, object]) -> tuple[str, ...]:
    extension = content.get("extension")
    listed = extension.get("codelists") if isinstance(extension, dict) else None
    return tuple(str(one["id"]) for one in listed or () if isinstance(one, dict) and "id" in one)
