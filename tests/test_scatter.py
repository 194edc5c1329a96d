"""The page of relationships shows the values of the edition, and says what they do not say."""

import re

import numpy as np
import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from callbacks.scatter import checked, related_by
from data import store
from data.catalogue import indicators
from data.correlation import correlation
from geo.levels import levels
from layouts.language import languages, text
from layouts.links import to_scatter
from layouts.markup import markup
from layouts.numbers import number
from layouts.paths import SCATTER, Asked
from layouts.question import given as fields
from layouts.scatter.question import read, related
from layouts.scatter.words import closeness

MUNICIPALITY, REGSO = levels()["municipality"], levels()["regso"]
KEYS = ("x", "y", "level", "within", "year", "named", "add")
SOME = [
    *("foreign_born_share", "rented_share", "mean_wage_income", "area_type", "regso", "county"),
    *("14", "0181", "0181R001", "0180,1480", "none", "2022", "1973", "Malmö", "0180R009"),
    *("openly_unemployed_share", "turnout_municipal_election", "municipality"),
]


def asked(query="", language="sv"):
    return read(fields(query), language)[0]


def missed(query):
    return [notice.key for notice in read(fields(query), "sv")[1]]


def page(query, language="sv"):
    return markup(checked(Asked(SCATTER, language), fields(query)).make().main)


@given(
    st.dictionaries(st.sampled_from(KEYS), st.one_of(st.sampled_from(SOME), st.text(max_size=20))),
    st.sampled_from(list(languages())),
)
def test_any_question_has_an_address_that_asks_the_same(parts, language):
    relation, _ = read(parts, language)
    assert read(fields(relation.query), language) == (relation, ())


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("x=nosuch", "unknown_indicator"),
        ("x=area_type&level=regso", "not_related"),
        ("x=mean_wage_income", "not_related"),
        ("x=rented_share&y=rented_share", "same_twice"),
        ("level=county", "unknown_level"),
        ("within=0181", "unknown_area"),
        ("year=1066", "unknown_year"),
        ("x=age_0_19_share&y=rented_share&year=2019", "no_shared_year"),
        ("named=9999", "not_shown_here"),
        ("named=0180R009", "not_shown_here"),
        ("add=qqqqqqqq", "not_shown_here"),
        ("named=0114,0115,0117,0120,0123,0125,0126,0127,0128", "too_many_named"),
    ],
)
def test_what_is_asked_wrongly_is_named(query, key):
    assert missed(query) == [key]
    assert text("sv", "notice") in page(query)


@pytest.mark.parametrize("indicator", related(MUNICIPALITY), ids=lambda each: each.id)
def test_the_values_are_those_of_the_edition(indicator):
    relation = asked(f"x={indicator.id}")
    found = related_by(relation)
    x = store.values(indicator, MUNICIPALITY, relation.year_of(indicator))
    y = store.values(relation.y, MUNICIPALITY, relation.year_of(relation.y))
    both = x.notna() & y.notna()
    assert len(found.areas) + found.left_out == 290
    assert [each.area.code for each in found.areas] == list(x.index[both])
    for each in found.areas[::40]:
        assert (each.x, each.y) == (x[each.area.code], y[each.area.code])
    if found.correlation:
        assert found.correlation.pearson == pytest.approx(stats.pearsonr(x[both], y[both])[0])
        assert found.correlation.spearman == pytest.approx(stats.spearmanr(x[both], y[both])[0])
        assert found.correlation.areas == both.sum()


@pytest.mark.parametrize("language", languages())
def test_the_table_has_the_areas_of_the_picture(language):
    query = "x=foreign_born_share&y=mean_wage_income&level=regso&within=0181"
    made, found = page(query, language), related_by(asked(query))
    drawn = re.search(r'<div class="drawn-wide">.*?</svg>', made)[0]
    assert drawn.count("<circle") == len(found.areas)
    rows = re.findall(r"<tr[^>]*><th scope=\"row\".*?</tr>", made)
    assert len(rows) == len(found.areas)
    for each in found.areas:
        row = next(row for row in rows if f">{each.area.name}</a>" in row)
        assert f">{number(each.x, 1, language)}</td>" in row
        assert f">{number(each.y, asked(query).y.decimals, language)}</td>" in row


