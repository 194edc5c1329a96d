"""From a declared table to figures: what the metadata says is read, and never assumed."""

from dataclasses import replace

import numpy as np
import pytest

from data.pipeline.sources import figures as module
from data.pipeline.sources.errors import SourceError
from data.pipeline.sources.figures import read_figures
from data.pipeline.sources.network import Network
from data.pipeline.sources.parts import parts
from data.pipeline.sources.pxweb import PxWeb
from data.pipeline.sources.readers import Fetching
from data.pipeline.sources.services import services
from data.pipeline.sources.snapshots import Snapshots
from tests import source_tables as synthetic
from tests.said import exactly
from tests.source_server import Fault, SourceServer, Time


def read(server, folder, dataset, time=None):
    time = time or Time()
    service = replace(services()["scb_statistics"], address=server.address)
    reader = Fetching(service, Snapshots(folder), Network(time), time)
    return read_figures(PxWeb(service, reader), dataset)


def figures(folder, dataset=None, table=None, config=None, fail=()):
    with SourceServer([table or synthetic.small_table()], config=config) as server:
        for path, fault in fail:
            server.fail(path, fault)
        return read(server, folder, dataset or synthetic.small_dataset()), server


def test_every_cell_becomes_a_value_of_its_column(tmp_path):
    found, _ = figures(tmp_path)
    assert list(found.columns) == ["people", "rate"]
    assert found.years == (2021, 2022, 2023)
    assert found.areas == tuple(synthetic.areas("regso", 4))
    codes = {"Region": "0114R002", "Kon": "1+2", "ContentsCode": "A1", "Tid": "2022"}
    assert found.columns["people"].values[1, 1] == synthetic.number(codes)


def test_the_suffix_of_an_edition_is_stripped(tmp_path):
    found, server = figures(tmp_path, synthetic.small_dataset("2025"))
    assert found.areas == tuple(synthetic.areas("regso", 4))
    region = server.requests("/data")[0].body["selection"][0]
    assert region == {
        "variableCode": "Region",
        "valueCodes": ["*"],
        "codelist": "vs_RegSO2025",
    }


def test_a_part_of_a_code_list_is_asked_for_by_its_codes(tmp_path):
    dataset = synthetic.small_dataset("2025")
    _, server = figures(tmp_path, dataset, config={"maxDataCells": 3})
    region = server.requests("/data")[0].body["selection"][0]
    assert region["valueCodes"] == ["0114R001_RegSO2025", "0114R002_RegSO2025"]
    assert region["codelist"] == "vs_RegSO2025"


def test_years_outside_an_edition_are_not_asked_for_as_they_would_be_zeros(tmp_path):
    found, _ = figures(tmp_path, synthetic.small_dataset("2025"))
    assert found.years == (2024,)
    assert (found.columns["people"].values > 0).all()


def test_deso_are_read_alike(tmp_path):
    found, _ = figures(tmp_path, synthetic.small_dataset("2018", "deso"))
    assert found.areas == tuple(synthetic.areas("deso", 4))


def test_a_selection_too_large_is_asked_for_in_parts_that_give_the_same(tmp_path):
    whole, _ = figures(tmp_path / "whole")
    parts, server = figures(tmp_path / "parts", config={"maxDataCells": 5})
    assert len(server.requests("/data")) == 6
    assert list(parts.rows()) == list(whole.rows())


def test_the_source_is_asked_no_faster_than_it_says(tmp_path):
    config = {"maxDataCells": 1, "maxCallsPerTimeWindow": 2, "timeWindow": 10}
    time = Time()
    with SourceServer([synthetic.small_table()], config=config) as server:
        read(server, tmp_path, synthetic.small_dataset(), time)
    assert len(server.requests("/data")) == 24
    assert time.passed >= 110


SYMBOLS = {
    "..": "missing",
    ".": "not_applicable",
    "-": "ok",
}


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_symbols_are_kept_apart(tmp_path, symbol):
    def values(key):
        odd = key["Region"] == "0114R001" and key["Tid"] == "2021" and key["ContentsCode"] == "A1"
        return symbol if odd else synthetic.number(key)

    found, _ = figures(tmp_path, table=synthetic.small_table(values))
    name, area, year, value, status = next(found.rows())
    assert (name, area, year, status) == ("people", "0114R001", 2021, SYMBOLS[symbol])
    assert value == 0 if symbol == "-" else np.isnan(value)
    assert found.symbols == {symbol: 1}


