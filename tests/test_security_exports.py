"""A name that looks like a formula leaves as a text in every file that a spreadsheet opens."""

import csv
import io
from dataclasses import replace

import openpyxl
import pytest

from api import rows
from api.answers import KEPT
from app import create_app
from settings import Settings

FORMULAS = ("=1+1", "+1", "-1+2", "@SUM(A1)", '=HYPERLINK("http://evil.example")', "\t=1", "\r=1")
ASKED = "/api/v1/values?indicator=population&level=county&year=2023"
STOCKHOLM = "01"


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cache")
    return create_app(Settings(cache_folder=str(folder))).server.test_client()


@pytest.fixture(params=FORMULAS)
def planted(request, monkeypatch):
    """The name of a county, which a spreadsheet would compute."""
    known = rows.areas

    def with_formula(*asked):
        found = dict(known(*asked))
        if STOCKHOLM in found:
            found[STOCKHOLM] = replace(found[STOCKHOLM], name=request.param)
        return found

    monkeypatch.setattr(rows, "areas", with_formula)
    KEPT.clear()
    yield request.param
    KEPT.clear()


def cells(text, separator):
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    return next(line[2] for line in lines if len(line) > 2 and line[1] == STOCKHOLM)


@pytest.mark.parametrize(("variant", "separator"), [("", ","), ("&variant=excel", ";")])
def test_in_a_csv_file_an_apostrophe_stands_before_it(client, planted, variant, separator):
    text = client.get(f"{ASKED}&format=csv{variant}").data.decode("utf-8-sig")
    assert cells(text, separator) == f"'{planted}"


def test_in_a_workbook_it_is_a_text(client, planted):
    body = client.get(f"{ASKED}&format=xlsx").data
    sheet = openpyxl.load_workbook(io.BytesIO(body))["data"]
    cell = next(row[2] for row in sheet.iter_rows() if row[1].value == STOCKHOLM)
    assert cell.data_type == "s"
    assert cell.hyperlink is None
