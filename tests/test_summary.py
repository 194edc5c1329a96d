"""No sentence contradicts the numbers, for every municipality and county, Sweden, many RegSO, in every language."""

import re
from functools import cache

import pandas
import pytest

from callbacks.profile import figure_of
from data import evidence, store
from data.profile import contents
from geo.areas import area, areas, children
from geo.levels import levels
from layouts.drawn import years
from layouts.language import languages, placed, text
from layouts.numbers import MINUS, number, with_unit
from layouts.summary import direction, sentences
from layouts.view import name

EACH_NTH = {"regso": 17}
PLACES = [
    place
    for level in levels().values()
    for place in list(areas(level).values())[:: EACH_NTH.get(level.id, 1)]
]
EVERY = pytest.mark.parametrize(
    ("phrase", "language"),
    [(phrase, language) for phrase in contents().summary for language in languages()],
    ids=lambda value: getattr(getattr(value, "indicator", None), "id", value),
)
WAYS = {
    "sv": {"högre": 1, "lägre": -1, "detsamma": 0},
    "en": {"higher": 1, "lower": -1, "the same": 0},
}
UP = {"sv": "ökat", "en": "has increased"}
DOWN = {"sv": "minskat", "en": "has decreased"}
BEYOND = {"sv": "mer än slumpen ger", "en": "by more than chance gives"}
UNCHANGED = {"sv": "i stort sett oförändrat", "en": "largely unchanged"}
SAME = {"sv": "värdet detsamma.", "en": "value was the same."}


def places(phrase):
    return [place for place in PLACES if years(phrase.indicator, place.level)]


@cache
def said(phrase, place, language):
    return sentences(phrase, figure(phrase.indicator, place), place, language)


@cache
def figure(indicator, place):
    return figure_of(indicator, place)


def numbers(words, language):
    """Every number as it stands in a text, without the blanks between thousands."""
    points = words.replace("\u00a0", "").replace(MINUS, "-")
    decimal, thousands = (",", "") if language == "sv" else (".", ",")
    plain = re.findall(rf"\d[\d{re.escape(decimal + thousands)}]*", points)
    return [float(n.rstrip(".,").replace(thousands, "").replace(decimal, ".")) for n in plain]


@cache
def published(phrase, place):
    """The values of a municipality and those around it, from the store alone."""
    own = store.series(phrase.indicator, place.code)
    known = own.dropna()
    if known.empty:
        return own, None, None, {}
    first, last = int(known.index[0]), int(known.index[-1])
    around, line, own_level = {}, [], place.level
    while place.parent:
        place = area(place.parent)
        line += [place] if len(children(place)) > 1 else []
    if phrase.indicator.is_index or not line:
        return own, first, last, around
    for wider in dict.fromkeys((line[0], line[-1])):
        if last in years(phrase.indicator, wider.level):
            around[wider.code] = float(store.series(phrase.indicator, wider.code)[last])
    if not around:
        around["median"] = float(store.values(phrase.indicator, own_level, last).median())
    return own, first, last, around


@EVERY
def test_every_number_is_published(phrase, language):
    fixed = numbers(phrase.subject[language], language)
    fixed += numbers(phrase.none[language], language) if phrase.none else []
    for place in places(phrase):
        own, first, last, around = published(phrase, place)
        allowed = set(fixed)
        if last is not None:
            index = phrase.indicator.is_index
            chance = evidence.chance(phrase.indicator, place.code) if index else None
            values = [own[first], own[last], *around.values()]
            values += [] if chance is None else chance.loc[last, ["low", "high"]].tolist()
            decimals = phrase.indicator.decimals
            allowed |= {float(f"{round(float(value), decimals):.{decimals}f}") for value in values}
            allowed |= {float(first), float(last)}
        assert set(numbers(said(phrase, place, language), language)) <= allowed


@EVERY
def test_the_newest_value_and_its_year_are_told(phrase, language):
    for place in places(phrase):
        own, _, last, _ = published(phrase, place)
        words = said(phrase, place, language)
        if last is None:
            reason = str(store.status(phrase.indicator, place.level, own.index[-1])[place.code])
            assert words.lower().endswith(f": {text(language, reason).lower()}.")
        elif phrase.none and own[last] == 0:
            nobody = phrase.none[language].format(area=name(place, language), year=last)
            assert words.startswith(f"{placed(language, nobody)}.")
        else:
            value = with_unit(float(own[last]), phrase.indicator, language)
            assert re.search(rf" (var|was) {re.escape(value)} (år|in) {last}[,.]", words)


