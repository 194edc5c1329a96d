"""The values by the api are those of the edition, in every form."""

import io
import json

import numpy as np
import openpyxl
import pandas
import pyarrow.parquet
import pytest
from pyjstat import pyjstat

from data.catalogue import indicators
from data.edition import VALUES, current_edition
from geo.areas import areas
from geo.levels import levels
from tests.api_reader import read, values

COLUMNS = ["indicator", "area", "name", "year", "value", "status"]


@pytest.fixture(scope="module")
def published():
    table = pandas.read_parquet(current_edition().folder / VALUES)
    return {id_: rows for id_, rows in table.groupby("indicator", sort=False)}


@pytest.mark.parametrize("id_", list(indicators()))
def test_values_by_api_are_those_of_the_file_and_of_the_map(id_, published):
    answer = values(indicator=id_, format="parquet")
    table = pyarrow.parquet.read_table(io.BytesIO(answer.data)).to_pandas()
    wanted = published[id_]
    assert list(table.columns) == COLUMNS
    for column in ("area", "year", "value", "status"):
        assert (
            table[column].tolist() == pytest.approx(wanted[column].tolist(), abs=0, nan_ok=True)
            if column == "value"
            else table[column].tolist() == wanted[column].tolist()
        )
    for level in current_edition().levels(indicators()[id_]):
        assert_as_on_the_map(id_, level, table)


def assert_as_on_the_map(id_, level, table):
    coverage = current_edition().coverage(indicators()[id_], levels()[level])
    file = json.loads((current_edition().folder / coverage.file).read_bytes())
    shown = np.array(
        [
            [np.nan if v is None else v / 10 ** file["decimals"] for v in row]
            for row in file["values"]
        ]
    )
    codes = set(areas(levels()[level], coverage.areas_edition))
    own = table[table["area"].isin(codes)]["value"].to_numpy().reshape(shown.shape)
    assert np.array_equal(np.isnan(own), np.isnan(shown))
    assert np.nanmax(np.abs(own - shown), initial=0) <= 0.5000001 / 10 ** file["decimals"]


def test_json_csv_and_parquet_hold_the_same():
    asked = {"indicator": "foreign_born_share,dissimilarity_foreign_born", "level": "municipality"}
    as_json = pandas.DataFrame(values(**asked).get_json()["data"])
    as_csv = pandas.read_csv(io.BytesIO(values(**asked, format="csv").data), dtype={"area": str})
    as_parquet = pandas.read_parquet(io.BytesIO(values(**asked, format="parquet").data))
    for table in (as_csv, as_parquet):
        for column in COLUMNS:
            assert (
                table[column].tolist()
                == pytest.approx(as_json[column].tolist(), abs=0, nan_ok=True)
                if column == "value"
                else table[column].tolist() == as_json[column].tolist()
            )


def test_rows_come_in_the_order_of_the_catalogue_then_level_year_and_area():
    answer = values(indicator="population,foreign_born_share", within="1480", year="2022,2023")
    rows = [(row["indicator"], row["area"], row["year"]) for row in answer.get_json()["data"]]
    assert rows[:2] == [("foreign_born_share", "1480", 2022), ("foreign_born_share", "1480", 2023)]
    assert rows[2] == ("foreign_born_share", "1480R001", 2022)
    assert rows[-1] == ("population", "1480R147", 2023)


def test_latest_is_the_newest_year_of_each_level():
    rows = values(indicator="population", area="00,1480R001", year="latest").get_json()["data"]
    coverage = current_edition().coverage
    newest = [
        max(coverage(indicators()["population"], levels()[level]).years)
        for level in ("sweden", "regso")
    ]
    assert [row["year"] for row in rows] == newest


def test_what_is_missing_is_null_and_says_why():
    rows = values(indicator="dissimilarity_foreign_born", level="municipality", year="2023")
    few = [row for row in rows.get_json()["data"] if row["status"] == "few_areas"]
    assert few
    assert {row["value"] for row in few} == {None}


def test_pages_put_together_are_the_whole():
    asked = {"indicator": "foreign_born_share", "level": "county,municipality"}
    whole = values(**asked).get_json()["data"]
    rows, address = [], "values?indicator=foreign_born_share&level=county,municipality&limit=500"
    while address:
        page = read(address.removeprefix("/api/v1/")).get_json()
        rows += page["data"]
        address = page["next"]
    assert rows == whole


def test_the_link_to_the_next_page_names_the_edition():
    answer = values(indicator="population", limit=10, format="csv")
    link = next(link for link in answer.headers.getlist("Link") if 'rel="next"' in link)
    assert f"edition={current_edition().id}" in link


def test_a_swedish_excel_gets_semicolons_commas_and_a_byte_order_mark():
    answer = values(indicator="foreign_born_share", area="1480,1280", format="csv", variant="excel")
    assert answer.data.startswith(b"\xef\xbb\xbf")
    table = pandas.read_csv(io.BytesIO(answer.data), sep=";", decimal=",", encoding="utf-8-sig")
    assert set(table["name"]) == {"Göteborg", "Malmö"}
    assert table["value"].between(0, 100).all()
    assert b"\r\n" in answer.data