def test_a_table_can_say_what_a_symbol_means_in_it(tmp_path):
    table = synthetic.small_table(lambda key: "..C" if key["Tid"] == "2021" else 5)
    dataset = synthetic.small_dataset(symbols={"..C": "suppressed"})
    with pytest.raises(
        SourceError,
        match=exactly(
            "scb_statistics, TAB1: the year 2021 has only zeros and gaps for "
            "two_numbers-regso-2020. Correct the years of the edition in editions.toml, or "
            "wait for the figures."
        ),
    ):
        figures(tmp_path, dataset, table)
    table = synthetic.small_table(lambda key: "..C" if key["Region"] == "0114R001" else 5)
    found, _ = figures(tmp_path / "other", dataset, table)
    assert next(found.rows())[4] == "suppressed"


def test_no_value_without_a_symbol_is_missing(tmp_path):
    table = synthetic.small_table(lambda key: None if key["Region"] == "0114R001" else 5)
    found, _ = figures(tmp_path, table=table)
    assert next(found.rows())[4] == "missing"


def test_an_unknown_symbol_stops_with_its_cell(tmp_path):
    table = synthetic.small_table(lambda key: "?!" if key["Region"] == "0114R003" else 5)
    with pytest.raises(SourceError) as error:
        figures(tmp_path, table=table)
    assert str(error.value) == (
        "scb_statistics, TAB1: the cell people of 0114R003 in 2021 has the symbol '?!', which is "
        "not declared. Correct it in tables.toml after reading the table's metadata."
    )


def test_a_symbol_beside_a_value_stops(tmp_path):
    def status(content):
        return content | ({"status": {"0": ".."}} if "value" in content else {})

    with pytest.raises(
        SourceError,
        match=exactly(
            "scb_statistics, TAB1: the cell people of 0114R001 in 2021 has both the symbol "
            "'..' and the value 978. Correct it in tables.toml after reading the table's "
            "metadata."
        ),
    ):
        figures(tmp_path, fail=[("/data", Fault(change=status))])


def test_false_zeros_of_a_whole_year_stop(tmp_path):
    table = synthetic.small_table(lambda key: 0 if key["Tid"] == "2022" else 5)
    with pytest.raises(
        SourceError,
        match=exactly(
            "scb_statistics, TAB1: the year 2022 has only zeros and gaps for "
            "two_numbers-regso-2020. Correct the years of the edition in editions.toml, or "
            "wait for the figures."
        ),
    ):
        figures(tmp_path, table=table)


def test_a_value_out_of_range_stops_with_its_cell(tmp_path):
    contents = {"people": {"code": "A1", "range": [0, 10]}, "rate": {"code": "A2"}}
    with pytest.raises(
        SourceError,
        match=exactly(
            "scb_statistics, TAB1: the cell people of 0114R001 in 2021 is 978, outside 0 to "
            "10. Correct it in tables.toml after reading the table's metadata."
        ),
    ):
        figures(tmp_path, synthetic.small_dataset(contents=contents))


def test_a_column_is_named_by_contents_and_values(tmp_path):
    table = synthetic.small_table()
    table.dimensions["Alder"] = {"0-4": "0-4 år", "95+": "95+ år", "tot": "totalt", "x": "okänd"}
    split = {
        "values": {"total": {"code": "tot"}},
        "each": r"\d.*",
        "prefix": "age_",
        "aside": "okänd",
    }
    dimensions = {"Kon": {"total": {"name": "totalt"}}, "alder": split}
    found, _ = figures(tmp_path, synthetic.small_dataset(dimensions=dimensions), table)
    people = [name for name in found.columns if name.startswith("people")]
    assert people == ["people_age_0_4", "people_age_95", "people_total"]


