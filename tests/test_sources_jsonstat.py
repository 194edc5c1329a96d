"""json-stat2: what is written is read, and what has a wrong shape is named."""

import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.pipeline.sources.documents import document
from data.pipeline.sources.errors import SourceError
from data.pipeline.sources.jsonstat import cube, dimensions
from data.pipeline.sources.request import Request
from tests.said import exactly

REQUEST = Request("scb_statistics", "TAB1", "http://example/")
RECORDED = Path(__file__).parents[2] / "shared" / "data" / "pxweb_recorded"
recorded = pytest.mark.skipif(
    not RECORDED.is_dir(), reason="the recorded answers are not beside the checkout"
)


def written(sizes, values, status=None):
    ids = [f"d{number}" for number in range(len(sizes))]
    content = {
        "id": ids,
        "size": sizes,
        "dimension": {
            id_: {
                "label": id_.upper(),
                "category": {
                    "index": {f"{id_}c{code}": code for code in range(size)},
                    "label": {f"{id_}c{code}": f"Code {code}" for code in range(size)},
                },
            }
            for id_, size in zip(ids, sizes, strict=True)
        },
        "value": values,
    }
    return content | ({"status": status} if status is not None else {})


numbers = st.none() | st.integers(-(10**6), 10**6) | st.floats(-1e6, 1e6)
sizes = st.lists(st.integers(1, 4), min_size=1, max_size=4)
contents = sizes.flatmap(
    lambda size: st.tuples(
        st.just(size), st.lists(numbers, min_size=math.prod(size), max_size=math.prod(size))
    )
)


@given(contents)
def test_what_is_written_is_read(content):
    size, values = content
    read = cube(REQUEST, document(REQUEST, json.dumps(written(size, values)).encode()))
    assert [value for _, value, _ in read.cells()] == values
    keys = [key for key, _, _ in read.cells()]
    assert len(set(keys)) == len(keys) == math.prod(size)


@given(contents)
def test_sparse_values_are_the_same_cells(content):
    size, values = content
    sparse = {str(place): value for place, value in enumerate(values) if value is not None}
    assert cube(REQUEST, written(size, sparse)).values == tuple(values)


def test_the_last_dimension_varies_fastest():
    read = cube(REQUEST, written([2, 3], [0, 1, 2, 10, 11, 12]))
    assert list(read.cells())[4] == (("d0c1", "d1c1"), 11, "")


@pytest.mark.parametrize("status", [{"1": ".."}, [None, ".."], ["", ".."]])
def test_a_symbol_stands_with_its_cell(status):
    assert list(cube(REQUEST, written([2], [5, None], status)).cells())[1] == (
        ("d0c1",),
        None,
        "..",
    )


def test_one_symbol_can_stand_for_all_cells():
    assert cube(REQUEST, written([2], [None, None], "..")).symbols == {0: "..", 1: ".."}


def test_codes_in_a_list_are_in_order():
    content = written([2], [1, 2])
    content["dimension"]["d0"]["category"]["index"] = ["b", "a"]
    assert cube(REQUEST, content).dimensions["d0"].codes == ("b", "a")


def test_a_single_code_may_lack_an_index():
    content = written([1], [1])
    del content["dimension"]["d0"]["category"]["index"]
    assert cube(REQUEST, content).dimensions["d0"].codes == ("d0c0",)


def without(*path):
    def damaged(content):
        inside = content
        for key in path[:-1]:
            inside = inside[key]
        del inside[path[-1]]

    return damaged


def with_(value, *path):
    def damaged(content):
        inside = content
        for key in path[:-1]:
            inside = inside[key]
        inside[path[-1]] = value

    return damaged


