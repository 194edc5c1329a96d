"""json-stat2, in which PxWebApi 2 gives cells: a cube, with symbols where there is no value."""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from data.pipeline.sources.documents import wrong
from data.pipeline.sources.request import Request

Number = float | None
# More cells than any question of ours has, and larger numbers than there is anything to count.
MOST_CELLS, LARGEST = 5_000_000, 1e15
PLACE = re.compile(r"\d{1,9}", re.ASCII)


@dataclass(frozen=True)
class Dimension:
    """The codes of a dimension in order, with the label of each."""

    label: str
    labels: Mapping[str, str]

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(self.labels)


@dataclass(frozen=True, eq=False)
class Cube:
    """`values` in the order of `dimensions`, the last varying fastest; `symbols` by place."""

    dimensions: Mapping[str, Dimension]
    values: tuple[Number, ...]
    symbols: Mapping[int, str]
    updated: str | None = None

    def cells(self) -> Iterator[tuple[tuple[str, ...], Number, str]]:
        """Every cell: one code of each dimension, the value, the symbol or nothing."""
        codes = [dimension.codes for dimension in self.dimensions.values()]
        for place, (key, value) in enumerate(zip(product(*codes), self.values, strict=True)):
            yield key, value, self.symbols.get(place, "")


def cube(request: Request, content: dict[str, Any]) -> Cube:
    """The cube of a whole answer; SourceError names what is wrong with its shape."""
    found = dimensions(request, content)
    size = math.prod(len(dimension.codes) for dimension in found.values())
    if size > MOST_CELLS:
        raise wrong(request, f"{size} cells are announced, where {MOST_CELLS} are the most.")
    values = _values(request, content.get("value"), size, tuple(found.values()))
    symbols = _symbols(request, content.get("status"), size)
    return Cube(found, values, symbols, _text(content.get("updated")))


def dimensions(request: Request, content: dict[str, Any]) -> dict[str, Dimension]:
    """The dimensions by id, in order; their sizes must be those that the answer states."""
    for key, kind in (("id", list), ("size", list), ("dimension", dict)):
        if not isinstance(content.get(key), kind):
            raise wrong(request, f"the answer lacks {key!r}.")
    ids, sizes = content["id"], content["size"]
    _check_codes(request, ids, "the dimensions")
    if len(ids) != len(sizes):
        raise wrong(request, f"there are {len(sizes)} sizes for the dimensions {ids}.")
    found = {id_: _dimension(request, id_, content["dimension"].get(id_)) for id_ in ids}
    for (id_, dimension), size in zip(found.items(), sizes, strict=True):
        if len(dimension.codes) != size:
            raise wrong(
                request, f"{id_} has {len(dimension.codes)} codes, where {size} are announced."
            )
    return found


def _dimension(request: Request, id_: str, content: Any) -> Dimension:
    category = content.get("category") if isinstance(content, dict) else None
    if not isinstance(category, dict):
        raise wrong(request, f"the dimension {id_} lacks its categories.")
    labels = category.get("label") or {}
    index = category.get("index", list(labels))
    if not isinstance(labels, dict) or not isinstance(index, dict | list):
        raise wrong(request, f"the categories of {id_} have an unknown form.")
    if isinstance(index, dict):
        numbers = list(index.values())
        if {type(one) for one in numbers} - {int} or sorted(numbers) != list(range(len(index))):
            raise wrong(request, f"the codes of {id_} are not numbered from 0 without a gap.")
        index = sorted(index, key=index.__getitem__)
    _check_codes(request, index, f"the codes of {id_}")
    return Dimension(
        str(content.get("label", id_)), {str(code): str(labels.get(code, code)) for code in index}
    )


def _check_codes(request: Request, codes: list[Any], what: str) -> None:
    if not all(isinstance(code, str) for code in codes):
        raise wrong(request, f"{what} are not all texts.")
    if len(set(codes)) != len(codes):
        raise wrong(request, f"of {what} one is there twice.")


def _values(
    request: Request, content: Any, size: int, found: tuple[Dimension, ...]
) -> tuple[Number, ...]:
    if isinstance(content, dict):
        content = [content.get(str(place)) for place in _sparse(request, content, size)]
    if not isinstance(content, list):
        raise wrong(request, "the answer lacks its values.")
    if len(content) != size:
        raise wrong(request, f"there are {len(content)} values, where {size} are announced.")
    for place, value in enumerate(content):
        if value is not None and not _is_number(value):
            cell = ", ".join(_key(found, place))
            raise wrong(request, f"the cell {cell} holds {value!r} instead of a number.")
    return tuple(content)


def _is_number(value: Any) -> bool:
    return type(value) in (int, float) and abs(value) < LARGEST


def _symbols(request: Request, content: Any, size: int) -> dict[int, str]:
    if content is None:
        return {}
    if isinstance(content, str):
        return dict.fromkeys(range(size), content)
    if isinstance(content, list):
        if len(content) != size:
            raise wrong(request, f"there are {len(content)} symbols, where {size} are announced.")
        content = {str(place): symbol for place, symbol in enumerate(content) if symbol}
    if not isinstance(content, dict):
        raise wrong(request, "the status of the cells has an unknown form.")
    _sparse(request, content, size)
    return {int(place): str(symbol) for place, symbol in content.items()}


def _sparse(request: Request, content: dict[str, Any], size: int) -> range:
    for place in content:
        if not PLACE.fullmatch(place) or int(place) >= size:
            raise wrong(request, f"there is a cell {place!r}, where {size} are announced.")
    return range(size)


def _key(found: tuple[Dimension, ...], place: int) -> list[str]:
    key = []
    for dimension in reversed(found):
        place, code = divmod(place, len(dimension.codes))
        key.append(dimension.codes[code])
    return key[::-1]


def _text(content: Any) -> str | None:
    return content if isinstance(content, str) else None
