"""The comparison shows what the edition holds of the areas asked for, and says what it leaves out."""

import re

import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacks.compare import checked, compared
from data import store
from data.catalogue import indicators
from data.peers import dimensions
from geo.areas import area
from geo.levels import levels
from geo.support_programme import support_programme
from layouts.compare.question import MOST, WEIGHT, comparable, read
from layouts.drawn import years
from layouts.language import languages, text
from layouts.markup import markup
from layouts.numbers import number
from layouts.paths import COMPARE, Asked
from layouts.question import given as fields

KEYS = ("areas", "indicator", "year", "base", "add", *(f"{WEIGHT}{one}" for one in dimensions()))
SOME = [
    *("0181,0127,00", "01,0180R009", "0181", "9999", ",", "Göteborg", "0", "2", "9", "2020"),
    *("population", "area_type", "gini_rented", "2023", "2011", "nonsense"),
]


def asked(query="", language="sv"):
    return read(fields(query), language)[0]


def missed(query):
    return [notice.key for notice in read(fields(query), "sv")[1]]


def page(query, language="sv"):
    return markup(checked(Asked(COMPARE, language), fields(query)).make().main)


def codes(query):
    return [each.code for each in asked(query).areas]


@given(
    st.dictionaries(st.sampled_from(KEYS), st.one_of(st.sampled_from(SOME), st.text(max_size=20))),
    st.sampled_from(list(languages())),
)
def test_any_question_has_an_address_that_asks_the_same(parts, language):
    comparison, _ = read(parts, language)
    assert read(fields(comparison.query), language) == (comparison, ())


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("areas=0181,9999", "area_left_out"),
        ("add=qqqqqqqq", "area_left_out"),
        ("areas=0114,0115,0117,0120,0123,0125,0126,0127,0128", "too_many_areas"),
        ("indicator=nosuch", "unknown_indicator"),
        ("year=1066", "unknown_year"),
        ("base=1066", "unknown_base"),
        ("indicator=area_type&areas=0180R009&base=2022", "no_base_of_categories"),
        ("weight_income=9", "unknown_choice"),
    ],
)
def test_what_is_asked_wrongly_is_named(query, key):
    assert missed(query) == [key]
    assert text("sv", "notice") in page(query)


@pytest.mark.parametrize(
    ("added", "code"),
    [("Botkyrka", "0127"), ("0127", "0127"), ("botkyrka ", "0127"), ("Sweden", "00"), ("01", "01")],
)
def test_an_area_is_added_by_name_or_code(added, code):
    assert codes(f"areas=0181&add={added}") == ["0181", code]


def test_an_area_stands_but_once():
    assert codes("areas=0181,0181&add=Södertälje") == ["0181"]


def test_a_comparison_without_areas_shows_the_three_largest_municipalities():
    population = store.values(indicators()["population"], levels()["municipality"], 2024)
    assert sorted(codes("")) == sorted(population.sort_values().index[-3:])


def test_removing_and_adding_keep_the_rest():
    first = asked("areas=0181,0127&indicator=gini_rented&base=2020&weight_income=3")
    fewer = first.without(area("0127"))
    assert "areas=0181&indicator=gini_rented" in fewer.query
    assert fewer.and_also([area("0127")]) == first
    assert len(first.and_also(area(f"01{n}") for n in (14, 15, 17, 20, 23, 25, 26)).areas) == MOST


@pytest.mark.parametrize("indicator", comparable(), ids=lambda each: each.id)
def test_the_table_holds_the_newest_values_of_the_edition(indicator):
    among = "00,01,0181,0181R001"
    rows = {row.indicator: row for row in compared(asked(f"areas={among}")).table}
    for code, reading in zip(among.split(","), rows[indicator].readings, strict=True):
        held = years(indicator, area(code).level)
        assert (reading is None) == (not held)
        if reading:
            value = store.series(indicator, code)[reading.year]
            assert (reading.value is None) == pandas.isna(value)
            assert reading.value is None or reading.value == value
    dated = {reading.year for reading in rows[indicator].readings if reading}
    shared = set.intersection(
        *(set(held) for code in among.split(",") if (held := years(indicator, area(code).level)))
    )
    assert dated == {max(shared)} if shared else len(dated) > 1


@pytest.mark.parametrize("language", languages())
def test_the_page_writes_the_values_of_the_table(language):
    made = page("areas=0181,0127,0191", language)
    for indicator in comparable()[::6]:
        if not years(indicator, levels()["municipality"]):
            continue
        year = years(indicator, levels()["municipality"])[-1]
        row = re.search(
            rf'<tr[^>]*><th scope="row">(?:<a [^>]*>)?{re.escape(indicator.label[language])}<.*?</tr>',
            made,
        )
        for code in ("0181", "0127", "0191"):
            value = store.series(indicator, code)[year]
            if not pandas.isna(value):
                assert f"<td>{number(value, indicator.decimals, language)}</td>" in row[0]