DAMAGE = {
    (
        "scb_statistics, TAB1: the answer lacks 'id'. Compare it with the protocol; the "
        "source may have changed its form."
    ): without("id"),
    (
        "scb_statistics, TAB1: the answer lacks 'size'. Compare it with the protocol; "
        "the source may have changed its form."
    ): without("size"),
    (
        "scb_statistics, TAB1: the answer lacks 'dimension'. Compare it with the "
        "protocol; the source may have changed its form."
    ): without("dimension"),
    (
        "scb_statistics, TAB1: the answer lacks its values. Compare it with the "
        "protocol; the source may have changed its form."
    ): without("value"),
    (
        "scb_statistics, TAB1: the dimension d1 lacks its categories. Compare it with "
        "the protocol; the source may have changed its form."
    ): without("dimension", "d1", "category"),
    (
        "scb_statistics, TAB1: the dimension d0 lacks its categories. Compare it with "
        "the protocol; the source may have changed its form."
    ): without("dimension", "d0"),
    (
        "scb_statistics, TAB1: there are 1 sizes for the dimensions ['d0', 'd1']. "
        "Compare it with the protocol; the source may have changed its form."
    ): with_([2], "size"),
    (
        "scb_statistics, TAB1: there are 2 sizes for the dimensions ['d0']. Compare it "
        "with the protocol; the source may have changed its form."
    ): with_(["d0"], "id"),
    (
        "scb_statistics, TAB1: of the dimensions one is there twice. Compare it with the "
        "protocol; the source may have changed its form."
    ): with_(["d0", "d0"], "id"),
    (
        "scb_statistics, TAB1: the dimensions are not all texts. Compare it with the "
        "protocol; the source may have changed its form."
    ): with_(["d0", ["d1"]], "id"),
    (
        "scb_statistics, TAB1: d1 has 2 codes, where 3 are announced. Compare it with "
        "the protocol; the source may have changed its form."
    ): with_([2, 3], "size"),
    (
        "scb_statistics, TAB1: there are 3 values, where 4 are announced. Compare it "
        "with the protocol; the source may have changed its form."
    ): with_([1, 2, 3], "value"),
    (
        "scb_statistics, TAB1: the cell d0c1, d1c0 holds '12' instead of a number. "
        "Compare it with the protocol; the source may have changed its form."
    ): with_("12", "value", 2),
    (
        "scb_statistics, TAB1: the cell d0c0, d1c0 holds True instead of a number. "
        "Compare it with the protocol; the source may have changed its form."
    ): with_(True, "value", 0),
    (
        "scb_statistics, TAB1: there is a cell '4', where 4 are announced. Compare it "
        "with the protocol; the source may have changed its form."
    ): with_({"4": 1}, "value"),
    (
        "scb_statistics, TAB1: there is a cell 'x', where 4 are announced. Compare it "
        "with the protocol; the source may have changed its form."
    ): with_({"x": ".."}, "status"),
    (
        "scb_statistics, TAB1: there are 1 symbols, where 4 are announced. Compare it "
        "with the protocol; the source may have changed its form."
    ): with_([".."], "status"),
    (
        "scb_statistics, TAB1: the status of the cells has an unknown form. Compare it "
        "with the protocol; the source may have changed its form."
    ): with_(7, "status"),
    (
        "scb_statistics, TAB1: the codes of d0 are not numbered from 0 without a gap. "
        "Compare it with the protocol; the source may have changed its form."
    ): with_({"a": 0, "b": 2}, "dimension", "d0", "category", "index"),
    (
        "scb_statistics, TAB1: of the codes of d0 one is there twice. Compare it with "
        "the protocol; the source may have changed its form."
    ): with_(["a", "a"], "dimension", "d0", "category", "index"),
    (
        "scb_statistics, TAB1: the codes of d0 are not all texts. Compare it with the "
        "protocol; the source may have changed its form."
    ): with_(["a", 1], "dimension", "d0", "category", "index"),
    (
        "scb_statistics, TAB1: the codes of d1 are not numbered from 0 without a gap. "
        "Compare it with the protocol; the source may have changed its form."
    ): with_({"a": 0, "b": "1"}, "dimension", "d1", "category", "index"),
    (
        "scb_statistics, TAB1: the categories of d0 have an unknown form. Compare it "
        "with the protocol; the source may have changed its form."
    ): with_(7, "dimension", "d0", "category", "index"),
    (
        "scb_statistics, TAB1: the categories of d1 have an unknown form. Compare it "
        "with the protocol; the source may have changed its form."
    ): with_(["a"], "dimension", "d1", "category", "label"),
    (
        f"scb_statistics, TAB1: there is a cell '{'9' * 5_000}', where 4 are announced. Compare it "
        "with the protocol; the source may have changed its form."
    ): with_({"9" * 5_000: 1}, "value"),
    (
        "scb_statistics, TAB1: there is a cell '٣', where 4 are announced. Compare it "
        "with the protocol; the source may have changed its form."
    ): with_({"٣": 1}, "value"),
    (
        "scb_statistics, TAB1: the cell d0c0, d1c0 holds inf instead of a number. "
        "Compare it with the protocol; the source may have changed its form."
    ): with_(float("inf"), "value", 0),
    (
        f"scb_statistics, TAB1: the cell d0c0, d1c0 holds 1{'0' * 400} instead of a number. "
        "Compare it with the protocol; the source may have changed its form."
    ): with_(10**400, "value", 0),
}


@pytest.mark.parametrize("sentence", DAMAGE)
def test_a_wrong_shape_is_named(sentence):
    content = written([2, 2], [1, 2, 3, 4])
    DAMAGE[sentence](content)
    with pytest.raises(SourceError, match=exactly(sentence)):
        cube(REQUEST, content)


@recorded
def test_the_recorded_cells_are_read():
    content = document(REQUEST, (RECORDED / "TAB6471_data.json").read_bytes())
    read = cube(REQUEST, content)
    assert [len(one.codes) for one in read.dimensions.values()] == [21, 11, 3, 1, 4]
    assert len(list(read.cells())) == 2772
    assert read.values[-1] == 54
    assert read.updated == "2026-06-08T06:00:00Z"


@recorded
def test_the_recorded_metadata_is_read():
    content = document(REQUEST, (RECORDED / "TAB6471_metadata.json").read_bytes())
    assert len(dimensions(REQUEST, content)["Region"].codes) == 312


def test_a_short_answer_cannot_announce_cells_without_end():
    """Thirty dimensions of two codes are some kilobytes, and a thousand million cells."""
    with pytest.raises(
        SourceError,
        match=exactly(
            "scb_statistics, TAB1: 1073741824 cells are announced, where 5000000 are the "
            "most. Compare it with the protocol; the source may have changed its form."
        ),
    ):
        cube(REQUEST, written([2] * 30, {}, ".."))


def test_an_answer_nested_without_end_is_refused():
    with pytest.raises(
        SourceError,
        match=exactly(
            "scb_statistics, TAB1: the answer is nested without end. Compare it with the "
            "protocol; the source may have changed its form."
        ),
    ):
        document(REQUEST, b'{"a":' * 50_000)
