"""Every profile says what the edition holds: all municipalities and counties, Sweden, many RegSO."""

import re
from functools import cache

import pandas
import pytest

from callbacks.profile import profile_of
from data import evidence, store
from data.catalogue import indicators
from data.edition import current_edition
from data.profile import contents
from data.written import difference
from geo.areas import area, areas, children, neighbours
from geo.levels import levels
from geo.support_programme import support_programme
from layouts.area_summary import percent
from layouts.drawn import years
from layouts.language import DEFAULT, languages, text
from layouts.numbers import change, number, with_unit
from layouts.paths import resolve
from layouts.profile import profile_page
from layouts.profile.picture import MOST
from layouts.sparkline import sparkline
from layouts.view import name as name_of
from tests import read_page
from tests.read_page import section, words
from tests.tracing import untraced

MUNICIPALITIES = areas(levels()["municipality"])
SMALL = levels()["regso"]
FEWEST_FIGURES = {"sweden": 10, "county": 10, "municipality": 25, "regso": 7}
# All are read in Swedish but RegSO, of which there are thousands; fewer in other languages.
EACH_NTH = {"regso": 18}
EACH_NTH_ELSEWHERE = {"municipality": 4, "regso": 90}
MEASURED = 3


def asked_for(address, key):
    match = re.search(rf"[?&]{key}=([^&]+)", address)
    return match and match.group(1)


@pytest.fixture(
    scope="module",
    params=[(language, level) for language in languages() for level in levels()],
    ids="-".join,
)
def pages(request):
    """The profiles of a level that are read in a language."""
    language, level = request.param
    steps = EACH_NTH if language == DEFAULT else EACH_NTH_ELSEWHERE
    places = list(areas(levels()[level]).values())[:: steps.get(level, 1)]
    made = {place.code: read(place, language) for place in places[:MEASURED]}
    with untraced():
        return language, made | {place.code: read(place, language) for place in places[MEASURED:]}


def read(place, language):
    return read_page.page(profile_page(profile(place), language))


@cache
def profile(place):
    return profile_of(place)


def with_section(made, id_):
    """A section of the pages that have one."""
    return {
        code: page.sections[id_]
        for code, page in made.items()
        if id_ in contents().sections[area(code).level.id]
    }


def around(place):
    """The nearest wider area of more than one part, and Sweden."""
    line = [wider for wider in place_line(place) if len(children(wider)) > 1]
    return list(dict.fromkeys(wider.code for wider in (*line[:1], *line[-1:])))


def place_line(place):
    found = []
    while place.parent:
        place = area(place.parent)
        found.append(place)
    return found


def written(indicator, code, year, language):
    """A published value as it is written, read from the store without the profile's code."""
    place = area(code)
    value = store.values(indicator, place.level, year)[code]
    if pandas.isna(value):
        return text(language, store.status(indicator, place.level, year)[code])
    return with_unit(float(value), indicator, language)


def test_every_key_figure_is_the_published_one(pages):
    language, made = pages
    for code, page in made.items():
        told = page.sections["key_figures"].rows
        assert len(told) >= FEWEST_FIGURES[area(code).level.id]
        within = area(code).parent if area(code).level is SMALL else "00"
        for address, (_, newest, changed, *ranked, _) in told:
            place = ranked[0] if ranked else "–"
            assert bool(ranked) == (code != "00")
            indicator = indicators()[asked_for(address, "indicator")]
            series = store.series(indicator, code)
            known = series.dropna()
            year = int((known if len(known) else series).index[-1])
            assert newest.split("|")[:2] == [written(indicator, code, year, language), str(year)]
            if len(known) > 1:
                since = difference(known.iloc[-1], known.iloc[0], indicator.decimals)
                assert changed.startswith(change(since, indicator, language))
                assert changed.endswith(str(known.index[0]))
            else:
                assert changed == "–"
            rank = store.rank(indicator, area(code).level, year, code, within or "00")
            if rank is None or not ranked:
                assert place == "–"
            else:
                said = re.findall(r"\d+", place.split("|")[0])
                assert int(said[0]) == rank.position
                assert int(said[-1]) == rank.of
                assert len(said) == (3 if rank.ties else 2)


