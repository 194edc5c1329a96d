"""What is taken along of the charts of profiles and of reports."""

import csv
import html
import re
from xml.etree import ElementTree

import pytest

from app import create_app
from data import evidence, store
from data.catalogue import groupings, indicators
from data.edition import current_edition
from geo.areas import area
from layouts import paths
from layouts.language import languages, text
from layouts.profile.question import read_course, read_split, read_types
from layouts.sharing_paths import (
    COURSE,
    EMBED,
    PICTURE,
    SPLIT,
    SUBJECTS,
    TABLE,
    TYPES,
    folder,
    shared,
)
from tests.older_edition import ADDED, published

SVG = "{http://www.w3.org/2000/svg}"
EDITION = current_edition().id
GIVEN = {
    TYPES: {"area": "0180"},
    SPLIT: {"area": "12", "indicator": "mutual_information_foreign_born"},
    COURSE: {"area": "0181", "indicator": "foreign_born_share"},
}
READ = {TYPES: read_types, SPLIT: read_split, COURSE: read_course}
EVERY = [(of, language) for of in GIVEN for language in languages()]
SHARES = [f"area_type_{number}_share" for number in range(1, 6)]


@pytest.fixture(scope="module")
def client():
    return create_app().server.test_client()


def question(of, language="sv", **more):
    asked, missed = READ[of](GIVEN[of] | more, language)
    assert not missed
    return asked


def page_of(of, language):
    place = area(GIVEN[of]["area"])
    if of == COURSE:
        return paths.path(paths.REPORT, language, place)
    return paths.profile(language, place)


def table_of(client, of, edition="", **more):
    answer = client.get(shared(TABLE, of, question(of, **more), "csv", edition))
    assert answer.status_code == 200, answer.text
    lines = answer.text.splitlines()
    said = "\n".join(line for line in lines if line.startswith("#"))
    return list(csv.DictReader(line for line in lines if line[:1] != "#")), said


def drawn(client, of, edition="", **more):
    answer = client.get(shared(PICTURE, of, question(of, **more), "svg", edition))
    assert answer.status_code == 200, answer.text
    return ElementTree.fromstring(answer.text)


def texts(root):
    return ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]


@pytest.mark.parametrize(("of", "language"), EVERY)
def test_a_page_has_a_bar_that_leads_to_its_files_citation_and_code(client, of, language):
    page = client.get(page_of(of, language)).text
    bars = map(html.unescape, re.findall(r'<div [^>]*class="sharing".*?</div>', page, re.DOTALL))
    asked = question(of, language).query
    bar = next(one for one in bars if f"of={of}&{asked}#" in one)
    shown = client.get(re.search(r'href="([^"]+)"', bar)[1])
    assert shown.status_code == 200
    for part in ("download", "cite", "embed", "send"):
        assert f'id="{part}"' in shown.text
    tags = [html.unescape(tag) for tag in re.findall(r"<a [^>]*download=[^>]*>", shown.text)]
    for tag in tags:
        address, name = (re.search(rf'{key}="([^"]+)"', tag)[1] for key in ("href", "download"))
        assert client.get(address).status_code == 200
        assert name.split(".")[0].endswith(EDITION)
    assert [tag.split('download="')[1].split('"')[0].rsplit(".")[1] for tag in tags] == [
        "png",
        "svg",
        "xlsx",
        "csv",
    ]


@pytest.mark.parametrize(("of", "language"), EVERY)
def test_a_citation_leads_to_the_chart_in_its_page_of_that_edition(client, of, language):
    page = client.get(f"/sv/dela?of={of}&{question(of).query}").text
    said = html.unescape(
        re.search(rf'<p [^>]*id="cite-{language}"[^>]*>(.*?)</p>', page, re.DOTALL)[1]
    )
    link, _, section = re.search(r"http://localhost(\S+)", said)[1].partition("#")
    assert link == f"{page_of(of, language)}?edition={EDITION}"
    assert f'id="{section}"' in client.get(link).text


