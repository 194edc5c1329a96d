"""What a tidy file must say, and that nothing else gets through."""

import numpy as np
import pytest

from data.pipeline.errors import SHOWN, InputError, PipelineError
from data.pipeline.forms import forms
from data.pipeline.inputs import read_inputs
from tests.said import exactly
from tests.tidy_files import CONTENT, WIDE, YEARS, read, with_line


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("input")


def test_a_column_becomes_a_grid_of_years_and_areas(folder):
    people = read(folder).figures["people"]
    assert people.years == YEARS
    assert people.values.tolist() == [list(range(1000, 1021))] * 2


def test_a_column_that_is_empty_in_a_year_does_not_have_the_year(folder):
    assert read(folder).figures["type"].years == (2023,)


def test_an_area_without_a_row_has_no_value(folder):
    assert np.isnan(read(folder).given["county", "people"].values[0, 0])


def test_a_long_file_tells_which_areas_there_were(folder):
    assert read(folder).existing["county"].years == (1998,)


def test_the_files_read_are_told_with_rows_and_checksums(folder):
    files = {file.file: (file.rows, len(file.sha256)) for file in read(folder).files}
    assert files == {"wide.csv": (42, 64), "long.csv": (41, 64), "described.csv": (2, 64)}


def test_a_folder_that_does_not_exist_is_named_with_the_remedy(tmp_path):
    with pytest.raises(
        InputError,
        match=exactly(
            "The input folder … does not exist. Name the folder that holds the figures with "
            "--input; the edition already published needs none."
        ),
    ):
        read_inputs(tmp_path / "nowhere")


def test_a_file_that_does_not_exist_is_named(tmp_path):
    with pytest.raises(
        InputError, match=exactly("wide.csv: the file is missing or cannot be read.")
    ):
        read_inputs(tmp_path, [WIDE])


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("01,2022,1000,500,200.0", "wide.csv, line 2: there are 5 fields instead of 6."),
        ("01,2022,1000,500,200.0,,", "wide.csv, line 2: there are 7 fields instead of 6."),
        ('01,2022,1000,500,"200.0,', "wide.csv, line 2: a quotation mark is not closed."),
        ("02,2022,1000,500,200.0,", "wide.csv, line 2: '02' is no area of the level 'county'."),
        ("1,2022,1000,500,200.0,", "wide.csv, line 2: '1' is no area of the level 'county'."),
        (" 01,2022,1000,500,200.0,", "wide.csv, line 2: ' 01' is no area of the level 'county'."),
        ("01,2021,1000,500,200.0,", "wide.csv, line 2: '2021' is no year from 2022 to 2023."),
        ("01,22,1000,500,200.0,", "wide.csv, line 2: '22' is no year from 2022 to 2023."),
        ("01,2023,1000,500,200.0,1", "wide.csv, line 3: 01 has a row for 2023 in line 2 already."),
        ("01,2022,,500,200.0,", "wide.csv, line 2: people is '', not a whole number."),
        ("01,2022,1000.5,500,200.0,", "wide.csv, line 2: people is '1000.5', not a whole number."),
        (
            "01,2022,-1,500,200.0,",
            (
                "wide.csv, line 2: people is '-1', not a whole number.\n"
                "wide.csv, line 2: women is '500', more than people, which is -1."
            ),
        ),
        ("01,2022,6000,500,200.0,", "wide.csv, line 2: people is '6000', not from 0 to 5000."),
        (
            "01,2022,1000,1001,200.0,",
            "wide.csv, line 2: women is '1001', more than people, which is 1000.",
        ),
        ("01,2022,1000,500,nan,", "wide.csv, line 2: income is 'nan', not a number."),
        ("01,2022,1000,500,inf,", "wide.csv, line 2: income is 'inf', not a number."),
        ("01,2022,1000,500,1e3,", "wide.csv, line 2: income is '1e3', not a number."),
        ("01,2022,1000,500,200.,", "wide.csv, line 2: income is '200.', not a number."),
        ("01,2022,1000,500,-1,", "wide.csv, line 2: income is '-1', not from 0 to 1000."),
        (
            "01,2022,1000,500,200.0,3",
            "wide.csv, line 2: type is '3', where 2022 should have no value.",
        ),
    ],
)
def test_a_row_that_cannot_be_true_is_refused(folder, line, fault):
    with pytest.raises(InputError, match=exactly(fault)):
        read(folder, wide=with_line("wide.csv", 2, line))


def test_a_category_that_is_missing_in_its_year_is_refused(folder):
    with pytest.raises(
        InputError, match=exactly("wide.csv, line 3: type is '', not a whole number.")
    ):
        read(folder, wide=with_line("wide.csv", 3, "01,2023,1000,500,200.0,"))


def test_a_quantity_that_is_not_declared_is_refused(folder):
    with pytest.raises(
        InputError, match=exactly("long.csv, line 2: 'cats' is not declared in inputs.toml.")
    ):
        read(folder, long=with_line("long.csv", 2, "cats,03,1998,3"))


