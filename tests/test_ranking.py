"""The ranking shows what the edition holds, in the order that is asked for."""

import re

import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacks.ranking import checked, ranked_by
from data import store
from data.catalogue import indicators
from data.places import Place, places
from data.sizes import sizes
from data.written import difference
from geo.areas import area, areas
from geo.levels import SWEDEN, levels
from geo.support_programme import support_programme
from layouts.language import languages, text
from layouts.markup import markup
from layouts.numbers import number
from layouts.paths import RANKING, Asked
from layouts.question import given as fields
from layouts.ranking.question import COLUMNS, FALLING, RISING, rankable, read
from layouts.ranking.rows import alphabetical
from layouts.ranking.spark import spark

PARTS = ("indicator", "level", "year", "since", "within", "programme", "size", "sort", "order")
KNOWN = [
    *(each.id for each in rankable()),
    *levels(),
    *sizes(),
    *COLUMNS,
    *("2020", "2022", "2023", "14", "0181", "0180R009", "area_type", "only", FALLING, RISING),
]


def asked(query="", language="sv"):
    return read(fields(query), language)[0]


def missed(query):
    return [notice.key for notice in read(fields(query), "sv")[1]]


def page(query, language="sv"):
    return markup(checked(Asked(RANKING, language), fields(query)).make().main)


def body_rows(html):
    return re.findall(r'<tr id="a(\w+)">(.*?)</tr>', html)


@given(
    st.dictionaries(
        st.sampled_from(PARTS), st.one_of(st.sampled_from(KNOWN), st.text(max_size=20))
    ),
    st.sampled_from(list(languages())),
)
def test_any_question_has_an_address_that_asks_the_same(given_parts, language):
    ranking, _ = read(given_parts, language)
    again, nothing = read(fields(ranking.query), language)
    assert (again, nothing) == (ranking, ())
    assert again.query == ranking.query


@given(st.text(max_size=200))
def test_any_text_gives_a_ranking(query):
    assert asked(query).indicator in rankable()


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("indicator=nosuch", "unknown_indicator"),
        ("indicator=area_type", "unknown_indicator"),
        ("level=street", "unknown_level"),
        ("year=1066", "unknown_year"),
        ("since=1066", "unknown_year"),
        ("year=2021&since=2022", "since_not_before"),
        ("within=99", "unknown_area"),
        ("within=0181", "unknown_area"),
        ("level=county&within=14", "filter_of_municipalities"),
        ("level=regso&programme=only", "filter_of_municipalities"),
        ("programme=some", "unknown_choice"),
        ("size=huge", "unknown_choice"),
        ("sort=colour", "unknown_choice"),
    ],
)
def test_what_is_asked_wrongly_is_named(query, key):
    assert missed(query) == [key]
    notice = re.search(r'<div class="notices">(.+?)</div>', page(query))
    assert notice and text("sv", "notice") in notice[1]


def test_regso_are_ranked_inside_a_county_or_municipality():
    assert asked("level=regso").within.code == "01"
    assert len(ranked_by(asked("level=regso&within=1480")).rows) == 147


def test_what_is_of_each_municipality_is_not_ranked_over_a_county():
    indicator = next(each for each in rankable() if each.measure.inside)
    assert missed(f"indicator={indicator.id}&within=14") == ["unknown_area"]