def test_every_index_is_the_published_one_weighed_against_chance(pages):
    language, made = pages
    for code, told in with_section(made, "indices").items():
        for address, (_, newest, changed, band) in told.rows:
            indicator = indicators()[asked_for(address, "indicator")]
            series = store.series(indicator, code)
            last = int(series.index[-1])
            assert newest == f"{written(indicator, code, last, language)}|{last}"
            if pandas.isna(series[last]):
                assert (changed, band) == ("–", "–")
                continue
            first = int(series.dropna().index[0])
            if first == last:
                assert changed == "–"
                continue
            since = difference(series[last], series[first], indicator.decimals)
            assert changed.startswith(change(since, indicator, language))
            weighed = evidence.change(indicator, code, first, last)
            beyond, within = (
                text(language, key) in changed
                for key in ("change_beyond_chance", "change_within_chance")
            )
            assert beyond == bool(weighed and weighed.exceeds_chance)
            assert within == bool(weighed and not weighed.exceeds_chance)
            chance = evidence.chance(indicator, code)
            limits = [] if chance is None else chance.loc[last, ["low", "high"]].tolist()
            shown = "–".join(number(limit, indicator.decimals, language) for limit in limits)
            assert band.split("|")[0] == (shown or text(language, "chance_unknown"))


def test_above_chance_is_the_published_distance():
    indicator = indicators()["dissimilarity_foreign_born_above_chance"]
    page = profile_page(profile_of(MUNICIPALITIES["1480"]), "sv")
    value = store.series(indicator, "1480")[2023]
    assert f"värdet är {number(value, 3, 'sv')} över slumpnivån" in words(section(page, "indices"))


def test_the_area_types_are_the_published_shares(pages):
    language, made = pages
    for code, told in with_section(made, "types").items():
        assert len(told.rows) == 5
        for indicator, (_, (_, *cells)) in zip(contents().area_types, told.rows, strict=True):
            own = store.series(indicator, code)
            expected = [
                *own,
                *(store.series(indicator, wider)[2023] for wider in around(area(code))),
            ]
            assert cells == [number(float(value), 1, language) for value in expected]


def test_every_regso_is_told_by_its_published_figures(pages):
    language, made = pages
    statuses = {i: store.status(i, SMALL, _newest(i)).to_dict() for i in contents().small_areas}
    values = {i: store.values(i, SMALL, _newest(i)).to_dict() for i in contents().small_areas}
    types = contents().small_areas[-1]
    before = store.values(types, SMALL, 2022).to_dict()
    for code, regso in with_section(made, "regso").items():
        told = regso.rows
        codes = [_code(address) for address, _ in told]
        assert set(codes) == {one.code for one in children(area(code))}
        populations = [values[contents().small_areas[0]][one] for one in codes]
        assert populations == sorted(populations, reverse=True)
        parts = {
            one.area: one.share
            for one in evidence.contributions(contents().contributions, code, 2023)
        }
        for one, (_, (name, *cells, kind, changed, part)) in zip(codes, told, strict=True):
            assert name == area(one).name
            for indicator, cell in zip(contents().small_areas[:-1], cells, strict=True):
                value = values[indicator][one]
                if pandas.isna(value):
                    assert cell == text(language, statuses[indicator][one])
                else:
                    assert cell == number(float(value), indicator.decimals, language)
            assert str(int(values[types][one])) in kind
            same = values[types][one] == before[one]
            assert (changed == text(language, "type_same")) == same
            few = text(language, "few_areas")
            assert part == (number(100 * parts[one], 1, language) if one in parts else few)


def _newest(indicator):
    return current_edition().coverage(indicator, SMALL).years[-1]