def test_two_codes_of_one_name_stop(tmp_path):
    table = synthetic.small_table()
    table.dimensions["Alder"] = {"95+": "95+ år", "95-": "95- år"}
    ages = {"each": r"\d.*", "prefix": "age_"}
    dimensions = {"Kon": {"total": {"name": "totalt"}}, "Alder": ages}
    with pytest.raises(
        SourceError,
        match=exactly(
            "scb_statistics, TAB1: the cell people_age_95 of 0114R001 in 2021 is there "
            "twice. Correct it in tables.toml after reading the table's metadata."
        ),
    ):
        figures(tmp_path, synthetic.small_dataset(dimensions=dimensions), table)


def test_a_part_that_was_left_out_stops(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "parts", lambda *asked: list(parts(*asked))[:-1])
    with pytest.raises(
        SourceError,
        match=exactly(
            "scb_statistics, TAB1: the cell rate of 0114R001 in 2023 is missing from the "
            "answers. Fetch again."
        ),
    ):
        figures(tmp_path, config={"maxDataCells": 5})


REFUSED = {
    (
        "scb_statistics, TAB1: ContentsCode has no code 'A9'. It has: A1 Antal personer; "
        "A2 Andel, procent. Correct it in tables.toml after reading the table's metadata."
    ): {"contents": {"a": {"code": "A9"}}},
    (
        "scb_statistics, TAB1: A1 of ContentsCode is called 'Antal personer', not "
        "'index'. Correct it in tables.toml after reading the table's metadata."
    ): {"contents": {"a": {"code": "A1", "name": "index"}}},
    (
        "scb_statistics, TAB1: 'a.*' is 2 values of ContentsCode instead of one. It has: "
        "A1 Antal personer; A2 Andel, procent. Correct it in tables.toml after reading "
        "the table's metadata."
    ): {"contents": {"a": {"name": "a.*"}}},
    (
        "scb_statistics, TAB1: 'x' is 0 values of ContentsCode instead of one. It has: "
        "A1 Antal personer; A2 Andel, procent. Correct it in tables.toml after reading "
        "the table's metadata."
    ): {"contents": {"a": {"name": "x"}}},
    (
        "scb_statistics, TAB1: two of a, b are the same value of ContentsCode. Correct "
        "it in tables.toml after reading the table's metadata."
    ): {"contents": {"a": {"code": "A1"}, "b": {"code": "A1"}}},
    (
        "scb_statistics, TAB1: the year 2018 is gone (3 in all). Correct it in "
        "tables.toml after reading the table's metadata."
    ): {"years": [2018, 2024]},
    (
        "scb_statistics, TAB1: the dimension Kon (kon) is declared 0 times. Correct it "
        "in tables.toml after reading the table's metadata."
    ): {"dimensions": {}},
    (
        "scb_statistics, TAB1: it has no dimension 'Alder', but ['Region', 'Kon', "
        "'ContentsCode', 'Tid']. Correct it in tables.toml after reading the table's "
        "metadata."
    ): {"dimensions": {"Kon": {"total": {"code": "1"}}, "Alder": {"total": {"code": "1"}}}},
    (
        "scb_statistics, TAB1: the value '2' (kvinnor) of Kon is not declared. Correct "
        "it in tables.toml after reading the table's metadata."
    ): {"dimensions": {"Kon": {"values": {"men": {"code": "1"}}, "aside": "totalt"}}},
    (
        "scb_statistics, TAB1: the value '1' (män) of Kon is both used and left aside. "
        "Correct it in tables.toml after reading the table's metadata."
    ): {"dimensions": {"Kon": {"each": ".*", "aside": "män"}}},
    (
        "scb_statistics, TAB1: ContentsCode has no code 'A9'. It has: A1 Antal personer; "
        "A2 Andel, procent. (Declared as uncertain: the codes.) Correct it in "
        "tables.toml after reading the table's metadata."
    ): {
        "contents": {"a": {"code": "A9"}},
        "uncertain": "the codes",
    },
}


@pytest.mark.parametrize("sentence", REFUSED)
def test_metadata_that_disagrees_with_the_declaration_stops(tmp_path, sentence):
    with pytest.raises(SourceError, match=exactly(sentence)):
        figures(tmp_path, synthetic.small_dataset(**REFUSED[sentence]))


