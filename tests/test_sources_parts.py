"""A selection in parts: every cell once, no part too large."""

import math
from collections import Counter
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.pipeline.sources.parts import parts

selections = st.dictionaries(
    st.sampled_from("abcde"),
    st.integers(1, 7).map(lambda n: [str(i) for i in range(n)]),
    min_size=1,
)


@given(selections, st.integers(1, 300), st.randoms())
def test_parts_hold_every_cell_once_and_fit(selection, most, random):
    order = list(selection)
    random.shuffle(order)
    found = list(parts(selection, most, order))
    cells = Counter(cell for part in found for cell in product(*(part[id_] for id_ in selection)))
    assert cells == Counter(product(*selection.values()))
    assert all(math.prod(map(len, part.values())) <= most for part in found)


@given(st.integers(1, 50), st.integers(1, 50), st.integers(1, 100))
def test_there_are_no_more_parts_than_needed_when_time_alone_is_cut(areas, years, times):
    selection = {"area": range(areas), "year": range(years)}
    fits = max(1, times)
    found = list(parts(selection, areas * fits, ["year", "area"]))
    assert len(found) == math.ceil(years / min(fits, years))


def test_what_fits_is_one_part():
    assert list(parts({"a": ["1", "2"]}, 2, ["a"])) == [{"a": ["1", "2"]}]


def test_time_is_cut_first_so_that_parts_are_whole_maps():
    found = list(parts({"area": range(10), "year": range(4)}, 20, ["year", "area"]))
    assert [list(part["area"]) for part in found] == [list(range(10))] * 2


def test_a_part_of_no_cells_is_refused():
    with pytest.raises(ValueError):
        list(parts({"a": ["1"]}, 0, ["a"]))


def test_an_empty_selection_is_one_empty_part():
    assert list(parts({"a": []}, 5, ["a"])) == [{"a": []}]