def test_a_file_that_ends_between_two_lines_is_refused(folder):
    with pytest.raises(
        InputError,
        match=exactly(
            "wide.csv: 1 of 21 areas lack people for 2023, the first of them 25.\n"
            "wide.csv: 1 of 21 areas lack women for 2023, the first of them 25.\n"
            "wide.csv: 1 of 21 areas lack income for 2023, the first of them 25.\n"
            "wide.csv: 1 of 21 areas lack type for 2023, the first of them 25."
        ),
    ):
        read(folder, wide=CONTENT["wide.csv"].rsplit(b"\n", 2)[0] + b"\n")


def test_a_long_file_that_ends_between_two_lines_is_refused(folder):
    with pytest.raises(
        InputError,
        match=exactly(
            "long.csv: turnout has 20 values where 21 are expected. Where the source has "
            "changed, change the number in inputs.toml.\n"
            "described.csv, line 3: turnout has ('2022', '2022', '21'), but long.csv has "
            "('2022', '2022', '20')."
        ),
    ):
        read(folder, long=CONTENT["long.csv"].rsplit(b"\n", 2)[0] + b"\n")


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (
            "turnout,percent,SCB,a table,2018,2022,21,",
            (
                "described.csv, line 3: turnout has ('2018', '2022', '21'), but long.csv has "
                "('2022', '2022', '21')."
            ),
        ),
        (
            "turnout,percent,SCB,a table,2022,2022,20,",
            (
                "described.csv, line 3: turnout has ('2022', '2022', '20'), but long.csv has "
                "('2022', '2022', '21')."
            ),
        ),
        (
            "people,percent,SCB,a table,1998,1998,20,",
            (
                "described.csv: people is described 2 times instead of once.\n"
                "described.csv: turnout is described 0 times instead of once."
            ),
        ),
        (
            "cats,percent,SCB,a table,1998,1998,20,",
            (
                "described.csv: turnout is described 0 times instead of once.\n"
                "described.csv, line 3: cats has ('1998', '1998', '20'), but long.csv has ('0', "
                "'0', '1')."
            ),
        ),
    ],
)
def test_a_description_that_does_not_fit_is_refused(folder, line, fault):
    with pytest.raises(InputError, match=exactly(fault)):
        read(folder, described=with_line("described.csv", 3, line))


def test_faults_of_several_files_are_told_at_once(folder):
    with pytest.raises(
        InputError,
        match=exactly(
            "wide.csv, line 2: there are 1 fields instead of 6.\n"
            "long.csv, line 2: there are 1 fields instead of 4."
        ),
    ):
        read(
            folder,
            wide=with_line("wide.csv", 2, "01"),
            long=with_line("long.csv", 2, "people"),
        )


def test_no_more_than_twenty_faults_are_listed(folder):
    header = CONTENT["wide.csv"].split(b"\n", 1)[0]
    with pytest.raises(
        InputError,
        match=exactly(
            "wide.csv, line 2: there are 1 fields instead of 6.\n"
            "wide.csv, line 3: there are 1 fields instead of 6.\n"
            "wide.csv, line 4: there are 1 fields instead of 6.\n"
            "wide.csv, line 5: there are 1 fields instead of 6.\n"
            "wide.csv, line 6: there are 1 fields instead of 6.\n"
            "wide.csv, line 7: there are 1 fields instead of 6.\n"
            "wide.csv, line 8: there are 1 fields instead of 6.\n"
            "wide.csv, line 9: there are 1 fields instead of 6.\n"
            "wide.csv, line 10: there are 1 fields instead of 6.\n"
            "wide.csv, line 11: there are 1 fields instead of 6.\n"
            "wide.csv, line 12: there are 1 fields instead of 6.\n"
            "wide.csv, line 13: there are 1 fields instead of 6.\n"
            "wide.csv, line 14: there are 1 fields instead of 6.\n"
            "wide.csv, line 15: there are 1 fields instead of 6.\n"
            "wide.csv, line 16: there are 1 fields instead of 6.\n"
            "wide.csv, line 17: there are 1 fields instead of 6.\n"
            "wide.csv, line 18: there are 1 fields instead of 6.\n"
            "wide.csv, line 19: there are 1 fields instead of 6.\n"
            "wide.csv, line 20: there are 1 fields instead of 6.\n"
            "wide.csv, line 21: there are 1 fields instead of 6.\n"
            "... and 5 more."
        ),
    ) as raised:
        read(folder, wide=header + b"\n" + b"01\n" * 25)
    assert len(str(raised.value).splitlines()) == SHOWN + 1


def test_a_column_that_no_file_has_is_named_with_those_there_are(folder):
    with pytest.raises(
        PipelineError,
        match=exactly(
            "groups.toml uses the column 'cats', which no file of the input has. Use one of: "
            "people, women, income, type."
        ),
    ):
        read(folder).figure("cats")


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.file)
def test_every_column_of_a_declared_file_has_a_meaning(form):
    keys = {form.level.id, "year"} | ({"indicator", "value"} if form.shape == "long" else set())
    quantities = set(form.quantities) if form.shape == "wide" else set()
    assert set(form.header) == keys | quantities
