"""A selection too large for one call, in parts that each fit."""

import math
from collections.abc import Iterator, Mapping, Sequence

Selection = Mapping[str, Sequence[str]]


def parts(selection: Selection, most: int, order: Sequence[str]) -> Iterator[dict[str, list[str]]]:
    """Parts of at most so many cells that hold every cell of the selection exactly once.

    Dimensions are cut in the order given, each into pieces as equal as can be, and only as far as
    needed: time first leaves every part a whole map.
    """
    if most < 1:
        raise ValueError("A part has at least one cell.")
    whole = {id_: list(codes) for id_, codes in selection.items()}
    yield from _cut(whole, most, list(order))


def _cut(
    selection: dict[str, list[str]], most: int, order: list[str]
) -> Iterator[dict[str, list[str]]]:
    cells = math.prod(len(codes) for codes in selection.values())
    if cells <= most:
        yield selection
        return
    first, *later = order
    codes = selection[first]
    fits = max(1, most // (cells // len(codes)))
    number = math.ceil(len(codes) / fits)
    for piece in range(number):
        inside = codes[piece * len(codes) // number : (piece + 1) * len(codes) // number]
        yield from _cut({**selection, first: inside}, most, later)