def changed_regions(change):
    table = synthetic.small_table()
    change(table.codelists["Region"])
    return table


def rename_lists(lists):
    lists["vs_Other"] = lists.pop("vs_RegSO2020")


def drop_an_area(lists):
    lists["vs_RegSO2020"].pop()


def repeat_an_area(lists):
    lists["vs_RegSO2020"][0] += "_RegSO2020"
    lists["vs_RegSO2020"][1] = "0114R001"


def spoil_an_area(lists):
    lists["vs_RegSO2020"][0] = "0114X001"


WRONG_AREAS = {
    (
        "scb_statistics, TAB1: it has none of the code lists vs_RegSO2020, but "
        "vs_RegSO2025, vs_DeSO2018, vs_DeSO2025, vs_Other. Correct editions.toml, or "
        "take the edition out of the table in tables.toml."
    ): rename_lists,
    (
        "scb_statistics, TAB1: there are 3 areas in 3 codes, where 4 are expected. "
        "Correct editions.toml, or wait until SCB's list is whole."
    ): drop_an_area,
    (
        "scb_statistics, TAB1: there are 3 areas in 4 codes, where 4 are expected. "
        "Correct editions.toml, or wait until SCB's list is whole."
    ): repeat_an_area,
    (
        "scb_statistics, TAB1: '0114X001' is no area of the level 'regso'. Correct "
        "editions.toml, or wait until SCB's list is whole."
    ): spoil_an_area,
}


@pytest.mark.parametrize("sentence", WRONG_AREAS)
def test_areas_that_are_not_those_of_the_edition_stop(tmp_path, sentence):
    with pytest.raises(SourceError, match=exactly(sentence)):
        figures(tmp_path, table=changed_regions(WRONG_AREAS[sentence]))


def test_an_edition_without_a_code_list_takes_what_has_the_form(tmp_path):
    table = synthetic.small_table(codelists={})
    dataset = synthetic.small_dataset()
    dataset = replace(dataset, edition=replace(dataset.edition, codelists=()))
    found, server = figures(tmp_path, dataset, table)
    assert found.areas == tuple(synthetic.areas("regso", 4))
    assert "codelist" not in server.requests("/data")[0].body["selection"][0]


def test_a_table_without_a_year_of_the_edition_stops(tmp_path):
    table = synthetic.small_table()
    table.dimensions["Tid"] = synthetic.years(2021, 2023)
    dataset = synthetic.small_dataset("2025", years=[2021, 2023])
    with pytest.raises(
        SourceError,
        match=exactly(
            "scb_statistics, TAB1: it has no year from 2024 to 9999. Correct it in "
            "tables.toml after reading the table's metadata."
        ),
    ):
        figures(tmp_path, dataset, table)


def test_months_are_no_years(tmp_path):
    table = synthetic.small_table()
    table.dimensions["Tid"] = {"2021M01": "2021M01"}
    with pytest.raises(
        SourceError,
        match=exactly(
            "scb_statistics, TAB1: '2021M01' is no year. Correct it in tables.toml after "
            "reading the table's metadata."
        ),
    ):
        figures(tmp_path, table=table)


def without(key):
    return Fault(change=lambda content: {name: one for name, one in content.items() if name != key})


def with_(**changed):
    return Fault(change=lambda content: content | changed)


