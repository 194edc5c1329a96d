"""An answer says which edition it is of, how long it holds, and whether it changed."""

import gzip

import brotli
import pytest

from data.edition import current_edition
from sending.kept import Answer, Kept
from tests.api_reader import client, read

LIST = "values?indicator=foreign_born_share&level=county"
NAMED = f"{LIST}&edition={current_edition().id}"


@pytest.mark.parametrize("form", ["json", "csv", "xlsx", "parquet", "json-stat2"])
def test_every_answer_names_its_edition_and_where_its_sources_stand(form):
    answer = read(f"{LIST}&format={form}")
    assert answer.headers["X-Edition"] == current_edition().id
    links = ", ".join(answer.headers.getlist("Link"))
    assert "/api/v1/indicators/foreign_born_share?edition=" in links
    assert 'rel="describedby"' in links


def test_an_answer_of_a_named_edition_never_changes():
    assert "immutable" in read(NAMED).headers["Cache-Control"]
    assert read(LIST).headers["Cache-Control"] == "public, max-age=300"
    assert read(NAMED).data == read(LIST).data


def test_what_the_reader_has_is_not_sent_again():
    tag = read(LIST).headers["ETag"]
    assert not tag.startswith("W/")
    again = read(LIST, **{"If-None-Match": tag})
    assert again.status_code == 304
    assert again.data == b""
    assert again.headers["ETag"] == tag


def test_a_changed_answer_is_sent_whole():
    assert read(LIST, **{"If-None-Match": '"else"'}).status_code == 200


@pytest.mark.parametrize(
    ("name", "decompress"), [("br", brotli.decompress), ("gzip", gzip.decompress)]
)
def test_text_is_compressed_for_those_who_take_it(name, decompress):
    plain, small = read(LIST), read(LIST, **{"Accept-Encoding": name})
    assert small.headers["Content-Encoding"] == name
    assert decompress(small.data) == plain.data
    assert small.headers["ETag"] != plain.headers["ETag"]
    assert "Accept-Encoding" in small.headers["Vary"]


@pytest.mark.parametrize("accepted", ["", "identity", "br;q=0, gzip;q=0", "deflate"])
def test_others_get_it_plain(accepted):
    assert "Content-Encoding" not in read(LIST, **{"Accept-Encoding": accepted}).headers


def test_files_already_compressed_are_left_as_they_are():
    answer = read(f"{LIST}&format=parquet", **{"Accept-Encoding": "br"})
    assert "Content-Encoding" not in answer.headers


def test_a_part_of_a_file_can_be_had():
    whole = read(f"{LIST}&format=parquet")
    part = read(f"{LIST}&format=parquet", Range="bytes=-8")
    assert part.status_code == 206
    assert part.data == whole.data[-8:]


def test_head_tells_the_length_and_sends_nothing():
    answer = client().head(f"/api/v1/{LIST}")
    assert answer.data == b""
    assert int(answer.headers["Content-Length"]) == len(read(LIST).data)


@pytest.mark.parametrize("address", [LIST, "values", "openapi.json", "nothing"])
def test_pages_of_other_sites_may_read_it(address):
    assert read(address).headers["Access-Control-Allow-Origin"] == "*"


def test_no_cookie_is_set():
    assert "Set-Cookie" not in read(LIST).headers


def test_a_problem_is_not_kept_by_anyone():
    assert read("values").headers["Cache-Control"] == "no-store"


def test_an_answer_is_made_once_while_it_is_kept():
    kept, made = Kept(), []
    for _ in range(3):
        kept.answer("key", lambda: made.append(1) or Answer(b"body", "text/plain"))
    assert len(made) == 1


def test_what_is_kept_stays_within_its_bound():
    kept = Kept(most=100_000)
    for number in range(500):
        kept.answer(number, lambda: Answer(b"x" * 2_000, "text/plain"))
    assert 50_000 < kept.size <= 100_000
    kept.clear()
    assert kept.size == 0


def test_what_was_asked_for_last_is_kept_longest():
    kept = Kept(most=8_000)
    kept.answer("a", lambda: Answer(b"a", "text/plain"))
    kept.answer("b", lambda: Answer(b"b", "text/plain"))
    kept.answer("a", lambda: Answer(b"changed", "text/plain"))
    kept.answer("c", lambda: Answer(b"c", "text/plain"))
    assert kept.answer("a", lambda: Answer(b"new", "text/plain")).body == b"a"
    assert kept.answer("b", lambda: Answer(b"new", "text/plain")).body == b"new"


def test_what_is_too_large_is_not_kept():
    kept = Kept(most=8_000)
    kept.answer("a", lambda: Answer(b"x" * 10_000, "application/zip"))
    assert kept.size == 0


@pytest.mark.parametrize(
    "address", ["areas/1480", "areas?parent=14", f"{LIST}&year=latest&format=geojson"]
)
def test_what_holds_more_than_the_edition_is_never_kept_for_ever(address):
    sign = "&" if "?" in address else "?"
    answer = read(f"{address}{sign}edition={current_edition().id}")
    assert answer.status_code == 200
    assert "immutable" not in answer.headers["Cache-Control"]


def test_the_licence_stands_in_the_head_where_it_is_one():
    assert 'rel="license"' in ", ".join(read(LIST).headers.getlist("Link"))
    both = read("values?indicator=foreign_born_share,age_65_plus_share&level=county")
    assert both.status_code == 200
    assert 'rel="license"' not in ", ".join(both.headers.getlist("Link"))