@pytest.mark.parametrize("id_", ["peers", "neighbours", "county", "municipality"])
def test_areas_are_compared_by_their_published_figures(pages, id_):
    language, made = pages
    for code, compared in with_section(made, id_).items():
        told = compared.rows
        codes = [_code(address) if address else code for address, _ in told]
        if id_ == "neighbours":
            known = areas(area(code).level)
            assert [one for one in codes if one != code] == [
                n for n in neighbours(code) if n in known
            ]
        elif id_ == "peers":
            assert len(told) in ({6} if area(code).level is not SMALL else {0, 6})
        else:
            inside = {one for one in areas(levels()[id_]) if code == "00" or one.startswith(code)}
            assert set(codes) == inside
        for one, (_, (name, *cells)) in zip(codes, told, strict=True):
            assert name.split("|")[0] == area(one).name
            shown = [each for each in contents().compared if years(each, area(one).level)]
            for indicator, cell in zip(shown, cells, strict=True):
                assert cell.split("|")[-1] == _compared(indicator, one, language)


def _compared(indicator, code, language):
    level = area(code).level
    last = years(indicator, level)[-1]
    value = store.values(indicator, level, last)[code]
    if pandas.isna(value):
        return text(language, store.status(indicator, level, last)[code])
    if indicator.categories:
        return with_unit(float(value), indicator, language)
    return number(float(value), indicator.decimals, language)


def _code(address):
    found = resolve(address)
    return found.area.code if found.area else "00"


def test_the_ranked_parts_beside_the_map_are_the_published_ones(pages):
    language, made = pages
    for code in set(made) & set(MUNICIPALITIES):
        (told,) = made[code].sections["map"].lists or [[]]
        published = evidence.contributions(contents().contributions, code, 2023)[:MOST]
        assert len(told) == len(published)
        for said, one in zip(told, published, strict=True):
            assert said.startswith(area(one.area).name)
            assert said.endswith(percent(one.share, language))
            assert one.over_represented.label[language] in said


def test_nothing_missing_is_written_as_a_number(pages):
    _, made = pages
    for page in made.values():
        said = page.said.lower()
        assert "nan" not in re.findall(r"\w+", said)
        assert "{" not in said


def test_gotland_has_no_regional_election_and_no_neighbours():
    said = words(profile_page(profile_of(MUNICIPALITIES["0980"]), "sv"))
    assert "Valdeltagande, regionval|Ej tillämpligt" in said
    assert "Gotland har ingen gräns mot någon annan av landets kommuner." in said


def test_a_municipality_of_two_regso_gets_the_reason():
    said = words(section(profile_page(profile_of(MUNICIPALITIES["2403"]), "en"), "indices"))
    assert "Bjurholm has no measures of segregation: fewer than three RegSO areas." in said
    assert "|2023" not in said


def test_the_municipalities_of_the_support_programme_are_marked(pages):
    language, made = pages
    marked = {code for code, page in made.items() if text(language, "in_programme") in page.said}
    assert marked == support_programme() & set(made)


def test_the_programme_has_32_municipalities():
    assert len(support_programme()) == 32
    assert support_programme() <= set(MUNICIPALITIES)


def test_the_head_says_name_county_and_population(pages):
    language, made = pages
    for code, page in made.items():
        said = page.head
        population = store.series(indicators()["population"], code).iloc[-1]
        assert name_of(area(code), language) in said
        assert all(name_of(wider, language) in said for wider in place_line(area(code)))
        assert number(population, 0, language) in said


def test_every_sentence_on_sources_names_the_edition(pages):
    _, made = pages
    assert all(current_edition().id in page.sections["sources"].said for page in made.values())


def test_a_sparkline_says_its_course():
    figure = profile_of(MUNICIPALITIES["1480"]).figures["foreign_born_share"]
    drawn = sparkline(figure, "en")
    assert drawn.alt == "From 27.8% in 2020 to 29.6% in 2023. Lowest 27.8%, highest 29.6%."
    assert drawn.src.startswith("data:image/svg+xml,%3Csvg")


def test_a_single_value_has_no_sparkline():
    figure = profile_of(MUNICIPALITIES["1480"]).figures["reported_crimes_per_100000"]
    assert sparkline(figure, "sv") is None
