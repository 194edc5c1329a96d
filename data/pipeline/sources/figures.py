"""The figures of a dataset: columns over years and areas, every value with its status."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from data.edition import STATUSES
from data.pipeline.sources.declarations import Dataset
from data.pipeline.sources.errors import SourceError
from data.pipeline.sources.jsonstat import Cube
from data.pipeline.sources.parts import parts
from data.pipeline.sources.pxweb import PxWeb
from data.pipeline.sources.selection import REMEDY, Choosing, Selected

OK, MISSING = STATUSES.index("ok"), STATUSES.index("missing")
Row = tuple[str, str, int, float, str]


@dataclass(frozen=True, eq=False)
class Column:
    """`values` and `statuses` have the shape (years, areas); NaN has no value."""

    values: NDArray[np.float64]
    statuses: NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Figures:
    """`symbols` counts those of the source, as it wrote them."""

    dataset: Dataset
    years: tuple[int, ...]
    areas: tuple[str, ...]
    columns: Mapping[str, Column]
    updated: str
    symbols: Counter[str] = field(default_factory=Counter)

    def rows(self) -> Iterator[Row]:
        """Column, area, year, value and status, in that order."""
        for name, column in self.columns.items():
            for place, area in enumerate(self.areas):
                for row, year in enumerate(self.years):
                    status = STATUSES[column.statuses[row, place]]
                    yield name, area, year, float(column.values[row, place]), status


def read_figures(pxweb: PxWeb, dataset: Dataset) -> Figures:
    """Every part of the dataset, fetched or replayed, and put together."""
    limits = pxweb.limits()
    table = pxweb.table(dataset.declaration.table)
    choosing = Choosing(pxweb.service.id, dataset, table)
    selected = choosing.selected(pxweb)
    putting = _Putting(choosing, selected)
    pieces = list(parts(selected.codes, limits.cells, selected.order))
    for part in tqdm(pieces, desc=dataset.id, unit="call", disable=None):
        putting.put(pxweb.cells(table, part, selected.codelists))
    return putting.figures()


class _Putting:
    def __init__(self, choosing: Choosing, selected: Selected) -> None:
        self.choosing, self.selected = choosing, selected
        self.declaration = choosing.dataset.declaration
        self.years = tuple(int(year) for year in selected.codes[selected.table.time])
        self.areas = tuple(sorted(selected.areas.values()))
        self.row = {str(year): number for number, year in enumerate(self.years)}
        place = {area: number for number, area in enumerate(self.areas)}
        self.place = {code: place[area] for code, area in selected.areas.items()}
        self.columns: dict[str, Column] = {}
        self.seen: dict[str, NDArray[np.bool_]] = {}
        self.symbols: Counter[str] = Counter()

    def put(self, cube: Cube) -> None:
        ids = list(cube.dimensions)
        region, time = ids.index(self.selected.region), ids.index(self.selected.table.time)
        metric = ids.index(self.selected.table.metric)
        groups = [ids.index(id_) for id_ in self.selected.names if id_ != ids[metric]]
        for key, value, symbol in cube.cells():
            names = [self.selected.names[ids[number]][key[number]] for number in (metric, *groups)]
            column = "_".join(name for name in names if name)
            at = self.row[key[time]], self.place[key[region]]
            self._put(column, names[0], at, value, symbol)

    def _put(
        self, name: str, contents: str, at: tuple[int, int], value: float | None, symbol: str
    ) -> None:
        if name not in self.columns:
            shape = len(self.years), len(self.areas)
            statuses = np.full(shape, MISSING, np.uint8)
            self.columns[name] = Column(np.full(shape, np.nan), statuses)
            self.seen[name] = np.zeros(shape, bool)
        if self.seen[name][at]:
            raise self._fault(name, at, "is there twice.")
        self.seen[name][at] = True
        status = self._status(name, at, value, symbol)
        self.columns[name].statuses[at] = STATUSES.index(status)
        if status == "ok":
            number = value or 0.0
            limits = self.declaration.contents[contents].range
            if limits and not limits[0] <= number <= limits[1]:
                raise self._fault(
                    name, at, f"is {number:g}, outside {limits[0]:g} to {limits[1]:g}."
                )
            self.columns[name].values[at] = number

    def _status(self, name: str, at: tuple[int, int], value: float | None, symbol: str) -> str:
        if not symbol:
            return "missing" if value is None else "ok"
        self.symbols[symbol] += 1
        meaning = self.declaration.meaning(symbol)
        if meaning is None:
            raise self._fault(name, at, f"has the symbol {symbol!r}, which is not declared.")
        if value:
            raise self._fault(name, at, f"has both the symbol {symbol!r} and the value {value:g}.")
        return meaning

    def figures(self) -> Figures:
        """All columns, when every cell is there and no year is empty or only zeros."""
        for name, seen in self.seen.items():
            if not seen.all():
                row, place = np.argwhere(~seen)[0]
                at = int(row), int(place)
                raise self._fault(name, at, "is missing from the answers.", "Fetch again.")
        for row, year in enumerate(self.years):
            if not any(np.nansum(np.abs(one.values[row])) > 0 for one in self.columns.values()):
                raise self.choosing.fault(
                    f"the year {year} has only zeros and gaps for {self.choosing.dataset.id}.",
                    "Correct the years of the edition in editions.toml, or wait for the figures.",
                )
        columns = {name: self.columns[name] for name in sorted(self.columns)}
        updated = self.selected.table.updated
        return Figures(
            self.choosing.dataset, self.years, self.areas, columns, updated, self.symbols
        )

    def _fault(
        self, name: str, at: tuple[int, int], fault: str, remedy: str = REMEDY
    ) -> SourceError:
        cell = f"{name} of {self.areas[at[1]]} in {self.years[at[0]]}"
        return self.choosing.fault(f"the cell {cell} {fault}", remedy)
