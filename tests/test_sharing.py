import csv
import html
import io
import re
from xml.etree import ElementTree

import openpyxl
import pytest
from PIL import Image

from app import create_app
from callbacks.charted import charted
from data import evidence, store
from data.catalogue import indicators
from data.differences import difference_limits
from data.edition import current_edition
from geo.areas import area as area_of
from geo.areas import areas, children
from geo.levels import levels
from layouts.language import languages
from layouts.sharing_paths import EMBED, FOLDERS, MAP, PICTURE, SERIES, SUBJECTS, TABLE, shared
from layouts.view import read
from tests.older_edition import ADDED, published

SVG = "{http://www.w3.org/2000/svg}"
EDITION = current_edition().id
MALMO = "/sv/?indicator=dissimilarity_foreign_born&area=1280"
OF_VIEWS = (MAP, SERIES)
SHARED = [(of, language) for of in OF_VIEWS for language in languages()]


@pytest.fixture(scope="module")
def client():
    return create_app().server.test_client()


def view_of(address):
    view, missed = read(address)
    assert not missed
    return view


def drawn(client, of, address=MALMO):
    answer = client.get(shared(PICTURE, of, view_of(address), "svg"))
    assert answer.status_code == 200
    return ElementTree.fromstring(answer.text)


def texts(root):
    return ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]


def cells(client, address=MALMO):
    answer = client.get(shared(TABLE, SERIES, view_of(address), "csv"))
    lines = [line for line in answer.text.splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines)), answer.text


@pytest.mark.parametrize(("of", "language"), SHARED)
def test_a_picture_has_an_address_in_the_words_of_each_language(client, of, language):
    folder, word = FOLDERS[PICTURE][language], SUBJECTS[of][language]
    assert client.get(f"/{language}/{folder}/{word}.svg").status_code == 200


def test_a_file_says_title_place_year_source_edition_licence_and_caveat(client):
    view = view_of(MALMO + "&level=municipality")
    for of in (MAP, SERIES):
        said = " ".join(texts(drawn(client, of, MALMO + "&level=municipality")))
        for word in (view.indicator.label["sv"], "Malmö", str(view.year), EDITION, "CC0 1.0"):
            assert word in said
        assert view.indicator.sources[0].publisher in said
        assert view.indicator.caveat["sv"][:40] in said
        assert "Segregationskartan" in said


def test_every_value_of_the_map_can_be_pointed_at(client):
    root = drawn(client, MAP, "/sv/?indicator=foreign_born_share&area=1280")
    shown = dict(t.text.rsplit(": ", 1) for t in root.iter(f"{SVG}title") if ": " in (t.text or ""))
    values = store.values(indicators()["foreign_born_share"], levels()["regso"], 2023)
    for place in children(area_of("1280")):
        assert shown[place.name] == f"{values[place.code]:.1f}".replace(".", ",") + "\u00a0%"


def test_the_map_of_change_shows_differences_in_the_classes_of_the_page(client):
    address = "/sv/?indicator=foreign_born_share&area=1280&since=2020"
    root = drawn(client, MAP, address)
    view = view_of(address)
    classes = difference_limits(view.indicator, view.level, view.years[0], view.years[-1])
    assert "ändring 2020–2023" in texts(root)[0]
    assert (
        len([t for t in texts(root) if re.search(r" till |eller mer|eller lägre", t)])
        == len(classes) + 1
    )


def test_two_maps_are_drawn_in_one_file(client):
    one = drawn(client, MAP, "/sv/?indicator=foreign_born_share&area=12")
    two = drawn(
        client, MAP, "/sv/?indicator=foreign_born_share&area=12&beside=population&beside_year=2020"
    )
    maps = [sum(g.get("class") == "areas" for g in root.iter(f"{SVG}g")) for root in (one, two)]
    assert maps == [1, 2]


@pytest.mark.parametrize("of", OF_VIEWS)
def test_a_png_is_the_svg_at_twice_its_size(client, of):
    root = drawn(client, of)
    answer = client.get(shared(PICTURE, of, view_of(MALMO), "png"))
    image = Image.open(io.BytesIO(answer.data))
    assert image.format == "PNG"
    assert image.size == (2 * int(root.get("width")), 2 * int(root.get("height")))


@pytest.mark.parametrize("indicator", indicators())
def test_every_indicator_has_its_pictures_and_its_table(client, indicator):
    view = read(f"/en/?indicator={indicator}&area=1280")[0]
    if view.indicator.id != indicator:
        pytest.skip("it is not drawn")
    for of in OF_VIEWS:
        answer = client.get(shared(PICTURE, of, view, "svg"))
        assert answer.status_code == 200
        assert len(texts(ElementTree.fromstring(answer.text))) > 8
    assert client.get(shared(TABLE, SERIES, view, "csv")).status_code == 200


