"""Programs that people use read the api over real HTTP, and get the same figures."""

import json
import re
import shutil
import subprocess
import sys
import urllib.request
from html import unescape
from pathlib import Path

import duckdb
import duckdb_extension_httpfs
import geopandas
import openpyxl
import pandas
import pytest
from pyjstat import pyjstat

from tests.api_reader import over_http

ASKED = "values?indicator=foreign_born_share&level=municipality&year=latest"
CODES = {"area": str}
# GDAL remarks that an address does not end in .gpkg, and reads it.
NO_EXTENSION = pytest.mark.filterwarnings("ignore:.*non conformant file extension")
HTTPFS = next(Path(duckdb_extension_httpfs.__file__).parent.rglob("httpfs.duckdb_extension"))
office = pytest.mark.skipif(
    shutil.which("soffice") is None,
    reason="LibreOffice is not there. deploy/install-test-services installs it.",
)


@pytest.fixture(scope="module")
def site():
    with over_http() as address:
        yield address


@pytest.fixture(scope="module")
def figures(site):
    """What every other form is held against: the JSON, read without any library."""
    with urllib.request.urlopen(f"{site}/{ASKED}") as answer:
        return pandas.DataFrame(json.load(answer)["data"])


def assert_same(table, figures):
    assert table["area"].tolist() == figures["area"].tolist()
    assert table["name"].tolist() == figures["name"].tolist()
    assert table["value"].tolist() == pytest.approx(figures["value"].tolist(), rel=1e-12)


def test_pandas_reads_csv(site, figures):
    assert_same(pandas.read_csv(f"{site}/{ASKED}&format=csv", dtype=CODES), figures)


def test_pandas_reads_csv_past_its_lines_of_metadata(site, figures):
    address = f"{site}/{ASKED}&format=csv&metadata=true"
    assert_same(pandas.read_csv(address, comment="#", dtype=CODES), figures)


def test_pandas_reads_the_csv_of_swedish_excel(site, figures):
    address = f"{site}/{ASKED}&format=csv&variant=excel"
    table = pandas.read_csv(address, sep=";", decimal=",", encoding="utf-8-sig", dtype=CODES)
    assert_same(table, figures)


def test_pandas_reads_excel(site, figures):
    assert_same(pandas.read_excel(f"{site}/{ASKED}&format=xlsx", dtype=CODES), figures)


def test_pandas_reads_parquet(site, figures):
    assert_same(pandas.read_parquet(f"{site}/{ASKED}&format=parquet"), figures)


@NO_EXTENSION
@pytest.mark.parametrize("form", ["geojson", "gpkg"])
def test_geopandas_reads_values_on_the_map(site, figures, form):
    table = geopandas.read_file(f"{site}/{ASKED}&format={form}")
    assert_same(table, figures)
    assert table.geometry.is_valid.all()
    assert table.crs.to_epsg() == 4326


@NO_EXTENSION
@pytest.mark.parametrize("form", ["geojson", "gpkg"])
def test_geopandas_reads_boundaries(site, form):
    table = geopandas.read_file(f"{site}/boundaries/regso?scope=1480&format={form}")
    assert len(table) == 147
    assert table["area"].str.startswith("1480R").all()


@pytest.mark.filterwarnings("ignore::DeprecationWarning:pyjstat")
def test_pyjstat_reads_json_stat(site, figures):
    table = pyjstat.Dataset.read(f"{site}/{ASKED}&format=json-stat2").write("dataframe")
    assert table["area"].tolist() == figures["name"].tolist()
    assert table["value"].tolist() == pytest.approx(figures["value"].tolist(), rel=1e-12)


@pytest.fixture
def duck():
    """DuckDB with its own reading over HTTP, which fetches parts of a file; not from the network."""
    connection = duckdb.connect()
    connection.execute(f"LOAD '{HTTPFS}'")
    yield connection
    connection.close()


@pytest.mark.parametrize(("form", "reader"), [("parquet", "read_parquet"), ("csv", "read_csv")])
def test_duckdb_reads_straight_from_the_address(duck, site, figures, form, reader):
    table = duck.sql(f"SELECT area, name, value FROM {reader}('{site}/{ASKED}&format={form}')").df()
    assert_same(table, figures)


def opened(file, end, *more):
    """A file as LibreOffice opens it, saved in another form."""
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--norestore", *more, "--convert-to", end]
    subprocess.run(
        [*command, "--outdir", file.parent / "opened", file],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return next((file.parent / "opened").iterdir())


@office
def test_libreoffice_opens_the_workbook(site, figures, tmp_path):
    file, _ = urllib.request.urlretrieve(f"{site}/{ASKED}&format=xlsx", tmp_path / "values.xlsx")
    table = pandas.read_csv(opened(Path(file), "csv:Text - txt - csv (StarCalc):44,34,76,1"),
                            dtype=CODES)  # fmt: skip
    assert_same(table, figures)
    assert {"Göteborg", "Malmö", "Älvkarleby", "Åre"} <= set(table["name"])


@office
def test_libreoffice_with_swedish_settings_opens_the_swedish_csv(site, figures, tmp_path):
    address = f"{site}/{ASKED}&format=csv&variant=excel"
    file, _ = urllib.request.urlretrieve(address, tmp_path / "values.csv")
    book = openpyxl.load_workbook(opened(Path(file), "xlsx", "--infilter=CSV:59,34,76,1,,1053"))
    head, *rows = [[cell.value for cell in row] for row in book.active.iter_rows()]
    assert head[0] == "indicator"
    assert [row[2] for row in rows] == figures["name"].tolist()
    assert [row[4] for row in rows] == pytest.approx(figures["value"].tolist(), rel=1e-12)


@pytest.fixture(scope="module", params=["", "en"])
def examples(site, request):
    """The examples of the page as it stands, with the address that it is read from."""
    with urllib.request.urlopen(f"{site}/{request.param}") as answer:
        page = answer.read().decode()
    return [
        unescape(code)
        for code in re.findall(r"<pre[^>]*><code>(.*?)</code></pre>", page, re.DOTALL)
    ]


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not there.")
def test_the_examples_with_curl_run_as_they_stand(examples, tmp_path):
    code = next(each for each in examples if each.startswith("curl"))
    run = ["bash", "-euc", code.replace("curl ", "curl -sSf ")]
    told = subprocess.run(run, cwd=tmp_path, check=True, capture_output=True, text=True)
    assert "1480,Göteborg" in told.stdout
    assert len(geopandas.read_file(tmp_path / "goteborg.gpkg")) == 147


def test_the_example_in_sql_runs_as_it_stands(examples, duck):
    code = next(each for each in examples if "DuckDB" in each)
    table = duck.sql(code).df()
    assert len(table) == 290
    assert table["value"].is_monotonic_decreasing


def test_the_examples_in_python_run_as_they_stand(examples, tmp_path):
    code = next(each for each in examples if "import pandas" in each)
    told = "\nprint(len(values), len(areas), values['area'].str.len().max())"
    run = [sys.executable, "-c", code + told]
    said = subprocess.run(run, cwd=tmp_path, check=True, capture_output=True, text=True)
    years = 4
    assert said.stdout.split() == [str(290 * years), "147", "4"]
