"""A file that is cut off or damaged is refused, wherever the damage is."""

import string

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from data.pipeline.errors import InputError
from tests.said import exactly
from tests.tidy_files import CONTENT, read, with_line


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("input")


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "wide.csv, line 1: the file is empty."),
        (
            b"\xef\xbb\xbf" + CONTENT["wide.csv"],
            ("wide.csv, line 1: there is a byte order mark. Save the file as plain UTF-8 with LF."),
        ),
        (
            CONTENT["wide.csv"].replace(b"\n", b"\r\n"),
            ("wide.csv, line 1: there is a carriage return. Save the file as plain UTF-8 with LF."),
        ),
        (
            CONTENT["wide.csv"][:300] + b"\0" + CONTENT["wide.csv"][300:],
            ("wide.csv, line 12: there is a NUL byte. Save the file as plain UTF-8 with LF."),
        ),
        (
            CONTENT["wide.csv"][:300] + b"\xe5" + CONTENT["wide.csv"][300:],
            ("wide.csv, line 12: the text is not UTF-8. Save the file as plain UTF-8 with LF."),
        ),
        (CONTENT["wide.csv"][:-1], "wide.csv, line 43: the last line does not end: it is cut off."),
        (
            CONTENT["wide.csv"][:300],
            "wide.csv, line 12: the last line does not end: it is cut off.",
        ),
        (
            CONTENT["wide.csv"].replace(b"year", b"yaer", 1),
            (
                "wide.csv, line 1: the header is ['county', 'yaer', 'people', 'women', 'income', "
                "'type'], where ['county', 'year', 'people', 'women', 'income', 'type'] is "
                "expected."
            ),
        ),
        (CONTENT["wide.csv"] + b"\n", "wide.csv, line 44: there are 1 fields instead of 6."),
    ],
)
def test_a_damaged_file_is_refused_with_line_and_fault(folder, content, fault):
    with pytest.raises(InputError, match=exactly(fault)):
        read(folder, wide=content)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(CONTENT)), st.data())
def test_a_file_cut_anywhere_is_refused(folder, file, data):
    end = data.draw(st.integers(0, len(CONTENT[file]) - 1))
    with pytest.raises(InputError, match=file.replace(".", r"\.")):
        read(folder, **{file.removesuffix(".csv"): CONTENT[file][:end]})


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["wide.csv", "long.csv"]), st.data())
def test_a_file_without_one_of_its_lines_is_refused(folder, file, data):
    lines = CONTENT[file].splitlines(keepends=True)
    del lines[data.draw(st.integers(0, len(lines) - 1))]
    with pytest.raises(InputError, match=file.replace(".", r"\.")):
        read(folder, **{file.removesuffix(".csv"): b"".join(lines)})


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["wide.csv", "long.csv"]), st.data())
def test_a_file_with_a_line_twice_is_refused(folder, file, data):
    lines = CONTENT[file].splitlines(keepends=True)
    line = data.draw(st.integers(0, len(lines) - 1))
    with pytest.raises(InputError, match=rf"{file}, line \d+: "):
        read(folder, **{file.removesuffix(".csv"): b"".join([*lines, lines[line]])})


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(CONTENT)), st.integers(0, 10_000), st.binary(max_size=4))
@example("wide.csv", 50, b"\xc2\x85")
@example("described.csv", 70, b'"')
def test_damage_of_any_kind_is_refused_or_harmless(folder, file, at, bytes_):
    content = CONTENT[file]
    at %= len(content)
    damaged = content[:at] + bytes_ + content[at + len(bytes_) :]
    try:
        inputs = read(folder, **{file.removesuffix(".csv"): damaged})
    except InputError as error:
        assert any(name in str(error) for name in CONTENT)
    else:
        assert np.isfinite(inputs.figures["people"].values).all()


@settings(max_examples=200, deadline=None)
@given(st.text(string.printable + "åäö٣½", max_size=12))
def test_a_number_of_any_text_is_refused_or_in_range(folder, text):
    line = f"01,2022,1000,500,{text},"
    try:
        income = read(folder, wide=with_line("wide.csv", 2, line)).figures["income"]
    except InputError as error:
        assert "line 2" in str(error) or "line 3" in str(error)
    else:
        assert 0 <= income.values[0, 0] <= 1_000