@pytest.mark.parametrize(("of", "language"), EVERY)
def test_an_embedded_page_stands_alone_and_says_its_numbers(client, of, language):
    answer = client.get(shared(EMBED, of, question(of, language)))
    assert answer.status_code == 200
    assert "<script" not in answer.text
    assert f"{page_of(of, language)}#" in answer.text
    named = re.search(r'aria-label="([^"]+)"', answer.text)[1]
    assert len(re.findall(r"\d+[.,]\d", named)) >= 4
    assert text(language, "course_table") not in named


@pytest.mark.parametrize("of", GIVEN)
def test_a_picture_says_title_source_edition_licence_and_caveat(client, of):
    said = " ".join(texts(drawn(client, of)))
    indicator = indicators()[GIVEN[of].get("indicator", SHARES[0])]
    source = indicator.sources[0]
    for word in (EDITION, source.licence, source.publisher, indicator.caveat["sv"][:40]):
        assert word in said


def test_the_area_types_have_their_published_shares_in_picture_and_table(client):
    rows, _ = table_of(client, TYPES)
    assert {row["indicator"] for row in rows} == set(SHARES)
    titles = [title.text for title in drawn(client, TYPES).iter(f"{SVG}title")]
    for row in rows:
        own = float(store.series(indicators()[row["indicator"]], "0180")[int(row["year"])])
        assert float(row["value"]) == own
        written = f"{own:.1f}".replace(".", ",")
        assert any(title.endswith(f": {written}") for title in titles)


@pytest.mark.parametrize("code", ["00", "12"])
def test_the_parts_of_the_segregation_are_the_published_ones_and_sum_to_all(client, code):
    rows, said = table_of(client, SPLIT, area=code)
    parts = evidence.between_within(groupings()["background"], code, "mutual_information").dropna()
    for year, found in parts.iterrows():
        own = {row["part"]: float(row["share"]) for row in rows if row["year"] == str(year)}
        assert sum(own.values()) == pytest.approx(1, abs=0.0002)
        for part, value in found.items():
            assert own[part] == pytest.approx(value / found.sum(), abs=0.00005)
    assert text("sv", "split_share") in said


def test_a_chart_of_the_report_has_the_published_values_of_each_line(client):
    rows, _ = table_of(client, COURSE)
    assert {row["area"] for row in rows} == {"0181", "01", "00"}
    for row in rows:
        series = store.series(indicators()["foreign_born_share"], row["area"])
        assert float(row["value"]) == series[int(row["year"])]
    assert {"Södertälje", "Sverige"} <= set(texts(drawn(client, COURSE)))


def test_a_county_of_one_municipality_has_no_parts_and_says_so(client):
    asked = question(SPLIT, area="09")
    assert client.get(shared(PICTURE, SPLIT, asked, "svg")).status_code == 404
    assert text("sv", "asked_no_picture") in client.get(shared(EMBED, SPLIT, asked)).text


@pytest.mark.parametrize(
    ("of", "asked", "said"),
    [
        (TYPES, "area=9999", "9999"),
        (TYPES, "area=0180R001", "0180R001"),
        (TYPES, "indicator=foreign_born_share", "indicator"),
        (SPLIT, "area=0180", "0180"),
        (SPLIT, "indicator=foreign_born_share", "foreign_born_share"),
        (COURSE, "area=01", "01"),
        (COURSE, "indicator=nothing", "nothing"),
    ],
)
@pytest.mark.parametrize("language", languages())
def test_what_is_asked_wrongly_is_said_in_a_sentence(client, language, of, asked, said):
    for kind, form in ((PICTURE, ".svg"), (TABLE, ".xlsx"), (EMBED, "")):
        word = SUBJECTS[of][language]
        answer = client.get(f"{folder(kind, language)}{word}{form}?{asked}")
        assert answer.status_code == 400
        assert said in answer.get_data(as_text=True)


def test_files_of_an_older_edition_hold_its_own_figures(client, tmp_path, monkeypatch):
    older = published(tmp_path)
    monkeypatch.setattr("callbacks.wanted.PUBLISHED_FOLDER", tmp_path)
    now, _ = table_of(client, COURSE)
    before, said = table_of(client, COURSE, older)
    for one, other in zip(now, before, strict=True):
        assert float(other["value"]) == pytest.approx(float(one["value"]) + ADDED)
    assert older in said
    assert older in " ".join(texts(drawn(client, TYPES, older)))
    assert older in " ".join(texts(drawn(client, SPLIT, older)))