@EVERY
def test_higher_lower_and_the_same_are_as_the_numbers_say(phrase, language):
    pattern = r"(" + "|".join(WAYS[language]) + r")(?: än| than| som| as)[^(]*\(([^)]*)\)"
    for place in places(phrase):
        own, _, last, around = published(phrase, place)
        told = re.findall(pattern, said(phrase, place, language))
        if last is None or phrase.indicator.is_amount or (phrase.none and own[last] == 0):
            assert told == []
            continue
        value = round(float(own[last]), phrase.indicator.decimals)
        assert len(told) == len(around)
        for (way, other), expected in zip(told, around.values(), strict=True):
            (written,) = numbers(other, language)
            assert written == pytest.approx(round(expected, phrase.indicator.decimals))
            assert WAYS[language][way] == (value > written) - (value < written)


@EVERY
def test_a_change_is_told_as_the_numbers_say(phrase, language):
    for place in places(phrase):
        own, first, last, _ = published(phrase, place)
        words = said(phrase, place, language)
        risen, fallen = UP[language] in words, DOWN[language] in words
        same, unchanged = SAME[language] in words, UNCHANGED[language] in words
        zero = phrase.none and last is not None and own[last] == 0
        if last is None or first == last or zero:
            assert not (risen or fallen or same or unchanged)
            continue
        assert risen + fallen + same + unchanged == 1
        decimals = phrase.indicator.decimals
        before, now = (round(float(own[year]), decimals) for year in (first, last))
        assert not risen or now > before
        assert not fallen or now < before
        assert not same or now == before
        if before != now or unchanged:
            assert number(before, decimals, language) in words


@EVERY
def test_unchanged_is_said_where_chance_can_explain_the_change_and_nowhere_else(phrase, language):
    for place in places(phrase):
        words = said(phrase, place, language)
        change = None
        if phrase.indicator.is_index:
            change = evidence.change(phrase.indicator, place.code, 2020, 2023)
        beyond = change is not None and change.exceeds_chance
        assert (BEYOND[language] in words) == beyond
        assert (UNCHANGED[language] in words) == (change is not None and not beyond)
        assert not beyond or (UP[language] in words) == (change.value > 0)


@EVERY
def test_an_index_is_compared_with_no_other_area(phrase, language):
    if phrase.indicator.is_index:
        for place in places(phrase):
            words = said(phrase, place, language)
            assert not any(f"{way} " in words for way in ("högre", "lägre", "higher", "lower"))


@EVERY
def test_sentences_are_whole(phrase, language):
    for place in places(phrase):
        words = said(phrase, place, language)
        assert words.endswith(".")
        assert not re.search(r"\bnan\b|\{|\}|\.\.|  | ,|None", words)


def test_two_values_written_alike_are_the_same():
    assert direction(20.04, 19.96, 1) == "same"
    assert direction(20.06, 19.96, 1) == "higher"
    assert direction(0.349, 0.353, 3) == "lower"


def test_a_municipality_that_differs_both_ways_gets_a_but():
    words = {
        said(phrase, place, "sv")
        for phrase in contents().summary
        for place in places(phrase)
        if not phrase.indicator.is_index
    }
    mixed = [line for line in words if " men " in line]
    assert mixed
    assert all("högre" in line or "lägre" in line for line in mixed)


def test_goteborg_in_swedish():
    (phrase,) = (p for p in contents().summary if p.indicator.id == "foreign_born_share")
    assert said(phrase, area("1480"), "sv").replace("\u00a0", " ") == (
        "Andelen invånare som är födda utomlands var 29,6 % år 2023, högre än i Västra Götalands "
        "län (20,7 %) och högre än i Sverige (20,6 %). Sedan 2020, då värdet var 27,8 %, har "
        "andelen ökat."
    )


def test_what_is_missing_is_said():
    (phrase,) = (p for p in contents().summary if p.indicator.id == "dissimilarity_foreign_born")
    assert pandas.isna(store.series(phrase.indicator, "2403")).all()
    assert said(phrase, area("2403"), "sv").endswith(": färre än tre RegSO.")
