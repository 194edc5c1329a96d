"""Whatever comes from outside, nothing of ours fails: bodies, input files, and the command itself."""

import copy
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import create_app
from data.pipeline.errors import InputError
from data.pipeline.inputs import read_inputs
from settings import Settings
from tests.fuzz import Fuzzer, growth
from tests.tidy_files import CONTENT, LONG, WIDE

BODY = {
    "output": "..place.children...facts.data..",
    "outputs": [{"id": "place", "property": "children"}, {"id": "facts", "property": "data"}],
    "inputs": [{"id": "asked", "property": "data", "value": "/sv/?area=1480"}],
    "state": [],
    "changedPropIds": ["asked.data"],
}
LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9)
)
JSON = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cache")
    return create_app(Settings(cache_folder=str(folder))).server.test_client()


def posted(client, body):
    return client.post("/_dash-update-component", json=body).status_code


@given(part=st.sampled_from(sorted(BODY)), odd=JSON)
@settings(max_examples=150, deadline=None)
def test_a_body_with_an_odd_part_is_refused_or_answered(client, part, odd):
    assert posted(client, BODY | {part: odd}) in {200, 400}


@given(data=st.data(), odd=JSON)
@settings(max_examples=150, deadline=None)
def test_a_body_with_an_odd_leaf_is_refused_or_answered(client, data, odd):
    body = copy.deepcopy(BODY)
    part = data.draw(st.sampled_from(["outputs", "inputs"]))
    body[part][0][data.draw(st.sampled_from(["id", "property", "value"]))] = odd
    assert posted(client, body) in {200, 400}


@given(JSON)
@settings(max_examples=100, deadline=None)
def test_a_body_that_is_anything_is_refused(client, body):
    assert posted(client, body) == 400


@pytest.mark.parametrize("form", [WIDE, LONG], ids=["wide", "long"])
@given(at=st.integers(0, 3_000), bytes_=st.binary(max_size=4), drop=st.integers(0, 30))
@settings(max_examples=60, deadline=None)
def test_an_input_file_damaged_anywhere_is_read_or_told(tmp_path_factory, form, at, bytes_, drop):
    folder = tmp_path_factory.getbasetemp()
    for file, text in CONTENT.items():
        (folder / file).write_bytes(text)
    whole = (folder / form.file).read_bytes()
    at = min(at, len(whole))
    (folder / form.file).write_bytes(whole[:at] + bytes_ + whole[at + drop :])
    try:
        read_inputs(folder, [form])
    except InputError as error:
        assert form.file in str(error)


def test_the_fuzzer_asks_the_same_with_the_same_seed():
    assert [Fuzzer(3).address() for _ in range(9)] == [Fuzzer(3).address() for _ in range(9)]
    assert len({Fuzzer(seed).address() for seed in range(40)}) > 20


@pytest.mark.parametrize("slope", [0, 700, 50_000])
def test_growth_is_told_as_bytes_in_ten_thousand_requests(slope):
    noise = random.Random(1)
    sizes = [10**8 + slope * number + noise.randrange(-9, 9) for number in range(100)]
    assert growth(sizes) == pytest.approx(slope * 10, abs=10)
