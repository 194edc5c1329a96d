"""Sentences on types, parts and splits say what the edition holds, in every language."""

import re

import pytest

from callbacks.profile import profile_of
from data import evidence, store
from data.catalogue import indicators
from data.groups import groups
from data.profile import contents
from geo.areas import area, areas, children
from geo.crosswalk import changes
from geo.levels import levels
from layouts.area_summary import part_sentence, split_sentence, type_sentence
from layouts.language import languages
from layouts.numbers import number
from layouts.profile.small_area import borders
from tests.read_page import words
from tests.tracing import untraced

REGSO = levels()["regso"]
EVERY = pytest.mark.parametrize("language", languages())
BACKGROUND = contents().contributions
WIDER = [area("00"), *areas(levels()["county"]).values()]


@pytest.fixture(scope="module")
def profiles():
    with untraced():
        return {code: profile_of(place) for code, place in list(areas(REGSO).items())[::13]}


@EVERY
def test_the_types_told_are_the_published_ones_and_change_is_told_where_they_differ(
    profiles, language
):
    kind = contents().small_areas[-1]
    before, now = (store.values(kind, REGSO, year) for year in (2022, 2023))
    labels = {category.value: category.label[language].lower() for category in kind.categories}
    for code, profile in profiles.items():
        said = type_sentence(profile.own, language)
        assert f"{int(now[code])} ({labels[now[code]]})" in said
        assert (f"{int(before[code])} (" in said) == (before[code] != now[code]) or (
            before[code] == now[code]
        )
        assert said.count("(") == (1 if before[code] == now[code] else 2)


@EVERY
def test_the_part_told_is_the_published_one_beside_the_part_of_the_people(profiles, language):
    people = store.values(indicators()["population"], REGSO, 2023)
    for code, profile in profiles.items():
        said = part_sentence(profile.own, profile, language)
        found = evidence.contributions(BACKGROUND, code[:4], 2023)
        if not found:
            assert not re.search(r"\d", said)
            continue
        (own,) = (one for one in found if one.area == code)
        inside = people[people.index.str.startswith(code[:4])]
        share = number(100 * own.share, 1, language)
        assert share in said
        assert number(100 * people[code] / inside.sum(), 1, language) in said
        assert re.search(rf"\b{own.rank} (av|of) {len(found)}\b", said)


@EVERY
def test_the_group_said_to_be_over_represented_is_by_the_numbers_shown(profiles, language):
    """Nobody reads that a group is larger where the shares beside it are written alike, or less."""
    share = indicators()["foreign_born_share"]
    for code, profile in profiles.items():
        said = part_sentence(profile.own, profile, language)
        own, around = (round(float(store.series(share, c)[2023]), 1) for c in (code, code[:4]))
        abroad, here = (groups()[id_] for id_ in BACKGROUND.groups)
        if f" {abroad.label[language]}." in said:
            assert own > around
        if f" {here.label[language]}." in said:
            assert own < around


@EVERY
def test_what_lies_within_and_between_municipalities_is_the_published_split(language):
    for place in WIDER:
        splits = profile_of(place).splits
        assert len(splits) == (0 if len(children(place)) == 1 else 2)
        for split in splits:
            parts = evidence.between_within(split.grouping, place.code).loc[2023]
            within = float(parts["within_municipality"] / parts.sum())
            said = split_sentence(split, place, language)
            assert number(100 * within, 1, language) in said
            assert number(100 * (1 - within), 1, language) in said


@EVERY
def test_a_changed_border_is_told_and_an_unchanged_one_is_said_to_be_the_same(profiles, language):
    changed = {code for one in changes() for code in (one.code_2020, one.code_2025)}
    for code, profile in profiles.items():
        said = words(borders(profile, language))
        lines = [one for one in changes() if code in (one.code_2020, one.code_2025)]
        assert said.count("|") == len(lines) or "RegSO" in said or code not in changed
        assert bool(lines) == (code in changed)


def test_an_area_that_ceased_names_the_one_that_took_it():
    said = words(borders(profile_of(area("2584R001")), "sv"))
    assert "upphörde" in said
    assert said.count("2584R") == 3
