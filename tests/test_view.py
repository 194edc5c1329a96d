import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.catalogue import indicators
from geo.areas import everywhere
from layouts.drawn import drawn_levels, years
from layouts.language import languages
from layouts.view import read

SHOWN = [indicator for indicator in indicators().values() if drawn_levels(indicator)]
AREAS = [area.code for area in everywhere()]


def view(address):
    return read(address)[0]


def keys(address):
    return [notice.key for notice in read(address)[1]]


def test_the_first_view_is_sweden_in_municipalities():
    first = view("/")
    assert (first.language, first.area.code, first.level.id) == ("sv", "00", "municipality")


@given(
    st.sampled_from(SHOWN), st.sampled_from(AREAS), st.sampled_from(list(languages())), st.data()
)
def test_a_view_survives_its_own_address(indicator, area, language, data):
    level = data.draw(st.sampled_from(drawn_levels(indicator)))
    year = data.draw(st.sampled_from(years(indicator, level)))
    asked = view(f"/{language}/?indicator={indicator.id}&level={level.id}&area={area}&year={year}")
    assert read(asked.address()) == (asked, ())


@pytest.mark.parametrize(
    "asked",
    [
        "since=2020&year=2023",
        "beside=rented_share&beside_year=2022&year=2023",
        "beside=foreign_born_share&beside_year=2020&year=2023",
    ],
)
def test_how_the_map_shows_survives_its_address(asked):
    view, missed = read(f"/sv/?indicator=foreign_born_share&area=1280&{asked}")
    assert missed == ()
    assert view.address().endswith(asked)


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        ("since=1066", "unknown_since"),
        ("beside=nosuch", "unknown_beside"),
        ("beside=turnout_municipal_election", "unknown_beside"),
        ("beside=rented_share&beside_year=x", "unknown_year"),
    ],
)
def test_a_map_that_cannot_be_shown_so_is_shown_plainly(asked, key):
    assert keys(f"/sv/?indicator=foreign_born_share&area=1280&{asked}") == [key]


def test_the_panel_depends_neither_on_the_year_nor_on_how_the_map_shows():
    plain, changed = view("/sv/?area=1280&year=2021"), view("/sv/?area=1280&since=2020")
    assert plain.without_year() == changed.without_year()


@given(st.text(max_size=200))
def test_any_text_gives_a_view(address):
    assert view(address).years


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("/sv/?indicator=nosuch", "unknown_indicator"),
        ("/sv/?area=9999", "unknown_area"),
        ("/sv/?year=1066", "unknown_year"),
        ("/sv/?year=x", "unknown_year"),
        ("/sv/?year=²", "unknown_year"),
        ("/sv/?level=street", "unknown_level"),
        ("/sv/?indicator=area_type&level=county", "unknown_level"),
        ("/sv/nosuch", "unknown_page"),
        ("/de/", "unknown_page"),
    ],
)
def test_what_is_asked_wrongly_is_named(address, key):
    assert keys(address) == [key]


@pytest.mark.parametrize("address", [None, "", "/", "?", "/sv/", "/sv/?", "/en/?x=1"])
def test_nothing_asked_wrongly_needs_no_notice(address):
    assert keys(address) == []


def test_an_area_finer_than_the_figures_gives_the_one_around_it():
    asked = "/sv/?indicator=turnout_parliamentary_election&area=0180R009"
    assert view(asked).area.code == "0180"
    assert keys(asked) == ["wider_area"]


@pytest.mark.parametrize(
    ("address", "level", "scope"),
    [
        ("/?area=00", "municipality", "00"),
        ("/?area=14", "municipality", "14"),
        ("/?area=1480", "regso", "1480"),
        ("/?area=0180R009", "regso", "0180"),
        ("/?area=1480&level=municipality", "municipality", "14"),
        ("/?area=14&level=regso", "regso", "14"),
        ("/?level=regso", "regso", "00"),
        ("/?area=1480&level=county", "county", "00"),
        ("/?area=1480&indicator=turnout_municipal_election", "municipality", "14"),
        ("/?indicator=area_type", "regso", "00"),
    ],
)
def test_the_map_goes_in_to_the_parts_of_the_chosen_area(address, level, scope):
    assert (view(address).level.id, view(address).scope) == (level, scope)


def test_a_long_address_is_quoted_short():
    notice = read("/sv/?indicator=" + "x" * 500)[1][0]
    assert len(notice.asked) < 60


def test_what_cannot_be_printed_is_not_quoted():
    assert read("/sv/?area=%00%1b[31m")[1][0].asked == "[31m"
