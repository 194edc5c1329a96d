"""What is taken along of comparisons, rankings and relationships."""

import csv
import html
import io
import re
from xml.etree import ElementTree

import openpyxl
import pytest
from PIL import Image

from app import create_app
from data import store
from data.catalogue import indicators
from data.edition import current_edition
from geo.levels import levels
from layouts.compare.question import read as read_comparison
from layouts.language import languages, text
from layouts.paths import COMPARE, SCATTER, path
from layouts.paths import RANKING as RANKING_PAGE
from layouts.ranking.question import read as read_ranking
from layouts.scatter.question import read as read_relation
from layouts.sharing_paths import (
    COMPARISON,
    EMBED,
    MAPS,
    PICTURE,
    PROGRAMME,
    RANKING,
    RELATION,
    SUBJECTS,
    TABLE,
    folder,
    shared,
)
from tests.older_edition import ADDED, published

SVG = "{http://www.w3.org/2000/svg}"
EDITION = current_edition().id
GIVEN = {
    COMPARISON: {"areas": "0181,0127,0136", "indicator": "foreign_born_share"},
    MAPS: {"areas": "0181,0127,0180R009", "indicator": "foreign_born_share"},
    PROGRAMME: {"areas": "0181", "indicator": "openly_unemployed_share"},
    RANKING: {"indicator": "foreign_born_share", "within": "12", "since": "2020"},
    RELATION: {"x": "foreign_born_share", "y": "rented_share", "named": "0181,1280"},
}
READ = {
    COMPARISON: read_comparison,
    MAPS: read_comparison,
    PROGRAMME: read_comparison,
    RANKING: read_ranking,
    RELATION: read_relation,
}
PAGE = {
    COMPARISON: COMPARE,
    MAPS: COMPARE,
    PROGRAMME: COMPARE,
    RANKING: RANKING_PAGE,
    RELATION: SCATTER,
}
PICTURED = (COMPARISON, MAPS, PROGRAMME, RELATION)
EVERY = [(of, language) for of in GIVEN for language in languages()]


@pytest.fixture(scope="module")
def client():
    return create_app().server.test_client()


def question(of, language="sv", **more):
    asked, missed = READ[of](GIVEN[of] | more, language)
    assert not missed
    return asked


def table_of(client, of, edition="", **more):
    answer = client.get(shared(TABLE, of, question(of, **more), "csv", edition))
    assert answer.status_code == 200, answer.text
    lines = answer.text.splitlines()
    said = [line for line in lines if line.startswith("#")]
    return list(csv.DictReader(line for line in lines if line[:1] != "#")), "\n".join(said)


def drawn(client, of, edition="", **more):
    answer = client.get(shared(PICTURE, of, question(of, **more), "svg", edition))
    assert answer.status_code == 200, answer.text
    return ElementTree.fromstring(answer.text)


def texts(root):
    return ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]


def value(indicator, code, year, level="municipality"):
    return float(store.values(indicators()[indicator], levels()[level], year)[code])


def indicator_of(of):
    return indicators()[GIVEN[of].get("indicator", GIVEN[of].get("x"))]


@pytest.mark.parametrize(("of", "language"), EVERY)
def test_a_page_has_a_bar_that_leads_to_its_files_citation_and_code(client, of, language):
    asked = question(of, language)
    page = client.get(f"{path(PAGE[of], language)}?{asked.query}", follow_redirects=True).text
    bars = map(html.unescape, re.findall(r'<div [^>]*class="sharing".*?</div>', page, re.DOTALL))
    bar = next(one for one in bars if f"of={of}&" in one)
    links = re.findall(r'href="([^"]+)"', bar)
    assert [link.partition("#")[2] for link in links] == ["download", "cite", "embed", "send"]
    shown = client.get(links[0])
    assert shown.status_code == 200
    for part in ("download", "cite", "embed", "send"):
        assert f'id="{part}"' in shown.text


@pytest.mark.parametrize(("of", "language"), EVERY)
def test_every_file_that_is_offered_is_there_under_its_name(client, of, language):
    page = client.get(f"{path('share', language)}?of={of}&{question(of, language).query}").text
    tags = [html.unescape(tag) for tag in re.findall(r"<a [^>]*download=[^>]*>", page)]
    forms = []
    for tag in tags:
        address, name = (re.search(rf'{key}="([^"]+)"', tag)[1] for key in ("href", "download"))
        assert client.get(address).status_code == 200
        assert EDITION in name
        assert re.fullmatch(r"[a-z0-9_-]+\.[a-z]+", name, re.IGNORECASE)
        forms.append(name.rsplit(".", 1)[1])
    pictures = ["png", "svg"] if of in PICTURED else []
    assert forms == [*pictures, "xlsx", "csv"]


@pytest.mark.parametrize("of", PICTURED)
def test_a_picture_says_title_unit_source_edition_licence_and_caveat(client, of):
    said = " ".join(texts(drawn(client, of)))
    indicator = indicator_of(of)
    source = indicator.sources[0]
    for word in (EDITION, source.licence, indicator.label["sv"], source.publisher):
        assert word in said
    assert indicator.caveat["sv"][:40] in said
    assert indicator.unit.label["sv"] in said
    assert "Segregationskartan" in said


