import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from layouts.forms import form, hidden, select, tag
from layouts.markup import markup
from layouts.question import given, is_written_so, query


def test_empty_fields_ask_nothing():
    assert given("year=2020&within=&x=+") == {"year": "2020"}


def test_a_long_query_is_cut():
    assert len(given("x=" + "y" * 9_000)["x"]) < 2_000


@drawn(st.text(max_size=100))
def test_any_query_is_read(asked):
    assert all(value.strip() for value in given(asked).values())


def test_a_question_leaves_out_what_is_not_asked():
    assert query(areas="0181,1480", base=None, sort="", year=2020) == "areas=0181,1480&year=2020"


@pytest.mark.parametrize("asked", ["areas=1%2C2&y=3", "areas=1,2&y=3"])
def test_an_encoding_says_the_same(asked):
    assert is_written_so(asked, "areas=1,2&y=3")


@pytest.mark.parametrize("asked", ["areas=1,2", "areas=1,2&y=3&within=", "y=3&areas=1,2"])
def test_more_less_or_another_order_is_another_address(asked):
    assert not is_written_so(asked, "areas=1,2&y=3")


def test_what_is_written_in_a_field_is_escaped():
    assert str(tag("input", value='"><script>')) == '<input value="&#34;&gt;&lt;script&gt;">'


def test_a_menu_has_a_label_and_its_chosen_option():
    made = markup(select("year", "År", [("1", "ett"), ("2", "två")], "2"))
    assert '<label for="ask-year">År</label>' in made
    assert '<option selected value="2">två</option>' in made


def test_a_form_asks_the_page_itself_and_has_a_button():
    made = markup(form(hidden({"areas": "0181"}), "/sv/jamfor", "sv"))
    assert 'action="/sv/jamfor"' in made
    assert '<input type="hidden" name="areas" value="0181">' in made
    assert "<button" in made
