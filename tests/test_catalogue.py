"""The catalogue: all that is declared is described, used and possible."""

import re
from pathlib import Path

import pytest

from data import catalogue
from data.catalogue import (
    declared_indicators,
    groups,
    indicator,
    indicators,
    sources,
    themes,
    units,
)
from data.declared import CatalogueError
from data.edition import current_edition
from data.groups import grouping, groupings
from data.pipeline.feeds import feeds
from data.pipeline.forms import forms

FETCHED = {name for feed in feeds() for name in feed.columns}
ROOT = Path(__file__).parents[1]
LANGUAGES = {"sv", "en"} | {path.stem for path in (ROOT / "layouts" / "locales").glob("*.toml")}
ENTRY = {
    "theme": "population",
    "unit": "percent",
    "decimals": 1,
    "scale": "sequential",
    "levels": ["municipality"],
    "measure": {"share": "rented", "among": "population"},
    "sources": ["scb_population"],
    "label": {"sv": "x", "en": "x"},
    "about": {"sv": "x", "en": "x"},
    "caveat": {"sv": "x", "en": "x"},
}
ALL = list(declared_indicators().values())


def by_id(one):
    return one.id


@pytest.mark.parametrize("text", ["label", "about", "caveat"])
def test_every_indicator_is_described_in_every_language(text):
    for one in ALL:
        assert set(getattr(one, text)) == LANGUAGES, one.id
        assert all(words.strip() == words != "" for words in getattr(one, text).values()), one.id


@pytest.mark.parametrize("text", ["about", "caveat"])
def test_every_description_is_made_of_whole_sentences(text):
    said = {(one.id, name): words for one in ALL for name, words in getattr(one, text).items()}
    assert [key for key, words in said.items() if not words.endswith(".")] == []


@pytest.mark.parametrize(
    "things", [themes, units, groups, groupings], ids=lambda things: things.__name__
)
def test_every_label_is_in_every_language(things):
    assert all(set(thing.label) == LANGUAGES for thing in things().values())


def test_no_two_indicators_have_the_same_label():
    for language in LANGUAGES:
        labels = [one.label[language] for one in ALL]
        assert sorted(labels) == sorted(set(labels))


def test_categories_are_named_in_every_language():
    for one in ALL:
        assert bool(one.categories) == (one.scale == "categories"), one.id
        assert all(set(category.label) == LANGUAGES for category in one.categories), one.id


def test_every_indicator_names_a_source():
    assert [one.id for one in ALL if not one.sources] == []


def test_every_source_is_used():
    assert {source for one in ALL for source in one.sources} == set(sources().values())


def test_every_theme_is_used():
    assert {one.theme for one in ALL} == set(themes().values())


def test_every_unit_is_used():
    assert {one.unit for one in ALL} == set(units().values())


@pytest.mark.parametrize("group", groups().values(), ids=by_id)
def test_every_group_is_made_of_columns_there_are(group):
    columns = {q for form in forms() if form.shape == "wide" for q in form.quantities} | FETCHED
    used = {*group.sum, *(group.where or {}), group.column, group.less, group.percent}
    assert used - {None} <= columns


@pytest.mark.parametrize("one", [one for one in ALL if one.measure.given], ids=by_id)
def test_every_given_indicator_is_in_the_input(one):
    assert one.measure.given in FETCHED | {q for form in forms() for q in form.quantities}


def test_what_is_not_available_is_not_shown_until_the_current_edition_has_it():
    held = {id_ for id_, _ in current_edition().coverages}
    awaited = {one.id for one in ALL if not one.available}
    assert awaited
    assert set(indicators()) == held == {one.id for one in ALL} - (awaited - held)


def test_an_awaited_indicator_is_shown_as_soon_as_an_edition_has_it(monkeypatch):
    monkeypatch.setattr(catalogue, "held_now", lambda: frozenset(["socioeconomic_index"]))
    shown = indicators()
    assert "socioeconomic_index" in shown
    assert "mean_net_income" not in shown


def test_only_what_the_dashboard_shows_can_be_asked_of_the_groupings():
    assert set(catalogue.groupings()) == {
        one.measure.grouping for one in indicators().values() if one.measure.grouping
    }


@pytest.mark.parametrize("one", [one for one in ALL if one.measure.protected], ids=by_id)
def test_a_protected_share_says_whom_it_leaves_out(one):
    assert "färre än 21 i gruppen eller färre än 6" in one.caveat["sv"]
    assert "fewer than 21 in the group or fewer than 6" in one.caveat["en"]


@pytest.mark.parametrize("one", [one for one in ALL if one.breaks], ids=by_id)
def test_a_break_is_told_in_every_language(one):
    for year, text in one.breaks.items():
        assert set(text) == LANGUAGES
        assert all(str(year) in words for words in text.values())