@pytest.mark.parametrize("of", PICTURED)
def test_a_png_is_the_svg_at_twice_its_size(client, of):
    root = drawn(client, of)
    answer = client.get(shared(PICTURE, of, question(of), "png"))
    image = Image.open(io.BytesIO(answer.data))
    assert image.size == (2 * int(root.get("width")), 2 * int(root.get("height")))


def test_the_picture_of_a_comparison_has_the_name_of_every_area_and_each_value(client):
    root = drawn(client, COMPARISON)
    titles = [title.text for title in root.iter(f"{SVG}title")]
    for code, name in (("0181", "Södertälje"), ("0127", "Botkyrka"), ("0136", "Haninge")):
        assert name in texts(root)
        written = f"{value('foreign_born_share', code, 2023):.1f}".replace(".", ",")
        assert f"{name} 2023: {written}\u00a0%" in titles


def test_the_maps_of_a_comparison_have_every_area_with_its_published_value(client):
    rows, _ = table_of(client, MAPS)
    root = drawn(client, MAPS)
    titles = [title.text for title in root.iter(f"{SVG}title")]
    assert {row["within"] for row in rows} == {"0181", "0127", "0180"}
    for row in rows:
        own = value("foreign_born_share", row["area"], int(row["year"]), "regso")
        assert float(row["value"]) == own
        written = f"{own:.1f}".replace(".", ",")
        assert f"{row['name']}: {written}\u00a0%" in titles
    assert {"Södertälje", "Botkyrka", "Stockholm"} <= set(texts(root))
    assert len([each for each in root.iter(f"{SVG}g") if each.get("class") == "areas"]) == 3


def test_the_support_programme_beside_its_peers_has_its_published_values(client):
    rows, said = table_of(client, PROGRAMME)
    own = store.series(indicators()["openly_unemployed_share"], "0181").dropna()
    found = {
        int(row["year"]): float(row["value"])
        for row in rows
        if row["area"] == "0181" and row["value"]
    }
    assert found == own.to_dict()
    assert {row["name"] for row in rows if not row["area"]} == {
        text("sv", "peers_mean"),
        text("sv", "peers_median"),
    }
    assert text("sv", "programme_caution") in said
    words = " ".join(texts(drawn(client, PROGRAMME)))
    assert "Södertälje" in words
    assert EDITION in words


def test_what_has_no_map_says_so(client):
    asked = question(MAPS, areas="00")
    assert client.get(shared(PICTURE, MAPS, asked, "svg")).status_code == 404
    assert text("sv", "asked_no_picture") in client.get(shared(EMBED, MAPS, asked)).text


def test_the_picture_of_a_relationship_has_a_circle_for_every_row_of_its_table(client):
    rows, _ = table_of(client, RELATION)
    circles = list(drawn(client, RELATION).iter(f"{SVG}circle"))
    assert len(circles) == len(rows) == 290
    assert {row["name"] for row in rows if row["named"]} == {"Södertälje", "Malmö"}


def test_the_table_of_a_comparison_has_the_published_values(client):
    rows, _ = table_of(client, COMPARISON)
    for code in ("0181", "0127", "0136"):
        own = store.series(indicators()["foreign_born_share"], code)
        found = {int(row["year"]): float(row["value"]) for row in rows if row["area"] == code}
        assert found == own.to_dict()


def test_beside_a_base_year_the_table_has_what_is_drawn_too(client):
    rows, said = table_of(client, COMPARISON, base="2020")
    for row in rows:
        start = value("foreign_born_share", row["area"], 2020)
        assert float(row["index_2020"]) == pytest.approx(
            100 * float(row["value"]) / start, abs=0.005
        )
    assert "2020 är 100" in said


def test_the_table_of_a_ranking_has_the_rows_of_the_page_in_its_order(client):
    rows, _ = table_of(client, RANKING, sort="change", order="rising")
    asked = question(RANKING, sort="change", order="rising")
    page = client.get(f"{path(RANKING_PAGE, 'sv')}?{asked.query}").text
    assert [row["area"] for row in rows] == re.findall(r'<tr id="a(\w+)"', page)
    for row in rows:
        now, before = (value("foreign_born_share", row["area"], year) for year in (2023, 2020))
        assert float(row["value"]) == now
        assert float(row["change"]) == pytest.approx(round(now, 1) - round(before, 1))


def test_the_table_of_a_relationship_has_the_published_values(client):
    rows, _ = table_of(client, RELATION)
    year = question(RELATION).year
    assert float(rows[0][f"foreign_born_share_{year}"]) == max(
        float(row[f"foreign_born_share_{year}"]) for row in rows
    )
    for row in rows:
        for id_ in ("foreign_born_share", "rented_share"):
            assert float(row[f"{id_}_{year}"]) == value(id_, row["area"], year)