def test_regso_can_be_of_a_municipality_a_county_or_all_of_sweden():
    for within, count in (("0181", 31), ("01", 524), ("", 3363)):
        found = related_by(asked(f"level=regso&within={within}"))
        assert len(found.areas) + found.left_out == count


def test_circles_are_as_large_as_the_population_of_the_year():
    found = related_by(asked("year=2021"))
    counted = store.values(indicators()["population"], MUNICIPALITY, 2021)
    assert found.counted == 2021
    assert {each.area.code: each.population for each in found.areas} == counted.to_dict()


def test_an_area_is_named_by_name_or_code_and_none_can_be():
    assert [each.code for each in asked("named=0181&add=Botkyrka").named] == ["0181", "0127"]
    assert [each.code for each in asked("").named] == ["0180", "1480", "1280"]
    assert asked("named=none").named == ()
    assert asked(asked("named=0181").without(asked("named=0181").named[0]).query).named == ()


def test_years_that_differ_are_said():
    made = page("x=age_0_19_share&y=rented_share")
    assert text("sv", "scatter_years_differ") in made
    assert "vågrätt år 2019, lodrätt år 2023" in made


@given(st.lists(st.tuples(st.floats(-9, 9), st.floats(-9, 9)), min_size=5, max_size=30))
def test_a_correlation_is_between_its_ends_and_the_same_both_ways(pairs):
    x, y = (pandas.Series(np.round(each, 3)) for each in zip(*pairs, strict=True))
    found, other = correlation(x, y), correlation(y, x)
    assert (found is None) == (other is None) == (x.nunique() < 2 or y.nunique() < 2)
    if found:
        assert -1 <= found.pearson <= 1
        assert -1 <= found.spearman <= 1
        assert found.pearson == pytest.approx(other.pearson)


def test_a_straight_line_is_1_and_a_bent_one_that_rises_has_the_same_ranks():
    x = pandas.Series(range(1, 9))
    assert correlation(x, 3 * x + 1).pearson == pytest.approx(1)
    assert correlation(x, -x).spearman == pytest.approx(-1)
    bent = correlation(x, np.exp(x))
    assert bent.spearman == pytest.approx(1) and bent.pearson < 0.9


def test_too_few_areas_have_no_correlation():
    assert correlation(pandas.Series([1, 2, 3, 4]), pandas.Series([4, 1, 3, 2])) is None
    nothing = pandas.Series([1.0, 2, 3, 4, float("nan")])
    assert correlation(nothing, pandas.Series(range(5))) is None


@pytest.mark.parametrize(
    ("r", "said"),
    [
        *[(0.7, "strong_up"), (0.69, "moderate_up"), (-0.4, "moderate_down"), (-0.2, "weak_down")],
        *[(0.19, "none"), (-0.1, "none"), (-0.95, "strong_down")],
    ],
)
def test_words_follow_the_numbers(r, said):
    class Found:
        pearson = r

    assert closeness(Found) == said


@pytest.mark.parametrize("language", languages())
def test_every_page_says_that_areas_are_not_people(language):
    plural = MUNICIPALITY.plural[language]
    assert text(language, "caution_people", plural=plural) in page("", language)


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("x=rented_share&y=owner_occupied_share", "caution_whole"),
        ("x=gini_foreign_born&y=dissimilarity_foreign_born", "caution_groups"),
        ("x=population&y=dwellings", "caution_amounts"),
    ],
)
def test_what_goes_together_by_its_making_is_said(query, key):
    assert text("sv", key) in page(query)
    assert text("sv", key) not in page("x=foreign_born_share&y=openly_unemployed_share")


@pytest.mark.parametrize("indicator", indicators().values(), ids=lambda each: each.id)
def test_links_to_a_relationship_ask_for_what_there_is(indicator):
    _, _, query = to_scatter(indicator, "sv").partition("?")
    assert missed(query) == []