def test_every_quantity_of_municipalities_is_published_under_its_own_id():
    (panel,) = (form for form in forms() if form.shape == "long")
    assert set(panel.quantities) <= set(indicators())


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"theme": "x"}, "uses the theme 'x', which does not exist. Use one of: .*housing"),
        ({"unit": "x"}, "uses the unit 'x', which does not exist. Use one of: .*percent"),
        ({"scale": "x"}, "uses the scale 'x', which does not exist. Use one of: categories"),
        ({"levels": ["x"]}, "uses the level 'x', which does not exist. Use one of: county"),
        ({"sources": ["x"]}, "uses the source 'x', which does not exist. Use one of: kolada"),
        ({"measure": {}}, "has no measure. Give it one of: count, share, given, index"),
        ({"measure": {"x": "y"}}, "uses the measure key 'x', which does not exist"),
        ({"measure": {"count": "x"}}, "uses the group 'x', which does not exist"),
        ({"measure": {"share": "rented"}}, r"has a measure with 'share', which needs \['among'\]"),
        (
            {"measure": {"given": "a", "wider": "mean"}},
            r"has a measure with 'mean', which needs \['weight'\]",
        ),
        ({"measure": {"given": "a", "wider": "x"}}, "uses the wider 'x', which does not exist"),
        (
            {"measure": {"index": "x", "grouping": "tenure"}},
            "uses the index 'x', which does not exist. Use one of: .*dissimilarity",
        ),
        (
            {"measure": {"index": "gini"}},
            "uses the index 'gini', which needs the measure key 'grouping'",
        ),
        (
            {"measure": {"index": "theil_h", "grouping": "x"}},
            "uses the grouping 'x', which does not exist. Use one of: background",
        ),
        (
            {"measure": {"index": "gini", "grouping": "tenure"}},
            "uses the index 'gini', which compares two groups, but the grouping 'tenure' has 3",
        ),
        (
            {"measure": {"index": "local_segregation", "grouping": "tenure"}},
            "uses the index 'local_segregation', which needs the measure key 'inside'",
        ),
        (
            {"measure": {"index": "gini", "grouping": "background", "inside": "municipality"}},
            "uses the index 'gini', which cannot have the measure key 'inside'",
        ),
        (
            {"measure": {"index": "between_area_gini", "grouping": "background"}},
            "uses the index 'between_area_gini', which needs the measure key 'means'",
        ),
        (
            {"measure": {"index": "between_area_gini", "means": "x"}},
            r"has a measure with 'means', which needs \['index', 'over', 'weight'\]",
        ),
        (
            {
                "measure": {
                    "index": "location_quotient",
                    "grouping": "background",
                    "inside": "municipality",
                    "above_chance": True,
                }
            },
            "is above chance, but the index 'location_quotient' has no chance level",
        ),
        ({"colour": "red"}, "has the unknown keys colour"),
    ],
)
def test_an_entry_that_cannot_be_used_is_refused_with_the_remedy(change, fault):
    with pytest.raises(CatalogueError, match=f"Indicator 'x' {fault}"):
        indicator("x", ENTRY | change)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"groups": ["rented", "x"]}, "uses the group 'x', which does not exist"),
        ({"over": "x"}, "uses the level 'x', which does not exist. Use one of: county"),
        ({"decomposed": ["gini"]}, "uses the decomposed index 'gini', which does not exist"),
        ({"groups": ["rented"]}, "has fewer than two groups. Give it two or more"),
    ],
)
def test_a_grouping_that_cannot_be_used_is_refused_with_the_remedy(change, fault):
    table = {"label": {"sv": "x", "en": "x"}, "groups": ["rented", "owned"], "over": "regso"}
    with pytest.raises(CatalogueError, match=f"Grouping 'x' {fault}"):
        grouping("x", table | change)


def test_every_grouping_is_used():
    assert {one.grouping for one in ALL} - {None} == set(groupings().values())


INDICES_THERE_ARE = [one for one in ALL if one.is_index]


@pytest.mark.parametrize("one", INDICES_THERE_ARE, ids=by_id)
def test_an_index_is_called_our_own_and_never_by_an_official_name(one):
    assert one.caveat["sv"].startswith("Vårt eget mått")
    assert one.caveat["en"].startswith("Our own measure")
    texts = " ".join((*one.label.values(), *one.about.values())).lower()
    assert not any(
        name in texts for name in ("ojämlikhetsindex", "inequality index", "socioekonomiskt index")
    )


@pytest.mark.parametrize("one", INDICES_THERE_ARE, ids=by_id)
def test_an_index_says_that_it_suits_change_and_not_ranking(one):
    suits = {"sv": "Passar för att följa", "en": "suits following"}
    assert all(suits[language] in one.caveat[language] for language in LANGUAGES)
    if one.measure.inside is None:
        assert "inte för att rangordna kommuner" in one.caveat["sv"]
        assert "not ranking municipalities" in one.caveat["en"]


@pytest.mark.parametrize("one", INDICES_THERE_ARE, ids=by_id)
def test_an_index_says_what_chance_does(one):
    assert "slump" in one.caveat["sv"].lower()
    assert "chance" in one.caveat["en"].lower()


@pytest.mark.parametrize("one", INDICES_THERE_ARE, ids=by_id)
def test_an_index_says_what_zero_and_one_mean(one):
    for language in LANGUAGES:
        assert re.search(r"\b0\b", one.about[language])
        assert re.search(r"\b1\b", one.about[language])


@pytest.mark.parametrize("one", [one for one in ALL if one.measure.means], ids=by_id)
def test_inequality_of_means_is_named_as_between_areas_only(one):
    assert "mellan områden" in one.label["sv"] and "between areas" in one.label["en"]
    assert "mellan områden och inte mellan personer" in one.about["sv"]
    assert "between areas and not between people" in one.about["en"]


def test_an_entry_without_the_keys_it_needs_is_refused():
    entry = {key: value for key, value in ENTRY.items() if key not in ("about", "label")}
    with pytest.raises(CatalogueError, match="Indicator 'x' lacks about, label"):
        indicator("x", entry)