@pytest.mark.parametrize("indicator", rankable(), ids=lambda each: each.id)
def test_values_places_and_changes_are_those_of_the_edition(indicator):
    ranking = asked(f"indicator={indicator.id}")
    rows = {row.area.code: row for row in ranked_by(ranking).rows}
    for code in list(rows)[:: max(len(rows) // 5, 1)]:
        row, series = rows[code], store.series(indicator, code)
        value = series[ranking.year]
        assert (row.reading.value is None) == pandas.isna(value)
        if row.reading.value is None:
            assert row.place is None
            continue
        assert row.reading.value == value
        rank = store.rank(indicator, ranking.level, ranking.year, code, ranking.scope)
        assert row.place == Place(rank.position, rank.position + rank.ties)
        if row.change is not None:
            assert row.change == difference(value, series[ranking.since], indicator.decimals)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("indicator", rankable()[::7], ids=lambda each: each.id)
def test_the_table_says_what_the_rows_hold(indicator, language):
    query = f"indicator={indicator.id}"
    rows = ranked_by(asked(query, language)).rows
    written = body_rows(page(query, language))
    assert [code for code, _ in written] == [row.area.code for row in rows]
    for row, (_, cells) in zip(rows, written, strict=True):
        if row.reading.value is None:
            said = text(language, row.reading.reason)
        else:
            said = number(row.reading.value, indicator.decimals, language)
        assert f">{said}</td>" in cells


@pytest.mark.parametrize("order", [FALLING, RISING])
@pytest.mark.parametrize("column", COLUMNS)
def test_rows_come_in_the_order_asked_for_and_what_is_missing_last(column, order):
    rows = ranked_by(asked(f"indicator=gini_rented&sort={column}&order={order}")).rows
    keys = [
        {"value": row.reading.value, "change": row.change, "name": alphabetical(row.area.name)}[
            column
        ]
        for row in rows
    ]
    known = [key for key in keys if key is not None]
    assert known == sorted(known, reverse=order == FALLING)
    assert None not in keys[: len(known)]
    assert column == "name" or None in keys


def test_what_is_missing_is_not_zero_and_not_ranked():
    ranking = asked("indicator=gini_rented")
    ranked = ranked_by(ranking)
    without = [row for row in ranked.rows if row.reading.value is None]
    assert without
    assert {row.place for row in without} == {None}
    assert len(ranked.known) + len(without) == 290
    assert f"{len(without)} av dem saknar värde" in page(ranking.query)


def test_equal_values_share_a_place():
    made = places(pandas.Series({"a": 2.0, "b": 3.0, "c": 2.0, "d": float("nan")}))
    assert made == {"b": Place(1, 1), "a": Place(2, 3), "c": Place(2, 3)}


def test_filters_leave_just_those_asked_for():
    codes = [row.area.code for row in ranked_by(asked("programme=only&within=12")).rows]
    assert set(codes) == {code for code in support_programme() if code.startswith("12")}
    population = indicators()["population"]
    for size in sizes().values():
        for row in ranked_by(asked(f"size={size.id}")).rows[::9]:
            assert size.holds(store.series(population, row.area.code).iloc[-1])


def test_every_municipality_is_of_one_size():
    found = [row.area.code for id_ in sizes() for row in ranked_by(asked(f"size={id_}")).rows]
    assert sorted(found) == sorted(areas(levels()["municipality"]))


def test_an_empty_choice_says_so():
    query = "indicator=gini_rented&programme=only&within=13&size=under_10000"
    assert ranked_by(asked(query)).rows == ()
    assert "Det finns inget värde för kommuner i stödprogrammet" in page(query)


@pytest.mark.parametrize("indicator", rankable()[::5], ids=lambda each: each.id)
def test_an_index_warns_of_ranking_and_names_no_highest(indicator):
    made = page(f"indicator={indicator.id}")
    assert (text("sv", "ranking_note") in made) == indicator.is_index
    assert ("Högst: " in made) != indicator.is_index


def test_a_head_sorts_and_once_more_turns_the_order():
    first = asked()
    assert first.sorted_by("name").order == RISING
    assert first.sorted_by("value").order == RISING
    assert first.sorted_by("change").sorted_by("change").order == RISING


def test_a_line_is_apart_where_a_year_is_missing():
    drawn = spark(pandas.Series({2020: 1.0, 2021: float("nan"), 2022: 3.0, 2023: 2.0}), "<x>")
    assert drawn.count("M") == 2
    assert 'aria-label="&lt;x&gt;"' in drawn


def test_swedish_letters_come_last():
    assert sorted(["Örebro", "Åre", "Ängelholm", "Zorn"], key=alphabetical) == [
        "Zorn",
        "Åre",
        "Ängelholm",
        "Örebro",
    ]


def test_the_files_are_of_the_areas_shown():
    made = page("programme=only&within=12&since=2021")
    codes = ",".join(row.area.code for row in ranked_by(asked("programme=only&within=12")).rows)
    assert f"area={codes}&amp;year=2021,2023" in made
    assert area(SWEDEN) is not None