@pytest.mark.parametrize("of", GIVEN)
def test_the_words_before_the_numbers_say_what_they_are(client, of):
    rows, said = table_of(client, of)
    indicator = indicator_of(of)
    source = indicator.sources[0]
    for word in (EDITION, source.table, source.licence, indicator.caveat["sv"][:40]):
        assert word in said
    has_status = "status" in rows[0]
    assert ("not_applicable" in said) is has_status
    assert (text("sv", "file_empty") in said) is not has_status


def test_an_index_is_never_ranked_without_its_warning(client):
    _, said = table_of(client, RANKING, indicator="dissimilarity_foreign_born", within="12")
    assert "Rangordna inte kommuner" in said


@pytest.mark.parametrize("of", GIVEN)
def test_the_workbook_equals_the_csv(client, of):
    answer = client.get(shared(TABLE, of, question(of), "xlsx"))
    book = openpyxl.load_workbook(io.BytesIO(answer.data))
    head, *rows = book["data"].iter_rows(values_only=True)
    written, _ = table_of(client, of)
    assert list(head) == list(written[0])
    assert [str(row[0] or "") for row in rows] == [next(iter(each.values())) for each in written]
    assert any(EDITION in str(row[0]) for row in book["README"].iter_rows(values_only=True))


@pytest.mark.parametrize(("of", "language"), EVERY)
def test_a_citation_names_edition_and_publisher_and_its_link_asks_for_just_that(
    client, of, language
):
    page = client.get(f"/sv/dela?of={of}&{question(of).query}").text
    found = re.search(rf'<p [^>]*id="cite-{language}"[^>]*>(.*?)</p>', page, re.DOTALL)[1]
    said = html.unescape(found)
    link = re.search(r"http://localhost(\S+)", said)[1]
    assert link.startswith(f"{path(PAGE[of], language)}?{question(of, language).query}")
    assert link.endswith(f"&edition={EDITION}")
    assert EDITION in said
    assert indicator_of(of).sources[0].publisher in said


@pytest.mark.parametrize(("of", "language"), EVERY)
def test_an_embedded_page_stands_alone_without_script(client, of, language):
    answer = client.get(shared(EMBED, of, question(of, language)))
    assert answer.status_code == 200
    assert "<script" not in answer.text
    assert indicator_of(of).sources[0].publisher in answer.text
    assert f"{path(PAGE[of], language)}?" in answer.text
    assert "frame-ancestors *" in answer.headers["Content-Security-Policy"]


def test_categories_have_a_table_and_no_picture(client):
    asked = question(COMPARISON, areas="0181R001,0181R002", indicator="area_type")
    answer = client.get(shared(PICTURE, COMPARISON, asked, "svg"))
    assert answer.status_code == 404
    assert "tabell" in answer.get_json()["detail"]
    assert "<table" in client.get(shared(EMBED, COMPARISON, asked)).text
    page = client.get(f"/sv/dela?of=comparison&{asked.query}").text
    assert "jamforelse.svg" not in page
    assert "jamforelse.xlsx" in page


@pytest.mark.parametrize(
    ("of", "asked", "said"),
    [
        (COMPARISON, "areas=9999", "9999"),
        (COMPARISON, "areas=0181&base=1800", "1800"),
        (COMPARISON, "areas=0181&weight_income=9", "9"),
        (RANKING, "indicator=nothing", "nothing"),
        (RANKING, "sort=colour", "colour"),
        (RANKING, "level=regso&within=0181&size=large", "large"),
        (RELATION, "x=nothing", "nothing"),
        (RELATION, "named=9999", "9999"),
        (RELATION, "colour=red", "colour"),
        (RANKING, "edition=2020-01-01-00000000", "2020-01-01-00000000"),
    ],
)
@pytest.mark.parametrize("language", languages())
def test_what_is_asked_wrongly_is_said_in_a_sentence(client, language, of, asked, said):
    for kind, form in ((TABLE, ".xlsx"), (EMBED, "")):
        word = SUBJECTS[of][language]
        answer = client.get(f"{folder(kind, language)}{word}{form}?{asked}")
        assert answer.status_code in (400, 410)
        assert said in answer.get_data(as_text=True)
        assert "Traceback" not in answer.get_data(as_text=True)


@pytest.fixture
def older(tmp_path, monkeypatch):
    name = published(tmp_path)
    monkeypatch.setattr("callbacks.wanted.PUBLISHED_FOLDER", tmp_path)
    return name


def test_files_of_an_older_edition_hold_its_own_figures(client, older):
    for of in GIVEN:
        now, _ = table_of(client, of)
        before, said = table_of(client, of, older)
        column = "value" if "value" in now[0] else next(key for key in now[0] if "foreign" in key)
        for one, other in zip(now, before, strict=True):
            assert float(other[column]) == pytest.approx(float(one[column]) + ADDED)
        assert older in said
        assert EDITION not in said
    for of in PICTURED:
        words = " ".join(texts(drawn(client, of, older)))
        assert older in words
        assert EDITION not in words


def test_what_an_older_edition_lacks_is_said(client, older):
    asked = question(COMPARISON, areas="0181R001,0181R002", indicator="area_type")
    answer = client.get(shared(TABLE, COMPARISON, asked, "csv", older))
    assert answer.status_code == 400
    assert older in answer.get_json()["detail"]