@pytest.mark.parametrize("variant", [None, "excel"])
def test_metadata_of_a_csv_stand_in_lines_of_their_own(variant):
    asked = {"variant": variant} if variant else {}
    answer = values(
        indicator="foreign_born_share", level="county", format="csv", metadata="true", **asked
    )
    text = answer.data.decode("utf-8-sig")
    comments = [line for line in text.splitlines() if line.startswith("#")]
    assert any("Statistiska centralbyrån" in line for line in comments)
    assert any(current_edition().id in line for line in comments)
    assert any("CC0" in line for line in comments)
    rest = text.splitlines()[len(comments) :]
    assert rest[0].startswith("indicator")


def test_a_workbook_has_data_metadata_and_words():
    answer = values(indicator="foreign_born_share", level="county", format="xlsx")
    book = pandas.read_excel(io.BytesIO(answer.data), sheet_name=None, dtype={"area": str})
    assert list(book) == ["data", "metadata", "README"]
    rows = values(indicator="foreign_born_share", level="county").get_json()["data"]
    assert book["data"]["value"].tolist() == [row["value"] for row in rows]
    assert book["data"]["area"].tolist() == [row["area"] for row in rows]
    assert "Statistiska centralbyrån" in book["metadata"]["sources"][0]


def test_the_same_question_gives_the_same_bytes():
    from api.values import answer

    edition = current_edition()
    asked = {"indicator": "foreign_born_share", "level": "county", "year": "latest"}
    for form in ("json", "csv", "xlsx", "parquet", "json-stat2", "geojson", "gpkg"):
        wanted = asked | {"format": form, "metadata": "false"}
        assert answer(wanted, edition).body == answer(wanted, edition).body, form


def test_a_json_stat_cube_holds_every_row():
    asked = {"indicator": "foreign_born_share,population", "area": "00,1480", "year": "2020-2023"}
    cube = values(**asked, format="json-stat2").get_json()
    rows = values(**asked).get_json()["data"]
    size = cube["size"]
    categories = [cube["dimension"][name]["category"]["index"] for name in cube["id"]]
    assert len(cube["value"]) == np.prod(size)
    for row in rows:
        names = (row["indicator"], row["area"], str(row["year"]))
        at = [index.index(name) for index, name in zip(categories, names, strict=True)]
        place = np.ravel_multi_index(at, size)
        assert cube["value"][place] == row["value"]


def test_json_stat_says_why_a_cell_is_empty():
    cube = values(
        indicator="dissimilarity_foreign_born", level="municipality", format="json-stat2"
    ).get_json()
    assert set(cube["status"].values()) == {"few_areas"}


def test_geojson_of_values_holds_value_and_border():
    answer = values(
        indicator="foreign_born_share", within="1480", level="regso", year="2023", format="geojson"
    )
    features = answer.get_json()["features"]
    assert len(features) == 147
    assert features[0]["properties"]["status"] == "ok"
    assert features[0]["geometry"]["type"] in {"Polygon", "MultiPolygon"}


def test_an_area_that_is_no_longer_drawn_keeps_its_value_without_a_border():
    answer = values(
        indicator="foreign_born_share", within="2584", level="regso", year="2023", format="geojson"
    )
    gone = [each for each in answer.get_json()["features"] if each["id"] == "2584R001"]
    assert gone[0]["geometry"] is None
    assert gone[0]["properties"]["border_changed"] is True


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "＝1", "\ta", "\rb", "\nc"])
def test_a_name_never_becomes_a_formula(text):
    from api.formats.text import cell

    assert cell(text).lstrip('"').startswith("'")


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_no_cell_of_a_file_is_a_formula_whatever_an_area_is_called(monkeypatch, form):
    monkeypatch.setattr(
        "api.rows.names", lambda level, edition, codes: ['=HYPERLINK("http://x")'] * len(codes)
    )
    asked = {
        "indicator": "population",
        "level": "county",
        "year": "latest",
        "format": form,
        "limit": 7,
    }
    data = values(**asked, metadata="false").data
    if form == "csv":
        assert data.count(b"\"'=HYPERLINK(") == 7
    else:
        sheet = openpyxl.load_workbook(io.BytesIO(data))["data"]
        assert {cell.data_type for cell in sheet["C"]} == {"s"}
        assert sum(cell.value == '=HYPERLINK("http://x")' for cell in sheet["C"]) == 7


def test_a_value_below_zero_stays_a_number_in_a_csv():
    asked = {"indicator": "dissimilarity_foreign_born_above_chance", "level": "municipality"}
    table = pandas.read_csv(io.BytesIO(values(**asked, format="csv").data))
    assert (table["value"] < 0).any()


def test_names_with_separators_are_quoted():
    from api.formats.text import cell

    assert cell('a, "b"') == '"a, ""b"""'
    assert cell("Göteborg") == "Göteborg"


def test_all_indicators_of_one_area_are_one_question():
    rows = values(indicator="all", area="1480R001").get_json()
    assert {row["area"] for row in rows["data"]} == {"1480R001"}
    assert rows["rows"] == rows["total"] == len(rows["data"])


@pytest.mark.filterwarnings("ignore::DeprecationWarning:pyjstat")
def test_a_reader_of_json_stat_reads_the_cube():
    asked = {"indicator": "foreign_born_share", "level": "county", "year": "2022,2023"}
    table = pyjstat.Dataset.read(values(**asked, format="json-stat2").text).write("dataframe")
    rows = values(**asked, limit=1000).get_json()["data"]
    by_area = sorted((row["name"], str(row["year"]), row["value"]) for row in rows)
    found = table[["area", "year", "value"]].itertuples(index=False, name=None)
    assert sorted(found) == by_area
