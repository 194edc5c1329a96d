"""The panel says what the edition holds, for every indicator and kind of area."""

import pandas
import plotly.graph_objects as go
import pytest

from callbacks.place import facts_of, reasons, series_of
from data import evidence, store
from data.catalogue import groupings, indicators
from layouts.drawn import drawn_levels
from layouts.language import languages
from layouts.markup import markup
from layouts.place import shown
from layouts.view import read

SHOWN = [indicator.id for indicator in indicators().values() if drawn_levels(indicator)]
PLACES = ["00", "14", "1480", "0980", "1904", "0180R009", "2584R001"]


def view(indicator, area, language="sv"):
    return read(f"/{language}/?indicator={indicator}&area={area}")[0]


def facts(indicator, area, year, language="sv"):
    return facts_of(view(indicator, area, language))["years"][year]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("area", PLACES)
def test_every_view_has_facts_of_every_year_in_words(area, language):
    for indicator in SHOWN:
        shown = facts_of(view(indicator, area, language))
        assert shown["years"], indicator
        for year, said in shown["years"].items():
            assert str(year) in said["sentence"] or said["value"] in {"", "–"}, indicator
            assert "nan" not in "".join(said.values()).lower(), indicator
            assert "{" not in "".join(said.values()), indicator


@pytest.mark.parametrize("area", PLACES)
def test_every_view_has_a_chart_and_the_same_numbers_in_a_table(area):
    for indicator in SHOWN:
        figure, table = series_of(view(indicator, area))
        assert figure["data"], indicator
        assert len({len(column) for column in table.values()}) == 1, indicator
        assert len(table) >= 2, indicator


@pytest.mark.parametrize("area", PLACES)
@pytest.mark.parametrize(
    "indicator",
    ["foreign_born_share", "dissimilarity_foreign_born", "area_type", "house_price_coefficient"],
)
def test_plotly_knows_every_word_of_a_chart(indicator, area):
    figure, _ = series_of(view(indicator, area))
    understood = go.Figure(figure)
    assert len(understood.data) == len(figure["data"])
    assert understood.layout.meta


def test_a_share_is_told_with_rank_change_and_sentence():
    said = facts("foreign_born_share", "1480", 2023)
    assert said == {
        "value": "29,6\u00a0%",
        "change": "+1,8 procentenheter sedan 2020",
        "sentence": "År 2023 var andelen 29,6\u00a0% i Göteborg.",
        "rank": "Plats 14 av 290 kommuner. Plats 1 har det högsta värdet.",
    }


def test_the_first_year_has_no_change():
    assert facts("foreign_born_share", "1480", 2020)["change"] == ""


def test_a_regso_is_ranked_within_its_municipality():
    assert "av 127 RegSO i Stockholm" in facts("foreign_born_share", "0180R009", 2023)["rank"]


def test_beside_the_rank_of_an_index_stands_what_it_does_not_suit():
    said = facts("dissimilarity_foreign_born", "0180", 2023)["rank"]
    assert "inte för att rangordna kommuner" in said


def test_a_municipality_with_few_areas_gets_the_reason():
    assert "RegSO" in facts("dissimilarity_foreign_born", "1904", 2023)["sentence"]
    assert facts("dissimilarity_foreign_born", "1904", 2023)["value"] == "–"


def test_gotland_has_no_regional_election():
    said = facts("turnout_regional_election", "0980", 2022)["sentence"]
    assert said == "År 2022 finns inget värde för Gotland. Orsak: ej tillämpligt."


def test_an_area_without_a_value_of_its_own_is_told_by_its_parts():
    said = facts("mean_wage_income", "1480", 2023)
    assert "147 RegSO i Göteborg" in said["sentence"]
    assert "finns inte som ett enda värde" in said["rank"]


def test_the_median_of_the_parts_is_that_of_the_edition():
    indicator = indicators()["mean_wage_income"]
    values = store.values(indicator, drawn_levels(indicator)[-1], 2023)
    median = values[values.index.str.startswith("1480")].median()
    assert facts("mean_wage_income", "1480", 2023)["value"].startswith(
        f"{median:.1f}".replace(".", ",")
    )