def test_the_table_has_the_published_values_and_the_limits_of_chance(client):
    rows, _ = cells(client)
    own = store.series(indicators()["dissimilarity_foreign_born"], "1280")
    found = {int(row["year"]): float(row["value"]) for row in rows if row["area"] == "1280"}
    assert found == own.to_dict()
    chance = evidence.chance(indicators()["dissimilarity_foreign_born"], "1280")
    low = {int(r["year"]): float(r["value"]) for r in rows if r["name"].endswith("lägst")}
    assert low == chance["low"].to_dict()
    assert {row["area"] for row in rows} == {"1280", "12", "00", ""}


def test_the_table_has_a_row_for_every_point_of_the_chart(client):
    view = view_of("/en/?indicator=foreign_born_share&area=1280")
    chart = charted(view)
    rows, _ = cells(client, "/en/?indicator=foreign_born_share&area=1280")
    assert len(rows) == sum(len(line.values) for line in chart.lines)
    assert [row["name"] for row in rows][:: len(chart.lines[0].values)] == [
        line.name for line in chart.lines
    ]


def test_a_value_that_is_missing_has_its_reason(client):
    rows, _ = cells(
        client, "/sv/?indicator=dissimilarity_foreign_born&area=0509&level=municipality"
    )
    missing = [row for row in rows if row["area"] == "0509" and not row["value"]]
    assert missing
    assert {row["status"] for row in missing} <= {"few_areas", "small_group", "missing"}


def test_categories_are_counted_in_the_table(client):
    rows, _ = cells(client, "/sv/?indicator=area_type&area=1280")
    values = store.values(indicators()["area_type"], levels()["regso"], 2023)
    malmo = values[values.index.str.startswith("1280")]
    found = {row["name"][0]: int(row["value"]) for row in rows if row["year"] == "2023"}
    assert found == {str(k): int((malmo == k).sum()) for k in range(1, 6)}


def test_the_words_before_the_numbers_say_what_they_are(client):
    _, whole = cells(client)
    head = "\n".join(line for line in whole.splitlines() if line.startswith("#"))
    for word in (EDITION, "Statistiska centralbyrån", "CC0 1.0", "Rangordna inte", "small_group"):
        assert word in head


def test_the_workbook_equals_the_csv_and_opens(client):
    answer = client.get(shared(TABLE, SERIES, view_of(MALMO), "xlsx"))
    book = openpyxl.load_workbook(io.BytesIO(answer.data))
    head, *rows = book["data"].iter_rows(values_only=True)
    written, _ = cells(client)
    assert list(head) == list(written[0])
    for row, other in zip(rows, written, strict=True):
        assert [str(cell) if cell is not None else "" for cell in row] == list(other.values())
    assert any(EDITION in str(row[0]) for row in book["README"].iter_rows(values_only=True))


@pytest.mark.parametrize(
    ("asked", "status", "said"),
    [
        ("indicator=nothing", 400, "nothing"),
        ("area=9999", 400, "9999"),
        ("year=1800", 400, "1800"),
        ("level=street", 400, "street"),
        ("since=1800", 400, "1800"),
        ("beside=nothing", 400, "nothing"),
        ("colour=red", 400, "colour"),
        ("area=1280&area=0180", 400, "area"),
        ("edition=../../etc", 400, "etc"),
        ("edition=2020-01-01-00000000", 410, "2020-01-01-00000000"),
    ],
)
@pytest.mark.parametrize("language", languages())
def test_what_is_asked_wrongly_is_said_in_a_sentence(client, language, asked, status, said):
    for kind, form in ((PICTURE, ".png"), (TABLE, ".xlsx"), (EMBED, "")):
        word = SUBJECTS[SERIES][language]
        answer = client.get(f"/{language}/{FOLDERS[kind][language]}/{word}{form}?{asked}")
        assert answer.status_code == status
        assert said in answer.get_data(as_text=True)
        assert "Traceback" not in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    "address", ["/sv/bild/karta.gif", "/sv/bild/map.svg", "/sv/bild/", "/sv/tabell/karta.csv"]
)
def test_what_there_is_no_file_of_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_only_a_file_of_a_named_edition_lasts_for_ever(client):
    view = view_of(MALMO)
    pinned = client.get(shared(PICTURE, MAP, view, "svg", EDITION))
    current = client.get(shared(PICTURE, MAP, view, "svg"))
    assert pinned.data == current.data
    assert "immutable" in pinned.headers["Cache-Control"]
    assert "immutable" not in current.headers["Cache-Control"]


@pytest.mark.parametrize(("of", "language"), SHARED)
def test_an_embedded_page_stands_alone_without_script(client, of, language):
    view = view_of(f"/{language}/?indicator=dissimilarity_foreign_born&area=1280")
    answer = client.get(shared(EMBED, of, view))
    page = answer.text
    assert answer.status_code == 200
    assert "<script" not in page
    assert "<header" not in page
    assert view.address().replace("&", "&amp;") in page
    assert view.indicator.sources[0].publisher in page
    assert "frame-ancestors *" in answer.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in answer.headers