def fewer_areas(content):
    """Whole in itself, but one area less than was asked for."""
    region = dict(list(content["dimension"]["Region"]["category"]["label"].items())[1:])
    category = {"index": {code: n for n, code in enumerate(region)}, "label": region}
    size = [len(region), *content["size"][1:]]
    dimension = content["dimension"] | {"Region": {"label": "region", "category": category}}
    value = content["value"][len(content["value"]) // content["size"][0] :]
    return content | {"size": size, "dimension": dimension, "value": value}


def split_further(content):
    ids, size = [*content["id"], "Alder"], [*content["size"], 2]
    category = {"index": {"a": 0, "b": 1}, "label": {"a": "a", "b": "b"}}
    dimension = content["dimension"] | {"Alder": {"label": "ålder", "category": category}}
    return content | {
        "id": ids,
        "size": size,
        "dimension": dimension,
        "value": content["value"] * 2,
    }


WRONG_ANSWERS = {
    (
        "scb_statistics, config: the limits maxDataCells, maxCallsPerTimeWindow, "
        "timeWindow are no numbers above 0. Compare it with the protocol; the source may "
        "have changed its form. The answer is kept as …."
    ): ("config", with_(maxDataCells=0)),
    (
        "scb_statistics, config: the limits maxDataCells, … "
        "timeWindow are no numbers above 0. Compare it with the protocol; the source may "
        "have changed its form. The answer is kept as …."
    ): ("config", without("timeWindow")),
    (
        "scb_statistics, metadata of TAB1: the answer lacks 'dimension'. Compare it with "
        "the protocol; the source may have changed its form. The answer is kept as …."
    ): ("metadata", without("dimension")),
    (
        "scb_statistics, metadata of TAB1: the table does not say when it was updated. "
        "Compare it with the protocol; the source may have changed its form. The answer "
        "is kept as …."
    ): ("metadata", without("updated")),
    (
        "scb_statistics, metadata of TAB1: there is no time or no contents among "
        "['Region', 'Kon', 'ContentsCode', 'Tid']. Compare it with the protocol; the "
        "source may have changed its form. The answer is kept as …."
    ): ("metadata", with_(role={"time": ["Year"]})),
    (
        "scb_statistics, code list vs_RegSO2020: the code list lacks its values. Compare "
        "it with the protocol; the source may have changed its form. The answer is kept "
        "as …."
    ): ("codelists", without("values")),
    (
        "scb_statistics, code list vs_RegSO2020: the code list lacks a code, or has one "
        "twice. Compare it with the protocol; the source may have changed its form. The "
        "answer is kept as …."
    ): ("codelists", with_(values=[{"code": "a"}, {"code": "a"}])),
    (
        "scb_statistics, TAB1: the answer lacks 'size'. Compare it with the protocol; "
        "the source may have changed its form. The answer is kept as …."
    ): ("/data", without("size")),
    (
        "scb_statistics, TAB1: 4 codes of Region were asked for and 3 answered; the "
        "first that differs is '0114R001'. Fetch again; if it stays so, the table's "
        "codes have changed. The answer is kept as …."
    ): ("/data", Fault(change=fewer_areas)),
    (
        "scb_statistics, TAB1: the answer is split by ['Alder'], which was not asked "
        "for. Compare it with the protocol; the source may have changed its form. The "
        "answer is kept as …."
    ): ("/data", Fault(change=split_further)),
    (
        "scb_statistics, TAB1: the table was updated while it was fetched "
        "(2026-03-24T07:00:00Z, 2027). Fetch again. The answer is kept as …."
    ): ("/data", with_(updated="2027")),
}


@pytest.mark.parametrize("sentence", WRONG_ANSWERS)
def test_an_answer_of_a_wrong_shape_is_named(tmp_path, sentence):
    with pytest.raises(SourceError, match=exactly(sentence)):
        figures(tmp_path, fail=[WRONG_ANSWERS[sentence]])


def test_a_dimension_that_was_eliminated_may_be_gone_or_single(tmp_path):
    def single(content):
        category = {"index": {"x": 0}, "label": {"x": "totalt"}}
        dimension = content["dimension"] | {"Alder": {"label": "ålder", "category": category}}
        return content | {
            "id": [*content["id"], "Alder"],
            "size": [*content["size"], 1],
            "dimension": dimension,
        }

    found, _ = figures(tmp_path, fail=[("/data", Fault(change=single))])
    assert len(list(found.rows())) == 24


def test_a_table_without_regions_stops(tmp_path):
    table = synthetic.small_table(codelists={})
    table.dimensions = {
        "Place" if id_ == "Region" else id_: one for id_, one in table.dimensions.items()
    }
    with pytest.raises(
        SourceError,
        match=exactly(
            "scb_statistics, TAB1: there is no dimension Region among ['Place', 'Kon', "
            "'ContentsCode', 'Tid']. Correct it in tables.toml after reading the table's "
            "metadata."
        ),
    ):
        figures(tmp_path, table=table)
