import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.catalogue import indicators
from layouts.numbers import change, number, with_unit

SHARE = indicators()["foreign_born_share"]
TYPE = indicators()["area_type"]


@pytest.mark.parametrize(
    ("value", "decimals", "language", "written"),
    [
        (1234.56, 1, "sv", "1\u00a0234,6"),
        (1234.56, 1, "en", "1,234.6"),
        (988943, 0, "sv", "988\u00a0943"),
        (-0.04, 1, "sv", "0,0"),
        (-2.5, 1, "sv", "−2,5"),
        (0.2988, 3, "sv", "0,299"),
    ],
)
def test_numbers_are_written_as_in_the_language(value, decimals, language, written):
    assert number(value, decimals, language) == written


def test_a_share_has_its_sign():
    assert with_unit(25.34, SHARE, "sv") == "25,3\u00a0%"


def test_a_category_is_written_by_its_name():
    assert with_unit(1, TYPE, "sv") == "1 Stora socioekonomiska utmaningar"


@pytest.mark.parametrize(("value", "written"), [(1.26, "+1,3"), (-1.26, "−1,3"), (0.01, "0,0")])
def test_a_change_has_its_sign(value, written):
    assert change(value, SHARE, "sv") == written


@given(st.floats(-1e9, 1e9), st.integers(0, 3), st.sampled_from(["sv", "en"]))
def test_no_number_is_written_as_minus_nothing(value, decimals, language):
    written = number(value, decimals, language)
    assert not (written.startswith("−") and set(written) <= set("−0,.\u00a0"))