def test_a_frozen_page_says_so_and_a_live_one_does_not(client):
    view = view_of(MALMO)
    assert (
        f"frysta vid utgåva {EDITION}" in client.get(shared(EMBED, MAP, view, edition=EDITION)).text
    )
    assert "frysta" not in client.get(shared(EMBED, MAP, view)).text


def share_page(client, address="/sv/dela?of=series&indicator=dissimilarity_foreign_born&area=1280"):
    return client.get(address, follow_redirects=True)


def files_of(page):
    """The addresses of the files of a page, and the names they are saved under."""
    tags = [html.unescape(tag) for tag in re.findall(r"<a [^>]*download=[^>]*>", page)]
    return [
        tuple(re.search(rf'{key}="([^"]+)"', tag)[1] for key in ("href", "download"))
        for tag in tags
    ]


def test_the_page_of_sharing_leads_to_every_file_that_it_names(client):
    page = share_page(client).text
    links = files_of(page)
    assert [name.rsplit(".", 1)[1] for _, name in links] == ["png", "svg", "xlsx", "csv"]
    for address, name in links:
        answer = client.get(address)
        assert answer.status_code == 200
        assert EDITION in name


def test_the_files_of_a_map_are_those_of_the_api(client):
    page = share_page(client, "/sv/dela?of=map&indicator=foreign_born_share&area=1280").text
    address = next(address for address, name in files_of(page) if name.endswith(".csv"))
    rows = [row for row in client.get(address).text.splitlines() if row[0] != "#"]
    assert len(rows) == 1 + sum(code.startswith("1280") for code in areas(levels()["regso"]))


def test_the_citation_names_place_edition_publisher_and_a_pinned_link(client):
    page = share_page(client).text
    for language, place in (("sv", "Malmö, 2020–2023"), ("en", "Malmö, 2020–2023")):
        said = re.search(rf'<p [^>]*id="cite-{language}"[^>]*>(.*?)</p>', page, re.DOTALL)[1]
        for word in (
            place,
            EDITION,
            "Statistiska centralbyrån",
            f"/{language}/?",
            f"edition={EDITION}",
        ):
            assert word in said


def test_a_link_of_another_edition_is_told_so_on_the_page():
    view, missed = read(MALMO + "&edition=2020-01-01-00000000")
    assert [notice.key for notice in missed] == ["other_edition"]
    assert read(MALMO + f"&edition={EDITION}")[1] == ()
    assert view.area.code == "1280"


@pytest.fixture
def older(tmp_path, monkeypatch):
    name = published(tmp_path)
    monkeypatch.setattr("callbacks.wanted.PUBLISHED_FOLDER", tmp_path)
    return name


def test_an_older_edition_is_drawn_with_its_own_figures(client, older):
    view = view_of("/sv/?indicator=foreign_born_share&area=1280")
    answer = client.get(shared(TABLE, SERIES, view, "csv", older))
    assert answer.headers["X-Edition"] == older
    rows = csv.DictReader(line for line in answer.text.splitlines() if line[0] != "#")
    own = store.series(view.indicator, "1280") + ADDED
    found = {int(row["year"]): float(row["value"]) for row in rows if row["area"] == "1280"}
    assert found == pytest.approx(own.to_dict())
    for of in OF_VIEWS:
        drawn = client.get(shared(PICTURE, of, view, "svg", older)).text
        assert older in drawn
        assert drawn != client.get(shared(PICTURE, of, view, "svg", EDITION)).text
    assert f"frysta vid utgåva {older}" in client.get(shared(EMBED, MAP, view, edition=older)).text


def test_what_an_older_edition_lacks_is_said(client, older):
    view = view_of("/sv/?indicator=area_type&area=1280")
    answer = client.get(shared(PICTURE, MAP, view, "svg", older))
    assert answer.status_code == 400
    assert older in answer.get_json()["detail"]


def test_the_files_of_a_change_have_both_its_years(client):
    page = share_page(
        client, "/sv/dela?of=map&indicator=foreign_born_share&area=1280&since=2020"
    ).text
    address = next(address for address, name in files_of(page) if name.endswith(".csv"))
    lines = [line for line in client.get(address).text.splitlines() if line[0] != "#"]
    assert {row["year"] for row in csv.DictReader(lines)} == {"2020", "2023"}


def test_the_files_of_two_maps_have_both_indicators(client):
    asked = "of=map&indicator=foreign_born_share&area=12&beside=population&beside_year=2021"
    page = share_page(client, f"/en/share?{asked}").text
    address = next(address for address, name in files_of(page) if name.endswith(".csv"))
    lines = [line for line in client.get(address).text.splitlines() if line[0] != "#"]
    assert {row["indicator"] for row in csv.DictReader(lines)} == {
        "foreign_born_share",
        "population",
    }


def test_a_drawing_is_sent_compressed(client):
    address = shared(PICTURE, MAP, view_of("/sv/?indicator=foreign_born_share"), "svg")
    whole = client.get(address)
    answer = client.get(address, headers={"Accept-Encoding": "br"})
    assert answer.headers["Content-Encoding"] == "br"
    assert len(answer.data) < len(whole.data) / 2