def test_types_are_counted():
    said = facts("area_type", "00", 2022)["sentence"]
    assert "typ 1: 160, typ 2: 289, typ 3: 855, typ 4: 1\u00a0770, typ 5: 289" in said


@pytest.mark.parametrize("area", ["00", "14", "1480", "0180R009"])
def test_the_chart_shows_the_published_series(area):
    shown = view("foreign_born_share", area)
    figure, _ = series_of(shown)
    own = store.series(shown.indicator, shown.area.code)
    chosen = [line for line in figure["data"] if line.get("line", {}).get("width") == 3]
    # Beyond what can be seen the chart has no digits.
    assert pandas.Series(chosen[0]["y"]).tolist() == pytest.approx(own.tolist(), abs=0.001)
    assert chosen[0]["x"] == own.index.tolist()


def test_a_chart_with_a_median_shows_the_middle_of_all():
    figure, _ = series_of(view("turnout_parliamentary_election", "1480"))
    assert any("Median" in (line.get("name") or "") for line in figure["data"])
    assert "mittersta 80" in figure["layout"]["annotations"][0]["text"]


def test_the_table_writes_missing_as_a_dash():
    _, table = series_of(view("turnout_parliamentary_election", "0330"))
    assert "–" in table["Knivsta"]


def test_the_panel_speaks_of_the_years_that_the_map_can_show():
    shown = view("population", "1480")
    assert tuple(facts_of(shown)["years"]) == shown.years


def test_the_chance_level_is_drawn_as_a_band():
    figure, table = series_of(view("dissimilarity_foreign_born", "0180"))
    assert "slumpen ensam ger" in figure["layout"]["annotations"][0]["text"]
    assert any("slumpen" in head for head in table)


def test_a_change_of_an_index_is_weighed_against_chance():
    said = facts("dissimilarity_foreign_born", "0180", 2023)["change"]
    assert said == "+0,009 sedan 2020, mer än slumpen ger"


@pytest.mark.parametrize("area", [code for code in PLACES if len(code) == 4])
def test_whether_a_change_is_beyond_chance_is_what_the_edition_says(area):
    indicator = indicators()["dissimilarity_foreign_born"]
    change = evidence.change(indicator, area, 2020, 2023)
    said = facts("dissimilarity_foreign_born", area, 2023)["change"]
    if change is None:
        assert said == ""
    else:
        assert ("mer än slumpen" in said) == change.exceeds_chance


def test_the_areas_that_add_most_to_segregation_are_listed():
    said = str(reasons(view("dissimilarity_foreign_born", "1280")))
    first = evidence.contributions(groupings()["background"], "1280", 2023)[0]
    assert f"'data-value': '{first.area}'" in said or first.area in said


def test_a_county_is_divided_between_and_within_its_municipalities():
    said = str(reasons(view("theil_h_foreign_born", "14")))
    assert "Mellan kommuner" in said
    assert "Inom kommuner" in said


@pytest.mark.parametrize("indicator", ["foreign_born_share", "dissimilarity_rented"])
def test_what_has_no_parts_is_given_no_reasons(indicator):
    assert reasons(view(indicator, "1480")) == []


def test_a_municipality_without_an_index_is_given_no_reasons():
    assert reasons(view("dissimilarity_foreign_born", "1904")) == []


@pytest.mark.parametrize("index", ["local_segregation_foreign_born", "local_segregation_tenure"])
def test_a_small_area_with_an_index_of_its_own_is_shown_without_parts_of_it(index):
    view, _ = read(f"/sv/?indicator={index}&level=regso&area=0114R001")
    assert reasons(view) == []


def test_two_maps_name_the_sources_and_the_caveats_of_both():
    both, _ = read("/sv/?indicator=foreign_born_share&area=1280&beside=rented_share")
    said = " ".join(markup(part) for part in shown(both))
    for one in (indicators()["foreign_born_share"], indicators()["rented_share"]):
        assert all(source.table in said for source in one.sources)
        assert one.caveat["sv"] in said
    assert "Källor: " in said
