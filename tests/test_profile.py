"""The profile of every municipality says what the edition holds."""

import re

import pandas
import pytest

from callbacks.profile import profile_of
from data import evidence, store
from data.catalogue import indicators
from data.edition import current_edition
from data.profile import contents
from geo.areas import area, areas, children, neighbours
from geo.levels import levels
from geo.support_programme import support_programme
from layouts.language import DEFAULT, languages, text
from layouts.numbers import change, number, with_unit
from layouts.paths import resolve
from layouts.profile import profile_page
from layouts.sparkline import sparkline

MUNICIPALITIES = areas(levels()["municipality"])
SMALL = levels()["regso"]


def words(component):
    """The text of a component, parts apart by a bar."""
    if component is None:
        return ""
    if isinstance(component, (list, tuple)):
        return "|".join(words(part) for part in component)
    if hasattr(component, "to_plotly_json"):
        return words(getattr(component, "children", None))
    return str(component)


def found(component, kind):
    """Every component of a kind inside one, in reading order."""
    if isinstance(component, (list, tuple)):
        return [each for part in component for each in found(part, kind)]
    if not hasattr(component, "to_plotly_json"):
        return []
    inside = found(getattr(component, "children", None), kind)
    return [component, *inside] if type(component).__name__ == kind else inside


def section(page, id_):
    return next(each for each in found(page, "Section") if getattr(each, "id", None) == id_)


def rows(component):
    """The cells of every row below the heads: text and address, by the head of the row."""
    table = []
    for body in found(component, "Tbody"):
        for row in body.children:
            links = found(row.children[0], "A")
            cells = [words(cell) for cell in row.children]
            table.append((links[0].href if links else None, cells))
    return table


def asked_for(address, key):
    match = re.search(rf"[?&]{key}=([^&]+)", address)
    return match and match.group(1)


@pytest.fixture(scope="module", params=list(languages()))
def pages(request):
    """All profiles in the first language, every tenth in another: the code is the same."""
    step = 1 if request.param == DEFAULT else 10
    places = list(MUNICIPALITIES.values())[::step]
    made = {place.code: profile_page(profile_of(place), request.param) for place in places}
    return request.param, made


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
        told = rows(section(page, "key_figures"))
        assert len(told) >= 25
        for address, (_, newest, changed, place, _) in told:
            indicator = indicators()[asked_for(address, "indicator")]
            series = store.series(indicator, code)
            known = series.dropna()
            year = int((known if len(known) else series).index[-1])
            assert newest.split("|")[:2] == [written(indicator, code, year, language), str(year)]
            if len(known) > 1:
                difference = float(known.iloc[-1] - known.iloc[0])
                assert changed.startswith(change(difference, indicator, language))
                assert changed.endswith(str(known.index[0]))
            else:
                assert changed == "–"
            rank = store.rank(indicator, area(code).level, year, code)
            if rank is None:
                assert place == "–"
            else:
                said = re.findall(r"\d+", place)
                assert int(said[0]) == rank.position
                assert int(said[-1]) == rank.of
                assert len(said) == (3 if rank.ties else 2)


def test_every_index_is_the_published_one_weighed_against_chance(pages):
    language, made = pages
    for code, page in made.items():
        for address, (_, newest, changed, band) in rows(section(page, "indices")):
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
            difference = float(series[last] - series[first])
            assert changed.startswith(change(difference, indicator, language))
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
    for code, page in made.items():
        told = rows(section(page, "types"))
        assert len(told) == 5
        alone = len(children(area(area(code).parent))) == 1
        around = ["00"] if alone else [area(code).parent, "00"]
        for indicator, (_, (_, *cells)) in zip(contents().area_types, told, strict=True):
            own = store.series(indicator, code)
            expected = [*own, *(store.series(indicator, wider)[2023] for wider in around)]
            assert cells == [number(float(value), 1, language) for value in expected]


def test_every_regso_is_told_by_its_published_figures(pages):
    language, made = pages
    statuses = {i: store.status(i, SMALL, _newest(i)).to_dict() for i in contents().small_areas}
    values = {i: store.values(i, SMALL, _newest(i)).to_dict() for i in contents().small_areas}
    types = contents().small_areas[-1]
    before = store.values(types, SMALL, 2022).to_dict()
    for code, page in made.items():
        told = rows(section(page, "regso"))
        codes = [asked_for(address, "area") for address, _ in told]
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


@pytest.mark.parametrize("id_", ["peers", "neighbours"])
def test_municipalities_are_compared_by_their_published_figures(pages, id_):
    language, made = pages
    for code, page in made.items():
        told = rows(section(page, id_))
        if id_ == "neighbours":
            assert [_code(address) for address, _ in told[1:]] == list(neighbours(code))
        else:
            assert len(told) == 6
        for address, (name, *cells) in told:
            one = _code(address) if address else code
            assert name == area(one).name
            for indicator, cell in zip(contents().compared, cells, strict=True):
                value = float(store.series(indicator, one).iloc[-1])
                assert cell == number(value, indicator.decimals, language)


def _code(address):
    return resolve(address).area.code


def test_nothing_missing_is_written_as_a_number(pages):
    _, made = pages
    for page in made.values():
        said = words(page).lower()
        assert "nan" not in re.findall(r"\w+", said)
        assert "{" not in said


def test_gotland_has_no_regional_election_and_no_neighbours():
    said = words(profile_page(profile_of(MUNICIPALITIES["0980"]), "sv"))
    assert "Valdeltagande, regionval|Ej tillämpligt" in said
    assert "Gotland har ingen gräns mot någon annan kommun." in said


def test_a_municipality_of_two_regso_gets_the_reason():
    said = words(section(profile_page(profile_of(MUNICIPALITIES["2403"]), "en"), "indices"))
    assert said.count("Fewer than three RegSO areas|2023") == 15


def test_the_municipalities_of_the_support_programme_are_marked(pages):
    language, made = pages
    marked = {code for code, page in made.items() if text(language, "in_programme") in words(page)}
    assert marked == support_programme() & set(made)


def test_the_programme_has_32_municipalities():
    assert len(support_programme()) == 32
    assert support_programme() <= set(MUNICIPALITIES)


def test_the_head_says_name_county_and_population(pages):
    language, made = pages
    for code, page in made.items():
        said = words(found(page, "Header"))
        population = store.series(indicators()["population"], code).iloc[-1]
        assert area(code).name in said
        assert area(area(code).parent).name in said
        assert number(population, 0, language) in said


def test_every_sentence_on_sources_names_the_edition(pages):
    _, made = pages
    assert all(current_edition().id in words(section(page, "sources")) for page in made.values())


def test_a_sparkline_says_its_course():
    figure = profile_of(MUNICIPALITIES["1480"]).figures["foreign_born_share"]
    drawn = sparkline(figure, "en")
    assert drawn.alt == "From 27.8% in 2020 to 29.6% in 2023. Lowest 27.8%, highest 29.6%."
    assert drawn.src.startswith("data:image/svg+xml,%3Csvg")


def test_a_single_value_has_no_sparkline():
    figure = profile_of(MUNICIPALITIES["1480"]).figures["reported_crimes_per_100000"]
    assert sparkline(figure, "sv") is None