def test_the_chart_has_a_table_with_the_same_values():
    made = page("areas=0181,0127&indicator=openly_unemployed_share")
    table = re.search(r'<details class="values">.*?</details>', made)[0]
    for code in ("0181", "0127"):
        for value in store.series(indicators()["openly_unemployed_share"], code):
            assert f">{number(value, 1, 'sv')}</td>" in table


def test_types_are_told_in_words_and_not_drawn_as_a_line():
    made = page("areas=0181R001,0180R009&indicator=area_type")
    section = re.search(r'<section id="over_time">.*?</section>', made)[0]
    assert "<svg" not in section
    value = store.series(indicators()["area_type"], "0181R001")[2023]
    category = next(c for c in indicators()["area_type"].categories if c.value == value)
    assert f"{category.value} {category.label['sv']}</td>" in section
    assert text("sv", "to_ranking") not in made


def test_an_index_is_100_in_its_base_year_and_keeps_proportions():
    comparison = asked("areas=0181,0127&indicator=openly_unemployed_share&base=2015")
    for course in compared(comparison).courses:
        values = store.series(comparison.indicator, course.area.code)
        assert course.values[2015] == 100
        assert course.values[2020] == pytest.approx(100 * values[2020] / values[2015])
    assert "index, 2015 = 100" in page(comparison.query)


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("areas=0181,00&indicator=openly_unemployed_share", "no_level"),
        ("areas=0509,0181&indicator=dissimilarity_foreign_born", "no_values"),
        ("areas=0181,0115&indicator=area_type_1_share&base=2022", "base_zero"),
        ("areas=0330,0181&indicator=population&base=1998", "base_missing"),
    ],
)
def test_what_cannot_be_drawn_is_said(query, key):
    lacking = {course.lacking for course in compared(asked(query)).courses} - {""}
    assert lacking == {key}
    assert "finns inte i diagrammet" in page(query)


def test_maps_are_of_each_municipality_once_on_one_scale():
    found = compared(asked("areas=0181,0180R009,0180,01,00&indicator=foreign_born_share&year=2021"))
    assert [(one.area.code, one.chosen) for one in found.maps] == [
        ("0181", None),
        ("0180", "0180R009"),
        ("01", None),
    ]
    drawn = store.values(indicators()["foreign_born_share"], levels()["regso"], 2021)
    assert found.map_year == 2021
    assert found.maps[0].values["0181R001"] == drawn["0181R001"]


def test_amounts_are_not_compared_between_levels():
    rows = {row.indicator.id: row for row in compared(asked("areas=0181,00")).table}
    assert rows["population"].difference is None
    assert rows["foreign_born_share"].difference is not None
    rows = {row.indicator.id: row for row in compared(asked("areas=0181,0127")).table}
    population = [reading.value for reading in rows["population"].readings]
    assert rows["population"].difference == max(population) - min(population)


def test_peers_follow_the_weights():
    usual = compared(asked("areas=0181")).peers
    assert compared(asked("areas=0181&weight_population=1")).peers == usual
    assert compared(asked("areas=0181&weight_income=3&weight_background=0")).peers != usual
    nothing = "&".join(f"{WEIGHT}{one}=0" for one in dimensions())
    assert compared(asked(f"areas=0181&{nothing}")).peers == ()
    assert text("sv", "compare_peers_none") in page(f"areas=0181&{nothing}")


def test_a_regso_gets_the_peers_of_its_municipality():
    assert compared(asked("areas=0181R001")).peers == compared(asked("areas=0181")).peers
    assert compared(asked("areas=00")).peers == ()


def test_a_programme_municipality_stands_beside_peers_outside_it():
    found = compared(asked("areas=0181&indicator=openly_unemployed_share")).programme
    assert len(found.peers) == 5
    assert not support_programme() & {peer.code for peer in found.peers}
    near = [store.series(indicators()["openly_unemployed_share"], p.code) for p in found.peers]
    assert found.mean[2015] == pytest.approx(sum(one[2015] for one in near) / 5)
    assert found.median[2015] == sorted(one[2015] for one in near)[2]
    assert compared(asked("areas=0114")).programme is None


def test_before_and_after_are_means_of_the_years():
    made = page("areas=0181&indicator=openly_unemployed_share")
    values = store.series(indicators()["openly_unemployed_share"], "0181")
    before, after = values.loc[:2017].mean(), values.loc[2018:].mean()
    row = re.search(r'<th scope="row">Södertälje</th>(<td.*?</td>){3}', made)[0]
    assert [number(before, 1, "sv"), number(after, 1, "sv")] == re.findall(r">([\d,]+)</td>", row)[
        :2
    ]
    assert "beslutades 2018" in made
    assert text("sv", "programme_caution") in made


def test_a_series_that_does_not_reach_2018_says_so():
    made = page("areas=0181&indicator=foreign_born_share")
    assert "har inga värden både före och efter 2018" in made


@pytest.mark.parametrize("indicator", comparable()[::4], ids=lambda each: each.id)
def test_an_index_warns_of_ranking(indicator):
    warned = '<p class="ranking-warning">' in page(f"indicator={indicator.id}&areas=0181")
    assert warned == indicator.is_index
